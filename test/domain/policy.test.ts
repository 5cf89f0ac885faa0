import { describe, expect, test } from 'vitest';
import { defaultPolicy, policySchema } from '../../src/domain/policy.ts';

describe('policySchema', () => {
  test('weighs 1000 points in all by default, background nothing', () => {
    const weights = Object.values(defaultPolicy.weights);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(1000);
    expect(defaultPolicy.weights.background).toBe(0);
  });

  test('refuses a weight for background without a legal basis in words', () => {
    expect(policySchema.safeParse({ weights: { background: 1 } }).success).toBe(false);
    expect(policySchema.safeParse({ weights: { background: 1 }, legal_basis: 'yes' }).success).toBe(false);
    const stated = { weights: { background: 1 }, legal_basis: 'Explicit consent, GDPR art. 9.2 a.' };
    expect(policySchema.safeParse(stated).success).toBe(true);
  });

  test('refuses keys that it does not know, at every level', () => {
    expect(policySchema.safeParse({ placement: 1000 }).success).toBe(false);
    expect(policySchema.safeParse({ weights: { langauge: 300 } }).success).toBe(false);
    expect(policySchema.safeParse({ extract: { on_conditions: true } }).success).toBe(false);
  });

  test('refuses points that are not whole or negative', () => {
    expect(policySchema.safeParse({ weights: { language: 0.5 } }).success).toBe(false);
    expect(policySchema.safeParse({ placement_points: -1 }).success).toBe(false);
  });
});

/**
 * The policies of the two examples. farsta-2004 weighs background, as the project did, and therefore says on what legal
 * ground; farsta-skarholmen does without. The legal text is an example, not advice.
 */
import { type Policy, policySchema } from '../../src/domain/policy.ts';

/** Metro and bus: faster than the straight-line rule's default, with a longer walk and wait. */
const travel = { speed_km_h: 28, fixed_minutes: 10 };

export const policy2004: Policy = policySchema.parse({
  weights: {
    language: 280,
    pupils: 140,
    background: 50,
    roles: 120,
    competences: 120,
    sfi_continuity: 60,
    commute: 100,
    waiting: 80,
    wishes: 50,
  },
  legal_basis:
    'Exempeltext, inte juridisk rådgivning: uppgift om bakgrund lämnas frivilligt av deltagaren och används bara med dokumenterat, uttryckligt samtycke (dataskyddsförordningen artikel 9.2 a). Den som avstår får arbetslagets neutrala värde.',
  travel,
  equity: { placement_tolerance: 5, points_tolerance: 5 },
});

export const policyNow: Policy = policySchema.parse({
  travel,
  equity: { placement_tolerance: 5, points_tolerance: 5 },
});

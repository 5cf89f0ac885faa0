import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Region, TableRow } from '../../src/domain/region.ts';
import { exclusionsOf } from '../../src/matching/exclusions.ts';
import { findOptions, type Options, termsOf } from '../../src/matching/options.ts';
import { mayBeOverridden } from '../../src/matching/overrides.ts';
import { proposalSchema } from '../../src/matching/proposal-format.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { verifyProposal } from '../../src/matching/verify-proposal.ts';
import { randomPolicy, randomRegion } from './every-rule-region.ts';
import { assigned, proposalOf } from './proposal-of.ts';
import { participant, smallRegion, teamLanguage } from './small-region.ts';

const lock = (over: Partial<TableRow<'decisions'>> = {}): TableRow<'decisions'> => ({
  participant: 'p1',
  team: 't1',
  sfi_group: 's1',
  decision: 'lock',
  reason: 'Knows the team from before.',
  decided_on: '2026-01-01',
  override: true,
  ...over,
});
/** p1 has asked not to come to t1's unit, and shares no language with its pupils. */
const against = (over: Partial<Region> = {}) =>
  smallRegion({
    participants: [participant('p1', { avoid_units: ['u1'] })],
    team_languages: [teamLanguage('t1', 'fin')],
    decisions: [lock()],
    ...over,
  });

/** What a participant (a row) may have, as team, SFI group and points. */
function optionsOf(options: Options, p: number): readonly string[] {
  const all = Array.from(options.team, (t, k) => `${t} ${options.sfi[k]} ${options.points[k]}`);
  return all.slice(options.start[p], options.start[p + 1]);
}

describe('rules that are set aside', () => {
  test('the pair is proposed with its true points, says which rules it breaks, and verifies', async () => {
    const proposal = assigned(await proposalOf(against(), defaultPolicy));
    const [pair] = proposal.pairs;
    expect(pair).toMatchObject({ participant: 'p1', team: 't1', sfiGroup: 's1', terms: { language: 0 } });
    expect(Object.values(pair.terms).reduce((sum, points) => sum + points, 0)).toBe(pair.points);
    expect(pair.overridden).toMatchObject({
      reason: 'Knows the team from before.',
      rules: [{ rule: 'shared_language' }, { rule: 'avoided_units' }],
    });
    expect(pair.overridden?.sv).toContain('Regler som åsidosatts: ');
    const read = proposalSchema.parse(JSON.parse(JSON.stringify(proposal)));
    expect(verifyProposal(against(), defaultPolicy, read)).toMatchObject({
      status: 'verified',
      mismatches: [],
    });
    const { overridden: _, ...silent } = pair;
    expect(verifyProposal(against(), defaultPolicy, { ...proposal, pairs: [silent] }).status).toBe('refused');
  });

  test('a lock that does not say so sets nothing aside', async () => {
    const proposal = await proposalOf(against({ decisions: [lock({ override: false })] }), defaultPolicy);
    expect(proposal.status).toBe('conflict');
  });

  test('nothing is marked where no rule speaks against the pair', async () => {
    const proposal = assigned(await proposalOf(smallRegion({ decisions: [lock()] }), defaultPolicy));
    expect(proposal.pairs[0].overridden).toBeUndefined();
  });

  test('neither a refusal nor the lack of a seat is set aside', async () => {
    const turnedDown = lock({ decision: 'turned_down', override: undefined });
    const refused = against({ decisions: [lock(), turnedDown] });
    expect((await proposalOf(refused, defaultPolicy)).status).toBe('conflict');
    const full = against({ sfi_groups: smallRegion().sfi_groups.map((group) => ({ ...group, seats: 0 })) });
    expect((await proposalOf(full, defaultPolicy)).status).toBe('conflict');
  });

  test('a missing extract stays a condition, since the law asks for it', async () => {
    const policy = { ...defaultPolicy, extract: { max_age_days: 365, on_condition: false } };
    const proposal = assigned(await proposalOf(against({ extracts: [] }), policy));
    expect(proposal.pairs[0].conditions).toMatchObject([{ code: 'extract' }]);
    expect(proposal.pairs[0].overridden?.rules.map(({ rule }) => rule)).toContain('extract');
  });

  test('the person has that option alone, and nobody else has another for it', () => {
    const triple = fc.record({ p: fc.nat({ max: 4 }), t: fc.nat({ max: 3 }), g: fc.nat({ max: 2 }) });
    fc.assert(
      fc.property(randomRegion, randomPolicy, triple, (region, policy, { p, t, g }) => {
        const plain = indexRegion(region, policy);
        const decision = lock({
          participant: region.participants[p].id,
          team: region.teams[t].id,
          sfi_group: region.sfi_groups[g].id,
        });
        const index = indexRegion({ ...region, decisions: [...region.decisions, decision] }, policy);
        const possible = exclusionsOf(plain, p, t, g).every(({ rule }) => mayBeOverridden(rule));
        const [before, after] = [findOptions(plain), findOptions(index)];
        const points = termsOf(index, p, t, g).reduce((sum, term) => sum + term.points, 0);
        if (possible) expect(optionsOf(after, p)).toEqual([`${t} ${g} ${points}`]);
        else expect(optionsOf(after, p)).toEqual(optionsOf(before, p));
        for (let other = 0; other < region.participants.length; other++) {
          if (other !== p) expect(optionsOf(after, other)).toEqual(optionsOf(before, other));
        }
      }),
    );
  });
});

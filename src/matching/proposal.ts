import { type Canonical, inverse } from '../../solver/canonical.ts';
import { originalCut, originalTree } from '../../solver/original.ts';
import { UNPLACED } from '../../solver/problem.ts';
import type { Assigned, Cut, Solution } from '../../solver/solution.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { coverageOf } from './coverage.ts';
import { digestOf } from './digest.ts';
import { equityOf } from './equity.ts';
import { exclusionsOf } from './exclusions.ts';
import { learntEffect } from './learnt-effect.ts';
import type { Choices } from './matching.ts';
import { byText } from './order.ts';
import { type Overridden, overriddenPairs } from './overrides.ts';
import { pairDetail } from './pair-detail.ts';
import { type AssignedProposal, PROPOSAL_FORMAT, type Proposal } from './proposal-format.ts';
import { unplacedReasons } from './proposal-unplaced.ts';
import type { RegionIndex } from './region-index.ts';

/**
 * An assignment told as a proposal: names for numbers, reasons for everyone, and the proof that goes with it. `canonical` is the problem in
 * canonical form for the solution's seed.
 */
export function propose(choices: Choices, solution: Assigned, canonical: Canonical): AssignedProposal {
  return { ...headOf(choices, solution), ...assignedProposal(choices, solution, canonical) };
}

/** A conflict or an unknown, which are proposals of another status. */
export function proposeNothing(choices: Choices, solution: Exclude<Solution, Assigned>): Proposal {
  const head = headOf(choices, solution);
  if (solution.status === 'unknown') return { status: 'unknown', ...head };
  return {
    status: 'conflict',
    ...head,
    clash: constraintTexts(choices, solution.clash.constraints),
    participants: solution.clash.participants.map((p) => choices.region.participants[p].id).sort(byText),
  };
}

type Head = Pick<
  AssignedProposal,
  'format' | 'region' | 'engine' | 'stopped' | 'seed' | 'lottery' | 'digest' | 'learntChance' | 'previous'
>;

function headOf({ region, policy, index }: Choices, { engine, stopped, seed }: Solution): Head {
  const previous = index.previous.pairs;
  const learntChance = learntEffect(index);
  return {
    format: PROPOSAL_FORMAT,
    region: region.name,
    engine,
    stopped,
    seed,
    lottery: lottery(seed),
    digest: digestOf(region, policy),
    ...(learntChance && { learntChance }),
    ...(previous.length > 0 && { previous: [...previous] }),
  };
}

function assignedProposal(
  choices: Choices,
  solution: Assigned,
  canonical: Canonical,
): Omit<AssignedProposal, keyof Head> {
  const { chosen, status, objective, bound, gap, certifiedBound, proof } = solution;
  return {
    status,
    broken: constraintTexts(choices, solution.broken),
    objective,
    bound,
    gap,
    certifiedBound,
    proven: status === 'optimal',
    proof,
    pairs: pairs(choices, chosen),
    unplaced: unplacedReasons(choices, solution),
    equity: equityOf(choices, chosen).map((report) => ({
      ...report,
      constrained: report.pool >= choices.policy.equity.smallest_group,
    })),
    coverage: [...coverageOf(choices, chosen)],
    baseline: baselineReport(choices, baselineOf(choices.region, canonical)),
    ...proofOf(choices, solution, canonical),
  };
}

function lottery(seed: number): Proposal['lottery'] {
  return {
    seed,
    sv: `Lika goda förslag avgörs av en lottning: tal dras av fröet ${seed} och deltagarnas id, så varken radernas ordning eller någon människa väljer. Samma frö ger samma lottning.`,
    en: `Equally good proposals are decided by a lottery: numbers are drawn from the seed ${seed} and the participants' ids, so neither the order of rows nor any person chooses. The same seed gives the same lottery.`,
  };
}

function constraintTexts({ rows }: Choices, constraints: readonly number[]): AssignedProposal['broken'] {
  return constraints
    .map((r) => ({ constraint: rows[r].id, ...rows[r].text }))
    .sort((a, b) => byText(a.constraint, b.constraint));
}

function pairs({ index, options }: Choices, chosen: Int32Array): AssignedProposal['pairs'] {
  const setAside = overriddenPairs(index);
  const placed = Array.from(chosen).filter((option) => option !== UNPLACED);
  return placed
    .map((k) => {
      const [participant, team, sfi] = [options.participant[k], options.team[k], options.sfi[k]];
      return {
        ...pairDetail(index, participant, team, sfi),
        ...overriddenRules(index, setAside.get(participant)),
      };
    })
    .sort((a, b) => byText(a.participant, b.participant));
}

function overriddenRules(
  index: RegionIndex,
  decided: Overridden | undefined,
): Pick<AssignedProposal['pairs'][number], 'overridden'> {
  if (decided === undefined) return {};
  const { participant, team, sfi, reason } = decided;
  const rules = exclusionsOf(index, participant, team, sfi).map(({ rule, reason: text }) => ({
    rule,
    ...text,
  }));
  if (rules.length === 0) return {};
  const all = (language: 'sv' | 'en') => rules.map((rule) => rule[language]).join(' ');
  return {
    overridden: {
      reason,
      rules,
      sv: `Regler som åsidosatts: ${all('sv')}`,
      en: `Rules that were set aside: ${all('en')}`,
    },
  };
}

function baselineReport(
  choices: Choices,
  { chosen, objective, broken }: Baseline,
): AssignedProposal['baseline'] {
  return {
    engine: 'greedy',
    objective,
    placed: chosen.reduce((placed, option) => placed + (option === UNPLACED ? 0 : 1), 0),
    rates: [...equityOf(choices, chosen)],
    broken: broken.map((r) => choices.rows[r].id).sort(byText),
  };
}

/** Prices by id; cuts and tree in the indices of the canonical problem, which do not depend on the order of rows. */
function proofOf(
  { rows }: Choices,
  solution: Assigned,
  { problem, optionOf, participantOf, constraintOf }: Canonical,
): Pick<AssignedProposal, 'prices' | 'cutPrices' | 'cuts' | 'tree'> {
  const priced = rows
    .map(({ id }, r) => [id, solution.prices[r]] as const)
    .filter(([, price]) => price !== 0);
  const prices = Object.fromEntries(priced.sort(([a], [b]) => byText(a, b)));
  const { cuts, tree } = solution;
  if (!cuts?.length && !tree) return { prices };
  const back = {
    problem,
    optionOf: inverse(optionOf),
    participantOf: inverse(participantOf),
    constraintOf: inverse(constraintOf),
  };
  return {
    prices,
    ...(cuts?.length && {
      cutPrices: Array.from(solution.prices.subarray(rows.length)),
      cuts: cuts.map((cut) => plainCut(originalCut(back, cut))),
    }),
    ...(tree && { tree: originalTree(back, tree) }),
  };
}

/** The same cut in arrays of its own, as the format holds it. */
function plainCut(cut: Cut): NonNullable<AssignedProposal['cuts']>[number] {
  if (cut.kind === 'count') {
    const [ca, cb, c] = cut.facet;
    return { kind: 'count', a: [...cut.a], b: [...cut.b], rows: [...cut.rows], facet: [ca, cb, c] };
  }
  const { constraints, participants, cuts } = cut.multipliers;
  const own = (list: readonly (readonly [number, number])[]): [number, number][] =>
    list.map(([i, u]) => [i, u]);
  return {
    kind: cut.kind,
    denominator: cut.denominator,
    multipliers: { constraints: own(constraints), participants: own(participants), cuts: own(cuts) },
  };
}

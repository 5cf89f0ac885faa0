import { type Canonical, canonicalise, inverse } from '../../solver/canonical.ts';
import { originalCut, originalTree } from '../../solver/original.ts';
import { UNPLACED } from '../../solver/problem.ts';
import type { Assigned, Cut, Solution } from '../../solver/solution.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { coverageOf } from './coverage.ts';
import { digestOf } from './digest.ts';
import { equityOf } from './equity.ts';
import type { Matching } from './matching.ts';
import { termsOf } from './options.ts';
import { byText } from './order.ts';
import { type AssignedProposal, PROPOSAL_FORMAT, type Proposal } from './proposal-format.ts';
import { unplacedReasons } from './proposal-unplaced.ts';

/**
 * A solution told as a proposal: names for numbers, reasons for everyone, and the proof that goes with it. A conflict and an unknown are
 * proposals of another status. `canonical` is the problem's canonical form for the solution's seed, for whoever has it already.
 */
export function propose(matching: Matching, solution: Solution, canonical?: Canonical): Proposal {
  const previous = matching.index.previous.pairs;
  const head = {
    format: PROPOSAL_FORMAT,
    region: matching.region.name,
    engine: solution.engine,
    stopped: solution.stopped,
    seed: solution.seed,
    lottery: lottery(solution.seed),
    digest: digestOf(matching.region, matching.policy),
    ...(previous.length > 0 && { previous: [...previous] }),
  } as const;
  if (solution.status === 'unknown') return { status: 'unknown', ...head };
  if (solution.status === 'conflict') {
    return {
      status: 'conflict',
      ...head,
      clash: constraintTexts(matching, solution.clash.constraints),
      participants: solution.clash.participants.map((p) => matching.region.participants[p].id).sort(byText),
    };
  }
  return {
    ...head,
    ...assignedProposal(matching, solution, canonical ?? canonicalise(matching.problem, solution.seed)),
  };
}

type AssignedPart = Omit<
  AssignedProposal,
  'format' | 'region' | 'engine' | 'stopped' | 'seed' | 'lottery' | 'digest'
>;

function assignedProposal(matching: Matching, solution: Assigned, canonical: Canonical): AssignedPart {
  const { chosen, status, objective, bound, gap, certifiedBound, proof } = solution;
  return {
    status,
    broken: constraintTexts(matching, solution.broken),
    objective,
    bound,
    gap,
    certifiedBound,
    proven: status === 'optimal',
    proof,
    pairs: pairs(matching, chosen),
    unplaced: unplacedReasons(matching, solution),
    equity: equityOf(matching, chosen).map((report) => ({
      ...report,
      constrained: report.pool >= matching.policy.equity.smallest_group,
    })),
    coverage: [...coverageOf(matching, chosen)],
    baseline: baselineReport(matching, baselineOf(matching.region, matching.problem, canonical)),
    ...proofOf(matching, solution, canonical),
  };
}

function lottery(seed: number): Proposal['lottery'] {
  return {
    seed,
    sv: `Lika goda förslag avgörs av en lottning: tal dras av fröet ${seed} och deltagarnas id, så varken radernas ordning eller någon människa väljer. Samma frö ger samma lottning.`,
    en: `Equally good proposals are decided by a lottery: numbers are drawn from the seed ${seed} and the participants' ids, so neither the order of rows nor any person chooses. The same seed gives the same lottery.`,
  };
}

function constraintTexts({ rows }: Matching, constraints: readonly number[]): AssignedProposal['broken'] {
  return constraints
    .map((r) => ({ constraint: rows[r].id, ...rows[r].text }))
    .sort((a, b) => byText(a.constraint, b.constraint));
}

function pairs({ region, index, options }: Matching, chosen: Int32Array): AssignedProposal['pairs'] {
  const placed = Array.from(chosen).filter((option) => option !== UNPLACED);
  return placed
    .map((k) => {
      const [participant, team, sfi] = [options.participant[k], options.team[k], options.sfi[k]];
      const terms = termsOf(index, participant, team, sfi);
      return {
        participant: region.participants[participant].id,
        team: region.teams[team].id,
        unit: region.teams[team].unit,
        sfiGroup: region.sfi_groups[sfi].id,
        points: options.points[k],
        terms: Object.fromEntries(terms.map(({ term, points }) => [term, points])),
        teamHours: hours(options.teamMinutes[k]),
        sfiHours: hours(options.sfiMinutes[k]),
        conditions: options.conditional[k] === 1 ? [extractCondition] : [],
      };
    })
    .sort((a, b) => byText(a.participant, b.participant));
}

const extractCondition: AssignedProposal['pairs'][number]['conditions'][number] = {
  code: 'extract',
  sv: 'Gäller om deltagaren visar ett giltigt utdrag ur belastningsregistret för huvudmannen före start.',
  en: 'Holds if the participant shows the principal a valid criminal-record extract before the start.',
};

/** To a hundredth, downwards: a plan never shows more time than there is. */
function hours(minutes: number): number {
  return Math.floor((minutes * 100) / 60) / 100;
}

function baselineReport(
  matching: Matching,
  { chosen, objective, broken }: Baseline,
): AssignedProposal['baseline'] {
  return {
    engine: 'greedy',
    objective,
    placed: chosen.reduce((placed, option) => placed + (option === UNPLACED ? 0 : 1), 0),
    rates: [...equityOf(matching, chosen)],
    broken: broken.map((r) => matching.rows[r].id).sort(byText),
  };
}

/** Prices by id; cuts and tree in the indices of the canonical problem, which do not depend on the order of rows. */
function proofOf(
  { problem, rows }: Matching,
  solution: Assigned,
  { optionOf, participantOf, constraintOf }: Canonical,
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
    kind: 'rounded',
    denominator: cut.denominator,
    multipliers: { constraints: own(constraints), participants: own(participants), cuts: own(cuts) },
  };
}

import { withRows } from '../../../solver/added-rows.ts';
import { canonicalise, inverse } from '../../../solver/canonical.ts';
import { columnsOf } from '../../../solver/certificate/columns.ts';
import { cutRows } from '../../../solver/certificate/cuts.ts';
import { type RankedOption, rankOptions } from '../../../solver/explain/ranking.ts';
import type { Problem } from '../../../solver/problem.ts';
import type { Text } from '../../domain/text.ts';
import type { Mismatch } from '../differences.ts';
import type { Matching } from '../matching.ts';
import { readPairs, readPrices } from '../proposal-claims.ts';
import type { AssignedProposal } from '../proposal-format.ts';
import type { Place } from './explanation-format.ts';

/** A proposal read back against its matching: who has what, and what every seat is worth. */
export interface Standing {
  readonly matching: Matching;
  readonly proposal: AssignedProposal;
  /** Per participant: an option or UNPLACED. */
  readonly chosen: Int32Array;
  /** A participant's options by points less the worth of their seats, best first. */
  readonly rank: (participant: number) => readonly (RankedOption & { readonly costs: readonly Cost[] })[];
}

/** What an option takes of one constraint, in points at the prices of the proof. */
interface Cost {
  readonly constraint: string;
  readonly points: number;
  readonly text: Text;
}

/** Reads the proposal; pairs or prices that the matching does not have are mismatches. */
export function standingOf(
  matching: Matching,
  proposal: AssignedProposal,
):
  | { readonly status: 'read'; readonly standing: Standing }
  | { readonly status: 'stale'; readonly mismatches: readonly Mismatch[] } {
  const pairs = readPairs(matching, proposal);
  const priced = readPrices(matching, proposal);
  const mismatches = [...pairs.mismatches, ...priced.mismatches];
  if (mismatches.length > 0) return { status: 'stale', mismatches };
  const rank = ranking(matching, proposal, priced.prices);
  return { status: 'read', standing: { matching, proposal, chosen: pairs.chosen, rank } };
}

const cutText: Text = {
  sv: 'det som flera regler tillsammans lämnar av hela platser',
  en: 'what several rules together leave of whole places',
};

/** Ranks in canonical terms, where the proposal's cuts are told, and speaks of the original options. */
function ranking(matching: Matching, proposal: AssignedProposal, prices: Float64Array): Standing['rank'] {
  const { problem, rows } = matching;
  const canonical = canonicalise(problem, proposal.seed);
  const claimed = proposal.cuts ?? [];
  const cuts = cutRows(canonical.problem, columnsOf(canonical.problem, claimed), claimed);
  const extended: Problem = 'why' in cuts ? canonical.problem : withRows(canonical.problem, cuts);
  const allPrices = [...canonical.constraintOf].map((r) => prices[r]).concat(proposal.cutPrices ?? []);
  const place = inverse(canonical.participantOf);
  const costsOf = (k: number): Cost[] => {
    const costs: Cost[] = [];
    for (let e = extended.useStart[k]; e < extended.useStart[k + 1]; e++) {
      const r = extended.useConstraint[e];
      const points = extended.useAmount[e] * allPrices[r];
      if (points === 0) continue;
      const row = r < canonical.constraintOf.length ? rows[canonical.constraintOf[r]] : null;
      costs.push({ constraint: extended.constraints[r], points, text: row?.text ?? cutText });
    }
    return costs.sort((a, b) => b.points - a.points);
  };
  return (participant) =>
    rankOptions(extended, allPrices, place[participant]).map((ranked) => ({
      ...ranked,
      option: canonical.optionOf[ranked.option],
      costs: costsOf(ranked.option),
    }));
}

/** An option as people name it. */
export function placeOf({ region, options }: Matching, option: number): Place {
  const team = region.teams[options.team[option]];
  return {
    team: team.id,
    unit: team.unit,
    sfiGroup: region.sfi_groups[options.sfi[option]].id,
    points: options.points[option],
  };
}

/** What commands and API answer with where a match or a check did not end in a proposal that stands. */
import { echo } from './domain/checks/input-problem.ts';
import type { Text } from './domain/text.ts';
import { type Failure, failure } from './errors.ts';
import type { ExplainOutcome } from './matching/explain/explain.ts';
import type { Explanation } from './matching/explain/explanation-format.ts';
import type { Proposal } from './matching/proposal-format.ts';

/** Null where there is a proposal and nobody stopped it: neither the engine nor, `interrupted`, whoever asked. */
export function proposalFailure(proposal: Proposal, interrupted: boolean): Failure | null {
  if (interrupted || proposal.stopped === 'signal') {
    return failure(
      'interrupted',
      proposal.status === 'unknown'
        ? { sv: 'Inget var hittat än.', en: 'Nothing had been found yet.' }
        : { sv: 'Förslaget är det bästa så här långt.', en: 'The proposal is the best so far.' },
    );
  }
  if (proposal.status === 'unknown') {
    return failure('nothing_found', {
      sv: 'Motorn stannade utan förslag.',
      en: 'The engine stopped without a proposal.',
    });
  }
  return proposal.status === 'conflict' ? failure('conflict', joined(proposal.clash)) : null;
}

/** Null where every claim of a proposal or solution holds. */
export function mismatchFailure(mismatches: readonly (Text & { readonly where?: string })[]): Failure | null {
  if (mismatches.length === 0) return null;
  const { length } = mismatches;
  return failure(
    'not_verified',
    {
      sv: `${length} ${length === 1 ? 'påstående' : 'påståenden'} stämmer inte.`,
      en: `${length} claim${length === 1 ? ' does' : 's do'} not hold.`,
    },
    mismatches.map(({ where, sv, en }) => ({
      file: where ?? '',
      row: null,
      column: null,
      value: null,
      message: { sv, en },
    })),
  );
}

/** A proposal that found nothing, or a conflict, has nothing to explain. */
export const withoutPairs: Failure = failure('usage', {
  sv: 'Förslaget har inga par att förklara.',
  en: 'The proposal has no pairs to explain.',
});

/** The explanation, unless there is none or, `interrupted`, whoever asked stopped it half way. */
export function explanationOrFailure(outcome: ExplainOutcome, interrupted: boolean): Explanation | Failure {
  if (interrupted) {
    return failure('interrupted', {
      sv: 'Förklaringen blev inte klar.',
      en: 'The explanation was not finished.',
    });
  }
  switch (outcome.status) {
    case 'explained':
      return outcome.explanation;
    case 'not_found': {
      const id = echo(outcome.id) ?? '…';
      return failure('not_found', {
        sv: `${id} finns inte i ${outcome.table}.csv.`,
        en: `${id} is not in ${outcome.table}.csv.`,
      });
    }
    case 'stale': {
      const made = {
        sv: 'Förslaget gjordes av ett annat underlag.',
        en: 'The proposal was made from other input.',
      };
      return mismatchFailure(outcome.mismatches) ?? failure('not_verified', made);
    }
  }
}

function joined(sentences: readonly Text[]): Text {
  return { sv: sentences.map(({ sv }) => sv).join(' '), en: sentences.map(({ en }) => en).join(' ') };
}

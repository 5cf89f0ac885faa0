/** What commands and API answer with where a match or a check did not end in a proposal that stands. */
import type { Text } from './domain/text.ts';
import { type Failure, failure } from './errors.ts';
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
      sv: `${length} påståenden stämmer inte.`,
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

function joined(sentences: readonly Text[]): Text {
  return { sv: sentences.map(({ sv }) => sv).join(' '), en: sentences.map(({ en }) => en).join(' ') };
}

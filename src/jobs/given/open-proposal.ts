/** A proposal@1 by path. */
import { type Failure, failure } from '../../errors.ts';
import { check } from '../../input-faults.ts';
import { type Proposal, proposalSchema } from '../../matching/proposal-format.ts';
import { otherKind } from './kinds.ts';
import { readJson } from './read-json.ts';

export async function openProposal(path: string): Promise<Proposal | Failure> {
  const json = await readJson(path);
  if (json.status === 'failed') return json;
  const other = otherKind(path, json.value, 'proposal');
  if (other) return other;
  const checked = check(proposalSchema, json.value, path);
  if (checked.status === 'valid') return checked.value;
  const detail = { sv: `${path} är inte ett förslag.`, en: `${path} is not a proposal.` };
  return failure('input_refused', detail, checked.faults);
}

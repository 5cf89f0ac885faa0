/**
 * What a job is asked, as somebody sent it: JSON, a zip of the region folder, or its workbook. It is read here, in the thread, because
 * a large region takes long to parse.
 */
import { z } from 'zod';
import type { InputProblem } from '../domain/checks/input-problem.ts';
import { defaultPolicy, type Policy, policySchema } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { type Failure, failure } from '../errors.ts';
import { type RegionReading, readRegionJson, readRegionPacked } from '../files/read-region.ts';
import { openZip } from '../files/zip.ts';
import { check } from '../input-faults.ts';
import { type Proposal, proposalSchema } from '../matching/proposal-format.ts';
import { exampleNames, readExample } from './examples.ts';
import { notJson, readJson, regionRefused, type Sent } from './sent.ts';

/** Region and proposal are judged later, by their own readers, which know more than a schema. */
export const matchFields = {
  example: z.enum(exampleNames).exactOptional(),
  region: z.unknown().optional(),
  /** Instead of the region's own. */
  policy: policySchema.exactOptional(),
};
export const verifyFields = { ...matchFields, proposal: z.unknown() };
export const explainFields = {
  ...verifyFields,
  participant: z.string(),
  team: z.string().exactOptional(),
};

const matchQuestion = z.strictObject(matchFields);
const verifyQuestion = z.strictObject(verifyFields);
const explainQuestion = z.strictObject(explainFields);

interface Opened {
  readonly status: 'opened';
  readonly region: Region;
  readonly policy: Policy;
}

/** A region as it is; or `{example or region, policy?}`. */
export async function readMatchQuestion({ type, bytes }: Sent): Promise<Opened | Failure> {
  if (type === 'packed') return opened(await readRegionPacked(bytes));
  const json = await readJson([bytes]);
  if (json === undefined) return notJson;
  if (isRegion(json)) return opened(readRegionJson(json));
  const asked = check(matchQuestion, json, 'body');
  return asked.status === 'valid' ? open(asked.value) : misput(asked.faults);
}

/** A zip with `proposal.json` beside `region.json`; or `{example or region, policy?, proposal}`. */
export async function readVerifyQuestion({
  type,
  bytes,
}: Sent): Promise<(Opened & { readonly proposal: Proposal }) | Failure> {
  if (type === 'packed')
    return withProposal(opened(await readRegionPacked(bytes)), await proposalInZip(bytes));
  const json = await readJson([bytes]);
  if (json === undefined) return notJson;
  const asked = check(verifyQuestion, json, 'body');
  if (asked.status === 'faulty') return misput(asked.faults);
  return withProposal(await open(asked.value), asked.value.proposal);
}

/** `{example or region, policy?, proposal, participant, team?}`: a zip or a workbook has no place for whom it is about. */
export async function readExplainQuestion({
  type,
  bytes,
}: Sent): Promise<
  (Opened & { readonly proposal: Proposal; readonly participant: string; readonly team?: string }) | Failure
> {
  if (type === 'packed') {
    return failure('unknown_media', {
      sv: 'En förklaring begärs som JSON, inte som zip eller arbetsbok.',
      en: 'An explanation is asked for as JSON, not as a zip or a workbook.',
    });
  }
  const json = await readJson([bytes]);
  if (json === undefined) return notJson;
  const asked = check(explainQuestion, json, 'body');
  if (asked.status === 'faulty') return misput(asked.faults);
  const { participant, team, proposal } = asked.value;
  const question = withProposal(await open(asked.value), proposal);
  if (question.status === 'failed') return question;
  return { ...question, participant, ...(team !== undefined && { team }) };
}

async function open({ example, region, policy }: z.output<typeof matchQuestion>): Promise<Opened | Failure> {
  if ((example === undefined) === (region === undefined)) return misput([oneRegion]);
  return opened(example === undefined ? readRegionJson(region) : await readExample(example), policy);
}

function opened(reading: RegionReading, policy?: Policy): Opened | Failure {
  if (reading.status === 'read') {
    const { region } = reading;
    return { status: 'opened', region, policy: policy ?? region.policy ?? defaultPolicy };
  }
  return regionRefused(reading.errors);
}

function withProposal(
  question: Opened | Failure,
  proposal: unknown,
): (Opened & { readonly proposal: Proposal }) | Failure {
  if (question.status === 'failed') return question;
  const claimed = check(proposalSchema, proposal, 'proposal');
  if (claimed.status === 'valid') return { ...question, proposal: claimed.value };
  return failure(
    'input_refused',
    { sv: 'Det som skickades är inte ett förslag.', en: 'What was sent is not a proposal.' },
    claimed.faults,
  );
}

/** The JSON of `proposal.json`, undefined where the zip has none that can be read. */
async function proposalInZip(bytes: Uint8Array): Promise<unknown> {
  const zip = openZip(bytes);
  if (zip.status === 'refused') return undefined;
  const file = await zip.files.open('proposal.json');
  if (file.status !== 'opened') return undefined;
  return readJson(file.bytes());
}

function isRegion(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'resursutbyte/region@1'
  );
}

function misput(faults: readonly InputProblem[]): Failure {
  return failure(
    'usage',
    { sv: 'Frågan har inte den form som väntas.', en: 'The request does not have the form expected.' },
    faults,
  );
}

const oneRegion: InputProblem = {
  file: 'body',
  row: null,
  column: null,
  value: null,
  message: { sv: 'förväntat antingen example eller region', en: 'expected either example or region' },
};

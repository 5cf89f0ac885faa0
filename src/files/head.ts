/** region.json: name, period and policy of a region. The policy may stand in a file of its own beside it. */
import type { z } from 'zod';
import { echo, type InputProblem, looksLikeIdentityNumber } from '../domain/checks/input-problem.ts';
import { issueText } from '../domain/checks/issue-text.ts';
import { policySchema } from '../domain/policy.ts';
import { type Region, type RegionTables, regionHead } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import { type RegionFiles, readText, tooLargeMessage } from './region-files.ts';

type RegionHead = Omit<Region, keyof RegionTables>;

export type HeadReading =
  | { readonly status: 'read'; readonly head: RegionHead }
  | { readonly status: 'refused'; readonly errors: readonly InputProblem[] };

const headFile = 'region.json';
export const largestJsonBytes = 5 * 1024 * 1024;

/** Reads region.json and the policy that it names. */
export async function readHead(files: RegionFiles): Promise<HeadReading> {
  const read = await readJsonFile(files, headFile);
  if (read.status === 'refused') return read;
  const value = read.value;
  if (!isRecord(value) || typeof value.policy !== 'string') return parseHead(value, headFile);
  const policy = await readJsonFile(files, value.policy);
  if (policy.status === 'refused') return policy;
  const checked = policySchema.safeParse(policy.value);
  const { policy: path, ...rest } = value;
  const head = parseHead(rest, headFile);
  const policyErrors = checked.success ? [] : issueProblems(checked.error.issues, policy.value, path);
  const headErrors = head.status === 'refused' ? head.errors : [];
  if (head.status === 'refused' || !checked.success)
    return { status: 'refused', errors: [...headErrors, ...policyErrors] };
  return { status: 'read', head: { ...head.head, policy: checked.data } };
}

/** Checks a region's head with its policy inside; `file` is its name in problems. */
export function parseHead(value: unknown, file: string): HeadReading {
  const parsed = regionHead.safeParse(value);
  if (!parsed.success) return { status: 'refused', errors: issueProblems(parsed.error.issues, value, file) };
  const head = parsed.data;
  if (looksLikeIdentityNumber(head.name) || looksLikeIdentityNumber(head.provenance ?? ''))
    return refused(file, null, null, noIdentityNumbers);
  if (head.period.from > head.period.to) return refused(file, 'period', head.period.to, periodOrder);
  return { status: 'read', head };
}

type JsonReading =
  | { readonly status: 'read'; readonly value: unknown }
  | { readonly status: 'refused'; readonly errors: readonly InputProblem[] };

async function readJsonFile(files: RegionFiles, path: string): Promise<JsonReading> {
  const opened = await files.open(path);
  if (opened.status === 'outside') return refused(headFile, 'policy', path, outsideFolder);
  if (opened.status === 'missing')
    return path === headFile
      ? refused(path, null, null, noHead)
      : refused(headFile, 'policy', path, noPolicy);
  if (opened.sizeBytes > largestJsonBytes)
    return refused(path, null, null, tooLargeMessage(opened.sizeBytes, largestJsonBytes));
  const text = await readText(opened.bytes());
  if (text === null) return refused(path, null, null, notUtf8);
  const value = parseJson(text);
  return value === undefined ? refused(path, null, null, notJson) : { status: 'read', value };
}

/** The value of a JSON text, undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issueProblems(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  file: string,
): readonly InputProblem[] {
  return issues.map((issue) => {
    const where = issue.path.map(String).join('.');
    return {
      file,
      row: null,
      column: where === '' ? null : echo(where),
      value: echo(valueAt(value, issue.path)),
      message: headIssueText(issue),
    };
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[String(step)] : undefined), value);
}

function headIssueText(issue: z.core.$ZodIssue): Text {
  return issueText(issue, issue.path.includes('legal_basis') ? legalBasis : wrongForm);
}

function refused(
  file: string,
  column: string | null,
  value: unknown,
  message: Text,
): { readonly status: 'refused'; readonly errors: readonly InputProblem[] } {
  return { status: 'refused', errors: [{ file, row: null, column, value: echo(value), message }] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const wrongForm: Text = {
  sv: 'har fel form; ett datum skrivs som 2004-03-01, ett namn på en rad utan mellanslag ytterst',
  en: 'has the wrong form; a date is written as 2004-03-01, a name on one line without spaces at either end',
};
const noHead: Text = {
  sv: 'filen saknas; varje region har en region.json med format, name och period',
  en: 'the file is missing; every region has a region.json with format, name and period',
};
const noPolicy: Text = {
  sv: 'filen finns inte i regionens mapp',
  en: "there is no such file in the region's folder",
};
const outsideFolder: Text = {
  sv: 'förväntat en sökväg inom regionens mapp',
  en: "expected a path inside the region's folder",
};
const notUtf8: Text = {
  sv: 'filen är inte UTF-8; spara den som UTF-8',
  en: 'the file is not UTF-8; save it as UTF-8',
};
const notJson: Text = { sv: 'filen är inte giltig JSON', en: 'the file is not valid JSON' };
const periodOrder: Text = { sv: 'period.to ligger före period.from', en: 'period.to is before period.from' };
const legalBasis: Text = {
  sv: 'weights.background är över 0, så legal_basis måste säga i ord varför bakgrund får användas (GDPR art. 9)',
  en: 'weights.background is above 0, so legal_basis must say in words why background may be used (GDPR art. 9)',
};
const noIdentityNumbers: Text = {
  sv: 'name eller provenance liknar ett personnummer; sådana behövs aldrig här',
  en: 'name or provenance looks like a personal identity number; none is ever needed here',
};

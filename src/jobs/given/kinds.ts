/** What kinds of JSON files there are, so that one given in place of another is named and not picked to pieces. */
import { PROBLEM_FORMAT } from '../../../solver/problem-json.ts';
import { SOLUTION_FORMAT } from '../../../solver/solution-json.ts';
import type { Text } from '../../domain/text.ts';
import { type Failure, failure } from '../../errors.ts';
import { EXPLANATION_FORMAT } from '../../matching/explain/explanation-format.ts';
import { PROPOSAL_FORMAT } from '../../matching/proposal-format.ts';
import { SCENARIO_FORMAT } from '../../scenarios/scenario-format.ts';
import { YEAR_FORMAT } from '../../scenarios/year/setting.ts';

const kinds = {
  region: { format: 'resursutbyte/region@1', sv: 'en region', en: 'a region' },
  policy: { format: 'resursutbyte/policy@1', sv: 'en policy', en: 'a policy' },
  problem: { format: PROBLEM_FORMAT, sv: 'ett problem', en: 'a problem' },
  solution: { format: SOLUTION_FORMAT, sv: 'en lösning', en: 'a solution' },
  proposal: { format: PROPOSAL_FORMAT, sv: 'ett förslag', en: 'a proposal' },
  year: { format: YEAR_FORMAT, sv: 'ett års förutsättningar', en: 'a setting of a year' },
  scenario: { format: SCENARIO_FORMAT, sv: 'ett scenario', en: 'a scenario' },
  explanation: { format: EXPLANATION_FORMAT, sv: 'en förklaring', en: 'an explanation' },
} as const satisfies Record<string, Text & { readonly format: string }>;

type Kind = keyof typeof kinds;

/** The failure of a file that says it is of a kind other than those asked for; null where it says one of them, or nothing known. */
export function otherKind(
  path: string,
  value: unknown,
  ...asked: readonly [Kind, ...Kind[]]
): Failure | null {
  const said = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const found = Object.values(kinds).find(({ format }) => format === said);
  if (!found || asked.some((kind) => kinds[kind] === found)) return null;
  return failure('usage', {
    sv: `${path} är ${found.sv}, inte ${asked.map((kind) => kinds[kind].sv).join(' eller ')}.`,
    en: `${path} is ${found.en}, not ${asked.map((kind) => kinds[kind].en).join(' or ')}.`,
  });
}

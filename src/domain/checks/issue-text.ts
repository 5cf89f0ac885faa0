/** What zod finds wrong with a value, in Swedish and English; what was read is never repeated. */
import type { z } from 'zod';
import type { Text } from '../text.ts';
import { echo } from './input-problem.ts';

/** So many unknown keys are named, each cut to the length of an echo. */
const MOST_KEYS = 8;

/** An issue of a schema as a sentence; `otherwise` where it is of a kind that says nothing to people. */
export function issueText(issue: z.core.$ZodIssue, otherwise: Text): Text {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const shown = issue.keys.slice(0, MOST_KEYS).map((key) => echo(key) ?? '…');
      const keys = [...shown, ...(issue.keys.length > MOST_KEYS ? ['…'] : [])].join(', ');
      return { sv: `okänt fält: ${keys}; ta bort det`, en: `unknown field: ${keys}; remove it` };
    }
    case 'too_small':
      return { sv: `förväntat minst ${issue.minimum}`, en: `expected at least ${issue.minimum}` };
    case 'too_big':
      return { sv: `förväntat högst ${issue.maximum}`, en: `expected at most ${issue.maximum}` };
    case 'invalid_value':
      return {
        sv: `förväntat ${issue.values.map(String).join(' eller ')}`,
        en: `expected ${issue.values.map(String).join(' or ')}`,
      };
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { sv: issue.expected, en: issue.expected };
      return {
        sv: `saknas eller är av fel slag; förväntat ${kind.sv}`,
        en: `missing or of the wrong kind; expected ${kind.en}`,
      };
    }
    default:
      return otherwise;
  }
}

const kinds: Readonly<Partial<Record<string, Text>>> = {
  string: { sv: 'en text', en: 'a text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  object: { sv: 'ett objekt', en: 'an object' },
  record: { sv: 'ett objekt', en: 'an object' },
  array: { sv: 'en lista', en: 'a list' },
};

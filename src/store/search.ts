/** Finds a part of a text, whatever its case. In the database's plain order of characters only a-z have a case, so every other letter is looked for in both. */
import { type Expression, sql } from 'kysely';

export function holds(text: Expression<string | null>, part: string) {
  return sql<boolean>`${text} ~* ${pattern(part)}`;
}

function pattern(part: string): string {
  return [...part].map((character) => (isPlain(character) ? character : anyCase(character))).join('');
}

function isPlain(character: string): boolean {
  return /[\p{ASCII}&&[\p{L}\p{N} ]]/v.test(character);
}

function anyCase(character: string): string {
  const cases = new Set([character, character.toLowerCase(), character.toUpperCase()]);
  return `(?:${[...cases].map((text) => text.replaceAll(/[\p{ASCII}&&[^\p{L}\p{N}]]/gv, '\\$&')).join('|')})`;
}

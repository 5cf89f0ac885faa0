/**
 * Languages by their ISO 639-3 codes: which exist, what they are called, what people write instead of the code, and
 * which speakers understand each other.
 *
 * Codes come from the package iso-639-3; names of those often met in Sweden from language-names.ts; aliases and mutual intelligibility from
 * languages.json, where each row of intelligibility says whose judgement it is and names literature on the subject.
 */
import { iso6393, iso6393To2B } from 'iso-639-3';
import { z } from 'zod';
import { nearest } from './checks/nearest.ts';
import { languageNames } from './language-names.ts';
import data from './languages.json' with { type: 'json' };
import type { Text } from './text.ts';

const code = z.string().regex(/^[a-z]{3}$/);
const share = z.number().min(0).max(1);
const languageData = z
  .strictObject({
    about: z.string(),
    aliases: z.array(z.strictObject({ alias: z.string(), code })),
    ambiguous: z.array(z.strictObject({ code, members: z.array(code) })),
    intelligibility: z.array(
      z.union([
        z.strictObject({ among: z.array(code).min(2), share, source: z.string().min(1) }),
        z.strictObject({ between: z.array(code), and: z.array(code), share, source: z.string().min(1) }),
      ]),
    ),
  })
  .parse(data);

const names = new Map(languageNames.map(({ code, sv, en }) => [code, { sv, en }]));
/** Codes such as und (undetermined) are no language: two people who "share" it share nothing. */
const isoName = new Map(
  iso6393.filter((row) => row.scope !== 'special').map((row) => [row.iso6393, row.name]),
);
const ambiguous = new Map(languageData.ambiguous.map((row) => [row.code, row.members]));
const aliases = collectAliases();
const shares = collectShares();
/** Used only for the rarer languages that language-names.json does not hold. */
const swedishNames = new Intl.DisplayNames('sv', { type: 'language', fallback: 'none' });

export type LanguageLookup =
  | { readonly status: 'known'; readonly code: string }
  | { readonly status: 'alias'; readonly code: string }
  | { readonly status: 'unknown'; readonly nearest: string | null };

/**
 * The ISO 639-3 code for what somebody wrote: the code itself, or an alias (a code of two letters, an older code, a
 * Swedish or English name, whatever the case of letters). For anything else, the nearest known code or name.
 */
export function resolveLanguage(written: string): LanguageLookup {
  const alias = aliases.get(written.toLowerCase());
  if (alias !== undefined) return { status: 'alias', code: alias };
  if (isoName.has(written)) return { status: 'known', code: written };
  const lower = written.toLowerCase();
  if (isoName.has(lower)) return { status: 'alias', code: lower };
  const close =
    nearest(lower, names.keys()) ?? nearest(lower, aliases.keys()) ?? nearest(lower, isoName.keys());
  return { status: 'unknown', nearest: close };
}

/** Whether a code is one of the languages often met in Sweden, which language-names.json holds; others may be slips. */
export function isCommonLanguage(languageCode: string): boolean {
  return names.has(languageCode);
}

/** The languages that a code may stand for where it does not say which, such as kur; else none. */
export function ambiguousMembers(languageCode: string): readonly string[] {
  return ambiguous.get(languageCode) ?? [];
}

/** How much of everyday speech speakers of two languages understand: 1 the same language, 0 nothing; symmetric. */
export function intelligibility(a: string, b: string): number {
  return a === b ? 1 : (shares.get(pairKey(a, b)) ?? 0);
}

/** The languages that speakers of one understand at all, itself first, the others in the order of their codes. */
export function understoodFrom(languageCode: string): readonly string[] {
  const others = [...shares]
    .filter(([, value]) => value > 0)
    .map(([key]) => key.split('-'))
    .filter((pair) => pair.includes(languageCode))
    .map(([a, b]) => (a === languageCode ? b : a));
  return [languageCode, ...others.sort()];
}

/** A language's name for users; the code itself where it is not known. */
export function languageName(languageCode: string): Text {
  const known = names.get(languageCode);
  if (known) return known;
  const en = isoName.get(languageCode) ?? languageCode;
  return { sv: swedishName(languageCode) ?? en, en };
}

function swedishName(languageCode: string): string | undefined {
  return isoName.has(languageCode) ? swedishNames.of(languageCode) : undefined;
}

function collectAliases(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (alias: string | undefined, target: string) => {
    if (alias === undefined || alias === target) return;
    const written = alias.toLowerCase();
    if (!found.has(written) && !isoName.has(written)) found.set(written, target);
  };
  // The hand-made aliases come first, since a withdrawn code may still be in the list of codes.
  for (const { alias, code: target } of languageData.aliases) found.set(alias, target);
  for (const row of languageNames) {
    add(row.sv, row.code);
    add(row.en, row.code);
  }
  for (const row of iso6393) {
    add(row.iso6391, row.iso6393);
    add(iso6393To2B[row.iso6393], row.iso6393);
  }
  for (const row of iso6393) add(row.name, row.iso6393);
  return found;
}

function collectShares(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (a: string, b: string, value: number) => {
    if (found.has(pairKey(a, b))) throw new Error(`languages.json says twice how far ${a} and ${b} agree`);
    found.set(pairKey(a, b), value);
  };
  for (const row of languageData.intelligibility) {
    const pairs =
      'among' in row
        ? row.among.flatMap((a, i) => row.among.slice(i + 1).map((b) => [a, b]))
        : row.between.flatMap((a) => row.and.map((b) => [a, b]));
    for (const [a, b] of pairs) add(a, b, row.share);
  }
  return found;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

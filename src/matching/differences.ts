import type { Text } from '../domain/text.ts';

/** A claim of a proposal that does not hold. */
export interface Mismatch extends Text {
  /** Where in the proposal, such as pairs[p07].points. */
  readonly where: string;
}

/**
 * Every place where a proposal differs from the same proposal made anew. Items that name a participant, a team, a language, a gender or a
 * constraint are compared with their namesake, others with the one in the same position. Order counts: lists stand in the order of ids.
 */
export function differences(anew: unknown, claimed: unknown, where = ''): readonly Mismatch[] {
  if (Array.isArray(anew) && Array.isArray(claimed)) return listDifferences(anew, claimed, where);
  if (isRecord(anew) && isRecord(claimed)) {
    const keys = [...new Set([...Object.keys(anew), ...Object.keys(claimed)])];
    return keys.flatMap((key) =>
      differences(anew[key], claimed[key], where === '' ? key : `${where}.${key}`),
    );
  }
  if (anew === claimed) return [];
  return [
    {
      where,
      sv: `Förslaget säger ${shown(claimed)}, men omräknat blir det ${shown(anew)}.`,
      en: `The proposal says ${shown(claimed)}, but recomputed it is ${shown(anew)}.`,
    },
  ];
}

function listDifferences(
  anew: readonly unknown[],
  claimed: readonly unknown[],
  where: string,
): readonly Mismatch[] {
  const expected = named(anew);
  const found = named(claimed);
  if (!expected || !found) {
    const length = Math.max(anew.length, claimed.length);
    return Array.from({ length }, (_, i) => differences(anew[i], claimed[i], `${where}[${i}]`)).flat();
  }
  const names = [...new Set([...expected.keys(), ...found.keys()])];
  const inItems = names.flatMap((name) =>
    differences(expected.get(name), found.get(name), `${where}[${name}]`),
  );
  const order = [...found.keys()];
  const sameOrder = [...expected.keys()].every((name, i) => name === order[i]);
  return inItems.length > 0 || sameOrder ? inItems : [wrongOrder(where)];
}

function wrongOrder(where: string): Mismatch {
  return {
    where,
    sv: 'Listan står inte i sina nycklars ordning.',
    en: 'The list is not in the order of its keys.',
  };
}

/** The items by name; null where some have none or share one. */
function named(items: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const byName = new Map<string, unknown>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === null || byName.has(name)) return null;
    byName.set(name, item);
  }
  return byName;
}

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  for (const key of ['participant', 'gender', 'constraint']) {
    if (typeof item[key] === 'string') return item[key];
  }
  return typeof item.team === 'string' && typeof item.language === 'string'
    ? `${item.team} ${item.language}`
    : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** At most this much of a value is quoted. */
const QUOTED = 80;

function shown(value: unknown): string {
  if (value === undefined) return '(–)';
  const text = JSON.stringify(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

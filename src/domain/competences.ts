/**
 * The competences that participants have and teams ask for: a list in data, so that a word means the same on both
 * sides. A code of the European classification ESCO is kept where it is known; none is guessed.
 */
import { z } from 'zod';
import { nearest } from './checks/nearest.ts';
import list from './competences.json' with { type: 'json' };
import type { Text } from './text.ts';

const competenceSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  sv: z.string().min(1),
  en: z.string().min(1),
  /** The concept's address in ESCO, where known. */
  esco: z.url().optional(),
});

export type Competence = z.infer<typeof competenceSchema>;

/** All competences, in the order in which they are shown. */
export const competences: readonly Competence[] = z.array(competenceSchema).parse(list);

const byId = new Map(competences.map((competence) => [competence.id, competence]));

/** Whether the id is in the list. */
export function isCompetence(id: string): boolean {
  return byId.has(id);
}

/** The id that a misspelt one most likely stands for, or null. */
export function nearestCompetence(id: string): string | null {
  return nearest(id, byId.keys());
}

/** What users read for an id; the id itself where it is not in the list. */
export function competenceName(id: string): Text {
  const competence = byId.get(id);
  return competence ? { sv: competence.sv, en: competence.en } : { sv: id, en: id };
}

/** A pair as the proposal has it, or as it was made by hand: what lies sealed in its row. */
import { z } from 'zod';
import { openJson, sealJson } from '../sealed-json.ts';
import type { PersonKey } from '../vault.ts';
import { pairContext } from './sealed-pair.ts';

const text = { sv: z.string(), en: z.string() };

export const storedPair = z.strictObject({
  participant: z.string(),
  team: z.string(),
  unit: z.string(),
  sfiGroup: z.string(),
  points: z.int(),
  /** They add up to the points. */
  terms: z.record(z.string(), z.int()),
  /** A week. */
  teamHours: z.number(),
  sfiHours: z.number(),
  conditions: z.array(z.strictObject({ code: z.string(), ...text })),
  /** Rules that speak against the pair and were set aside, and why. */
  overridden: z
    .strictObject({
      reason: z.string(),
      rules: z.array(z.strictObject({ rule: z.string(), ...text })).min(1),
      ...text,
    })
    .exactOptional(),
});
export type StoredPair = Readonly<z.infer<typeof storedPair>>;

export function sealPair(key: PersonKey, proposal: string, pair: StoredPair): Buffer {
  return sealJson(key, pair, pairContext(proposal, pair.participant));
}

export function openPair(
  key: PersonKey,
  sealed: Uint8Array,
  proposal: string,
  participant: string,
): StoredPair {
  return storedPair.parse(openJson(key, sealed, pairContext(proposal, participant)));
}

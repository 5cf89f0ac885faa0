/**
 * All rows of a region that tell about one participant, each with its position in its table: what is sealed and opened as a whole. The other
 * rows, about places, are what is left.
 */
import { z } from 'zod';
import { type RegionTables, regionTables } from '../../domain/region.ts';
import { open, type PersonKey, seal } from '../vault.ts';

const place = z.int().min(0);

const bundleSchema = z.strictObject({
  participants: z.tuple([z.tuple([place, regionTables.participants])]),
  participant_languages: z.array(z.tuple([place, regionTables.participant_languages])),
  sessions: z.array(z.tuple([place, regionTables.sessions])),
  extracts: z.array(z.tuple([place, regionTables.extracts])),
  decisions: z.array(z.tuple([place, regionTables.decisions])),
});

export type PersonBundle = z.infer<typeof bundleSchema>;

/** A bundle for each participant, in their order. */
export function bundlesOf(tables: RegionTables): readonly PersonBundle[] {
  const bundles = new Map<string, PersonBundle>();
  tables.participants.forEach((row, position) => {
    bundles.set(row.id, {
      participants: [[position, row]],
      participant_languages: [],
      sessions: [],
      extracts: [],
      decisions: [],
    });
  });
  const bundleOf = (participant: string): PersonBundle => {
    const bundle = bundles.get(participant);
    if (bundle === undefined) throw new Error('a row is about a participant whom the region does not have');
    return bundle;
  };
  tables.participant_languages.forEach((row, position) => {
    bundleOf(row.participant).participant_languages.push([position, row]);
  });
  tables.sessions.forEach((row, position) => {
    if (row.owner === 'participant') bundleOf(row.id).sessions.push([position, row]);
  });
  tables.extracts.forEach((row, position) => {
    bundleOf(row.participant).extracts.push([position, row]);
  });
  tables.decisions.forEach((row, position) => {
    bundleOf(row.participant).decisions.push([position, row]);
  });
  return [...bundles.values()];
}

export function sealBundle(bundle: PersonBundle, key: PersonKey, version: number): Buffer {
  const [[, { id }]] = bundle.participants;
  return seal(key, Buffer.from(JSON.stringify(bundle)), contextOf(version, id));
}

export function openBundle(
  sealed: Uint8Array,
  key: PersonKey,
  version: number,
  participant: string,
): PersonBundle {
  const text = open(key, sealed, contextOf(version, participant)).toString();
  return bundleSchema.parse(JSON.parse(text));
}

function contextOf(version: number, participant: string): string {
  return `participants/${version}/${participant}`;
}

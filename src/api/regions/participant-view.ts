/** What of a participant whoever asks may see: the fields of the roles that they have where the participant lives or is placed. */
import { z } from 'zod';
import type { ParticipantField } from '../../domain/access/fields.ts';
import { wholeMonths } from '../../domain/overview.ts';
import {
  decisionRow,
  extractRow,
  participantLanguageRow,
  participantRow,
} from '../../domain/tables/participants.ts';
import { sessionRow } from '../../domain/tables/timetable.ts';
import { fieldsSeen } from '../../store/acting.ts';
import type { FoundParticipant } from '../../store/participants/find-participants.ts';
import type { PersonBundle } from '../../store/regions/person-bundle.ts';
import type { Actor } from '../../store/users/actor.ts';

/** Where somebody is. A field that the role does not see is left out. */
const whereabouts = z.strictObject({
  id: z.string(),
  homeDistrict: z.string().nullable().exactOptional(),
  /** Null where the person waits. */
  status: z.string().nullable().exactOptional(),
  team: z.string().nullable().exactOptional(),
  unit: z.string().nullable().exactOptional(),
  sfiPlacement: z.string().nullable().exactOptional(),
});

/** With what one looks for people by. */
export const listedParticipant = whereabouts.extend({
  area: z.string().exactOptional(),
  waitedMonths: z.int().exactOptional().describe('whole months since the residence permit'),
  languages: z.array(z.string()).exactOptional().describe('ISO 639-3, each once'),
});

export const shownParticipant = whereabouts.extend({
  version: z.int(),
  row: participantRow.partial(),
  languages: z.array(participantLanguageRow).exactOptional(),
  hindrances: z.array(sessionRow).exactOptional(),
  extracts: z.array(extractRow).exactOptional(),
  decisions: z.array(decisionRow).exactOptional(),
});

type Fields = ReadonlySet<ParticipantField>;

/** What is seen of somebody who lives there, and is placed there. */
export function fieldsOf(actor: Actor, region: string, { homeDistrict, pair }: FoundParticipant): Fields {
  const atHome = fieldsSeen(actor, { region, ...(homeDistrict !== null && { district: homeDistrict }) });
  if (pair === null) return atHome;
  const { district, principal, team } = pair;
  return atHome.union(fieldsSeen(actor, { region, district, principal, team }));
}

/** `bundle` is null where what was sealed can no longer be opened. */
export function listed(
  found: FoundParticipant,
  bundle: PersonBundle | null,
  fields: Fields,
  today: string,
): z.infer<typeof listedParticipant> {
  if (bundle === null) return whereaboutsOf(found, fields);
  const [[, { area, permit_date: permit }]] = bundle.participants;
  const spoken = bundle.participant_languages.map(([, { language }]) => language);
  return {
    ...whereaboutsOf(found, fields),
    ...(fields.has('area') && { area }),
    ...(fields.has('permit_date') && { waitedMonths: wholeMonths(permit, today) }),
    ...(fields.has('languages') && { languages: [...new Set(spoken)] }),
  };
}

function whereaboutsOf(found: FoundParticipant, fields: Fields): z.infer<typeof whereabouts> {
  const { id, homeDistrict, pair, isDone } = found;
  return {
    id,
    ...(fields.has('area') && { homeDistrict }),
    ...(fields.has('status') && { status: pair?.state ?? (isDone ? 'ended' : null) }),
    ...(fields.has('team') && { team: pair?.team ?? null }),
    ...(fields.has('unit') && { unit: pair?.unit ?? null }),
    ...(fields.has('sfi_placement') && { sfiPlacement: pair?.sfiGroup ?? null }),
  };
}

export function shown(
  found: FoundParticipant,
  bundle: PersonBundle,
  fields: Fields,
  version: number,
): z.infer<typeof shownParticipant> {
  const [[, row]] = bundle.participants;
  const kept = Object.entries(row).filter(([name]) => isVisible(fields, name));
  return {
    ...whereaboutsOf(found, fields),
    version,
    row: participantRow.partial().parse(Object.fromEntries(kept)),
    ...(fields.has('languages') && { languages: rows(bundle.participant_languages) }),
    ...(fields.has('hindrances') && { hindrances: rows(bundle.sessions) }),
    ...(fields.has('extracts') && { extracts: rows(bundle.extracts) }),
    ...(fields.has('decisions') && { decisions: rows(bundle.decisions) }),
  };
}

function isVisible(fields: ReadonlySet<string>, name: string): boolean {
  return fields.has(name);
}

function rows<Row>(placed: readonly (readonly [number, Row])[]): Row[] {
  return placed.map(([, row]) => row);
}

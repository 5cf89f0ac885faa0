import { z } from 'zod';
import * as cell from './cells.ts';

/** participants.csv: who waits for a place. */
export const participantRow = z.strictObject({
  id: cell.key,
  gender: cell.gender,
  permit_date: cell.date,
  arrived_on: cell.date,
  available_from: cell.date,
  area: cell.name,
  lat: cell.latitude.optional(),
  lon: cell.longitude.optional(),
  sfi_path: cell.sfiPath,
  sfi_course: cell.sfiCourse,
  sfi_group: cell.key.optional(),
  school_forms: z.array(cell.schoolForm),
  roles: z.array(cell.role),
  competences: z.array(cell.key),
  max_commute_min: cell.commuteMinutes,
  min_team_hours: cell.hours,
  max_week_hours: cell.hours,
  background: cell.country.optional(),
  background_consent: cell.flag.optional(),
  avoid_units: z.array(cell.key),
  prefer_units: z.array(cell.key),
  child_units: z.array(cell.key),
  protected: cell.flag.optional(),
});
export type ParticipantRow = z.infer<typeof participantRow>;

/** participant_languages.csv */
export const participantLanguageRow = z.strictObject({
  participant: cell.key,
  language: cell.language,
  level: cell.level,
});

/** extracts.csv: that a criminal-record extract was shown, never what it says. */
export const extractRow = z.strictObject({
  participant: cell.key,
  principal: cell.name,
  issued_on: cell.date,
  shown_on: cell.date,
});

/**
 * decisions.csv: what officers have decided. Without a team it speaks of the person's every pair. A lock with `override` holds although rules
 * speak against the pair; the reason says why.
 */
export const decisionRow = z.strictObject({
  participant: cell.key,
  team: cell.key.optional(),
  sfi_group: cell.key.optional(),
  decision: cell.decision,
  reason: cell.freeText,
  decided_on: cell.date,
  override: cell.flag.optional(),
});
export type DecisionRow = z.infer<typeof decisionRow>;

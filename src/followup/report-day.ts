/** From which day follow-up looks at what is known, where somebody does not say it. */
import type { Region } from '../domain/region.ts';
import type { OutcomeRow } from '../domain/tables/followup.ts';
import type { Settings } from './settings-format.ts';

export interface ReportGiven {
  readonly settings: Settings;
  readonly outcomes: readonly OutcomeRow[];
  readonly region: Pick<Region, 'period'>;
}

/** The settings' own day, else that of the latest record, else the last of the region's period; as YYYY-MM-DD. */
export function reportDay({ settings, outcomes, region }: ReportGiven): string {
  return settings.as_of ?? latestRecord(outcomes) ?? region.period.to;
}

function latestRecord(outcomes: readonly OutcomeRow[]): string | null {
  return outcomes.reduce<string | null>(
    (latest, { recorded_on }) => (latest === null || recorded_on > latest ? recorded_on : latest),
    null,
  );
}

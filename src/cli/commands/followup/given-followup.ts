/** What the commands of follow-up are given: a region, what became of its participants, and the day that it is looked at from. */
import { Option } from 'commander';
import type { Region } from '../../../domain/region.ts';
import type { OutcomeRow } from '../../../domain/tables/followup.ts';
import { type Failure, failure } from '../../../errors.ts';
import { readFollowup } from '../../../files/followup/read-followup.ts';
import { defaultSettings } from '../../../followup/settings-format.ts';
import { type FollowupInput, judgeFollowup } from '../../../jobs/followup/judge-followup.ts';
import { openRegion } from '../../../jobs/given/open-input.ts';
import { type Language, type Terminal, tellNotes } from '../../terminal.ts';

export function followupOption(lang: Language): Option {
  return new Option(
    '--followup <folder>',
    lang === 'sv'
      ? 'mapp med outcomes.csv, om den inte ligger i regionens egen'
      : "folder with outcomes.csv, where it is not in the region's own",
  );
}

export function asOfOption(lang: Language): Option {
  return new Option(
    '--as-of <date>',
    lang === 'sv'
      ? 'vad som var rapporterat och överenskommet denna dag'
      : 'what had been reported and agreed on by this day',
  );
}

export const wrongDay = failure('usage', {
  sv: '--as-of ska vara ett datum som ÅÅÅÅ-MM-DD.',
  en: '--as-of must be a date as YYYY-MM-DD.',
});

export interface OpenedFollowup extends FollowupInput {
  readonly status: 'opened';
  readonly region: Region;
}

/** Reads the region at `path` and its follow-up, from `folder` where that is given; tells what is worth noting. */
export async function openFollowup(
  terminal: Terminal,
  path: string,
  folder: string | undefined,
): Promise<OpenedFollowup | Failure> {
  const opened = await openRegion(path);
  if (opened.status === 'failed') return opened;
  tellNotes(terminal, opened.notes);
  const place = folder ?? path;
  const judged = judgeFollowup(await readFollowup(place, opened.region), defaultSettings, place);
  if (judged.status === 'failed') return judged;
  tellNotes(terminal, judged.notes);
  return { status: 'opened', region: opened.region, ...judged.input };
}

/** The day asked for, else the settings' own, else that of the latest record. */
export function dayOf(
  asOf: string | undefined,
  { settings, outcomes, region }: Pick<OpenedFollowup, 'settings' | 'outcomes' | 'region'>,
): string {
  return asOf ?? settings.as_of ?? latestRecord(outcomes) ?? region.period.to;
}

function latestRecord(outcomes: readonly OutcomeRow[]): string | null {
  return outcomes.reduce<string | null>(
    (latest, { recorded_on }) => (latest === null || recorded_on > latest ? recorded_on : latest),
    null,
  );
}

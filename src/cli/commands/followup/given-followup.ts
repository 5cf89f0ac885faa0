/** What the commands of follow-up are given: a region, what became of its participants, and the day that it is looked at from. */
import { Option } from 'commander';
import { type Failure, failure } from '../../../errors.ts';
import { type OpenedFollowup, openFollowupAt } from '../../../jobs/given/open-followup.ts';
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

/** Reads the region at `path` and its follow-up, from `folder` where that is given; tells what is worth noting. */
export async function openFollowup(
  terminal: Terminal,
  path: string,
  folder: string | undefined,
): Promise<OpenedFollowup | Failure> {
  const opened = await openFollowupAt(path, folder ?? null);
  if (opened.status === 'opened') tellNotes(terminal, opened.notes);
  return opened;
}

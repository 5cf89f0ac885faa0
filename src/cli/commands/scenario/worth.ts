/** scenario worth REGION: what one more place is worth, by the prices and by solving again. */
import { Command } from 'commander';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { worthTable } from '../../../scenarios/tables/worth-table.ts';
import { type PlaceKind, placeKinds } from '../../../scenarios/worth/place-kinds.ts';
import { rankWorth } from '../../../scenarios/worth/rank-worth.ts';
import type { PlaceWorth, Worth } from '../../../scenarios/worth/worth-format.ts';
import { askThread } from '../../in-thread.ts';
import { askThreads } from '../../in-threads.ts';
import { whole } from '../../numbers.ts';
import { regionHelp } from '../../options.ts';
import { type Language, type Terminal, tellFailure } from '../../terminal.ts';
import {
  addScenarioOptions,
  blockedFile,
  readScenarioOptions,
  type ScenarioRequest,
  settingsOf,
  tellResult,
  WORK_EACH,
} from './results.ts';

/** Wide enough to be solved in a third of a second, narrow beside what a seat is worth. */
const GAP = '0.0001';
/** Places a part: what is lost when a thread ends early, against building the problem once a part. */
const PLACES_PER_PART = 20;
/** So many are told; the files have all. */
const MOST_LINES = 20;

const kindsGiven = z.object({ of: z.array(z.enum(placeKinds)).default([...placeKinds]) });

export function worthCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('worth')
    .description(
      sv
        ? 'Visar vad en plats till är värd: enligt priserna, och när det löses på nytt.'
        : 'Shows what one more place is worth: by the prices, and by solving again.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .option('--of <kind...>', `${sv ? 'slag av platser' : 'kinds of places'}: ${placeKinds.join(', ')}`);
  return addScenarioOptions(command, terminal.lang, GAP).action(async (region: string, options: unknown) => {
    const request = readScenarioOptions(options);
    const kinds = kindsGiven.safeParse(options);
    if ('status' in request) done(tellFailure(terminal, request));
    else if (!kinds.success) done(tellFailure(terminal, wrongKind));
    else done(await tellWorth(terminal, region, kinds.data.of, request));
  });
}

const wrongKind = failure('usage', {
  sv: `--of ska vara något av ${placeKinds.join(', ')}.`,
  en: `--of must be one of ${placeKinds.join(', ')}.`,
});

async function tellWorth(
  terminal: Terminal,
  path: string,
  kinds: readonly PlaceKind[],
  request: ScenarioRequest,
): Promise<number> {
  const blocked = await blockedFile(request);
  if (blocked) return tellFailure(terminal, blocked);
  const settings = settingsOf(request, WORK_EACH);
  const { policy } = request;
  // Today's own gap adds to every interval, so it is proven as far as its limits allow.
  const asked = {
    region: path,
    policy,
    settings: { ...settingsOf(request), gap: 0 },
    alsoWithoutEquity: false,
  };
  const today = await askThread(terminal, 'todayFiles', asked, request.timeLimitMs);
  if (today.status === 'failed') return tellFailure(terminal, today);
  const places = today.places.filter(({ kind }) => kinds.includes(kind));
  const { region, carried, objective, bound } = today;
  const count = Math.ceil(places.length / PLACES_PER_PART);
  const inputs = Array.from({ length: count }, (_, i) => ({
    region,
    policy: today.policy,
    carried,
    today: { objective, bound },
    places: places.filter((_, at) => at % count === i),
    settings,
  }));
  const found: PlaceWorth[] = [];
  const failed = await askThreads(terminal, 'worthPart', {
    inputs,
    of: places.length,
    done: async (_, output) => {
      found.push(...output);
      return null;
    },
  });
  if (failed) return tellFailure(terminal, failed);
  const worth = rankWorth(region.name, today, found);
  return tellResult(terminal, request, {
    json: worth,
    table: worthTable(worth, terminal.lang),
    svg: async (lang) => (await import('../../../scenarios/plots/worth-plot.ts')).worthSvg(worth, lang),
    words: worthText(worth, terminal.lang),
  });
}

function worthText({ region, places }: Worth, lang: Language): string {
  const sv = lang === 'sv';
  const lines = places.slice(0, MOST_LINES).map(({ name, price, confirmed: { least, most } }, i) => {
    const certain = least === most ? whole(least, lang) : `${whole(least, lang)}–${whole(most, lang)}`;
    return `${i + 1}. ${name[lang]}: ${certain} (${sv ? 'pris' : 'price'} ${whole(price, lang)})`;
  });
  const head = sv
    ? `${region}: vad en plats till är värd, i poäng`
    : `${region}: what one more place is worth, in points`;
  const more = places.length - lines.length;
  return [head, ...lines, ...(more > 0 ? [sv ? `… och ${more} till` : `… and ${more} more`] : [])].join('\n');
}

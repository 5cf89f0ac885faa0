/** scenario capacity REGION: the cheapest room that places a share of those who wait, or everybody who can be placed. */
import { Command } from 'commander';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import type { Capacity } from '../../../scenarios/capacity/capacity-format.ts';
import { capacityTable } from '../../../scenarios/tables/capacity-table.ts';
import { askThread } from '../../in-thread.ts';
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
} from './results.ts';

const given = z.object({
  share: z.coerce.number().min(0).max(1).optional(),
  most: z.coerce.number().int().min(0).max(1000),
  candidates: z.string().min(1).optional(),
});

interface Asked {
  readonly share?: number | null | undefined;
  readonly most: number;
  readonly candidates?: string | null | undefined;
}

export function capacityCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('capacity')
    .description(
      sv
        ? 'Hittar de billigaste tillskotten som räcker för att placera så många, med bevis.'
        : 'Finds the cheapest additions that suffice to place so many, with proof.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .option(
      '--share <s>',
      sv
        ? 'andel att placera, 0–1; annars alla som kan få plats'
        : 'share to place, 0-1; else all who can be placed',
    )
    .option('--most <n>', sv ? 'flest nya platser på ett ställe' : 'most new seats in one place', '3')
    .option(
      '--candidates <scenario>',
      sv
        ? 'arbetslag och sfi-grupper som kan öppnas; annars en likadan av varje'
        : 'teams and SFI groups that may open; else a twin of each',
    );
  return addScenarioOptions(command, terminal.lang).action(async (region: string, options: unknown) => {
    const request = readScenarioOptions(options);
    const asked = given.safeParse(options);
    if ('status' in request) done(tellFailure(terminal, request));
    else if (!asked.success) done(tellFailure(terminal, misused));
    else done(await tellCapacity(terminal, region, asked.data, request));
  });
}

const misused = failure('usage', {
  sv: '--share ska vara ett tal från 0 till 1 och --most ett heltal från 0.',
  en: '--share must be a number from 0 to 1 and --most a whole number from 0.',
});

async function tellCapacity(
  terminal: Terminal,
  region: string,
  { share = null, most, candidates = null }: Asked,
  request: ScenarioRequest,
): Promise<number> {
  const blocked = await blockedFile(request);
  if (blocked) return tellFailure(terminal, blocked);
  const { policy } = request;
  const asked = { region, policy, candidates, share, mostSeats: most, settings: settingsOf(request) };
  const capacity = await askThread(terminal, 'capacityFiles', asked, Number.POSITIVE_INFINITY);
  if (capacity.status === 'failed') return tellFailure(terminal, capacity);
  const code = await tellResult(terminal, request, {
    json: capacity,
    table: capacityTable(capacity),
    svg: async (lang) =>
      (await import('../../../scenarios/plots/capacity-plot.ts')).capacitySvg(capacity, lang),
    words: capacityText(capacity, terminal.lang),
  });
  if (code !== 0 || capacity.plan !== null) return code;
  return tellFailure(terminal, capacity.status === 'impossible' ? impossible(capacity) : nothingFound);
}

function impossible({ clash }: Capacity) {
  const rows = clash.join(', ');
  return failure('conflict', {
    sv: `Inga tillskott som har en kostnad räcker. Kraven som står mot varandra: ${rows}.`,
    en: `No additions that have a cost suffice. The demands that clash: ${rows}.`,
  });
}

const nothingFound = failure('nothing_found', {
  sv: 'Ingen plan hittades inom gränsen.',
  en: 'No plan was found within the limit.',
});

const kinds = {
  team_seat: { sv: 'platser i arbetslaget', en: 'seats in the team' },
  supervisor: { sv: 'handledare i arbetslaget', en: 'supervisors in the team' },
  sfi_seat: { sv: 'platser i sfi-gruppen', en: 'seats in the SFI group' },
  team: { sv: 'nytt arbetslag', en: 'new team' },
  sfi_group: { sv: 'ny sfi-grupp', en: 'new SFI group' },
} as const;

function capacityText({ region, target, plan, alternatives, note }: Capacity, lang: Language): string {
  const sv = lang === 'sv';
  const aim = sv
    ? `${region}: ${target.placed} av ${target.people} ska få plats.`
    : `${region}: ${target.placed} of ${target.people} are to be placed.`;
  if (plan === null) return aim;
  const cost = whole(plan.cost, lang);
  const least = whole(plan.leastCost, lang);
  const proof =
    plan.leastCost >= plan.cost
      ? {
          sv: `Billigast: ${cost}. Bevisat: inget är billigare.`,
          en: `Cheapest: ${cost}. Proven: nothing is cheaper.`,
        }
      : {
          sv: `Billigast som hittats: ${cost}. Inget kan kosta mindre än ${least}.`,
          en: `Cheapest found: ${cost}. Nothing can cost less than ${least}.`,
        };
  return [
    aim,
    proof[lang],
    ...plan.openings.map(
      ({ kind, id, count, cost: own }) => `  ${count} ${kinds[kind][lang]} ${id}: ${whole(own, lang)}`,
    ),
    ...alternatives.map(({ without, plan: other }) => {
      const what = `${kinds[without.kind][lang]} ${without.id}`;
      const price = other === null ? (sv ? 'går inte' : 'impossible') : whole(other.cost, lang);
      return sv ? `Utan ${what}: ${price}` : `Without ${what}: ${price}`;
    }),
    note[lang],
  ].join('\n');
}

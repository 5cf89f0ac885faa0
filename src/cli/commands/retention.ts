/** retention: lets go of what is kept too long, or says what that is; or sets how long a region keeps what it has. */

import { Command } from 'commander';
import { z } from 'zod';
import { dayOf } from '../../domain/dates.ts';
import { type RetentionLimits, retentionLimits } from '../../domain/retention.ts';
import { failure } from '../../errors.ts';
import type { Store } from '../../store/open-store.ts';
import { applyRetention } from '../../store/retention/apply.ts';
import { retentionLimitsOf, setRetentionLimits } from '../../store/retention/limits.ts';
import { planRetention, type RetentionPlan } from '../../store/retention/plan.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { withStore } from '../with-store.ts';

export function retentionCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('retention')
    .description(
      sv
        ? 'Gallrar det som sparats längre än regionens gränser säger.'
        : "Lets go of what is kept longer than the region's limits say.",
    )
    .option('--region <id>', sv ? 'bara en region' : 'one region only')
    .option('--dry-run', sv ? 'visa bara vad som skulle gallras' : 'only show what would go')
    .option('--persons <months>', sv ? 'så länge sparas personer' : 'so long are persons kept')
    .option('--proposals <months>', sv ? 'så länge sparas förslag' : 'so long are proposals kept')
    .option('--versions <months>', sv ? 'så länge sparas versioner' : 'so long are versions kept')
    .option('--json', sv ? 'resultatet som JSON på stdout' : 'the result as JSON on stdout')
    .action(async (options: unknown) => done(await retention(terminal, options)));
}

const months = z.coerce.number().pipe(retentionLimits.shape.persons).exactOptional();
const limitsGiven = z.object({ persons: months, proposals: months, versions: months });
type LimitsGiven = z.infer<typeof limitsGiven>;

const given = limitsGiven
  .extend({
    region: z.string().min(1).exactOptional(),
    dryRun: z.boolean().default(false),
    json: z.boolean().default(false),
  })
  .refine((options) => !setsLimits(options) || (options.region !== undefined && !options.dryRun));

function setsLimits({ persons, proposals, versions }: LimitsGiven): boolean {
  return persons !== undefined || proposals !== undefined || versions !== undefined;
}

function retention(terminal: Terminal, options: unknown): Promise<number> | number {
  const read = given.safeParse(options);
  if (!read.success) return tellFailure(terminal, misuse);
  const { region, dryRun, json, ...limits } = read.data;
  return withStore(terminal, async (store) => {
    const known = await store.db.selectFrom('regions').select('id').orderBy('id').execute();
    const regions = known.map(({ id }) => id).filter((id) => region === undefined || id === region);
    if (region !== undefined && regions.length === 0) return tellFailure(terminal, noRegion);
    if (region !== undefined && setsLimits(limits)) return setLimits(terminal, store, region, limits);
    const at = new Date();
    const plans: RetentionPlan[] = [];
    for (const id of regions) {
      plans.push(
        dryRun
          ? await planRetention(store.db, id, dayOf(at))
          : await applyRetention(store, { region: id, at, actor: null }),
      );
    }
    if (json) terminal.result(JSON.stringify(plans));
    else terminal.note(told(plans, terminal.lang, dryRun));
    return 0;
  });
}

async function setLimits(
  terminal: Terminal,
  store: Store,
  region: string,
  { persons, proposals, versions }: LimitsGiven,
): Promise<number> {
  const now = await retentionLimitsOf(store.db, region);
  const limits: RetentionLimits = {
    persons: persons ?? now.persons,
    proposals: proposals ?? now.proposals,
    versions: versions ?? now.versions,
  };
  await setRetentionLimits(store, region, limits, null);
  terminal.note(
    terminal.lang === 'sv'
      ? `${region} sparar personer ${limits.persons}, förslag ${limits.proposals} och versioner ${limits.versions} månader efter periodens slut.`
      : `${region} keeps persons ${limits.persons}, proposals ${limits.proposals} and versions ${limits.versions} months after a period's end.`,
  );
  return 0;
}

function told(plans: readonly RetentionPlan[], lang: 'sv' | 'en', dryRun: boolean): string {
  const sv = lang === 'sv';
  const lines = plans.flatMap(({ region, persons, proposals, versions, stillPlaced }) => {
    const why = ({ periodEnd, dueOn }: { readonly periodEnd: string; readonly dueOn: string }) =>
      sv
        ? `perioden slutade ${periodEnd}, sparas till ${dueOn}`
        : `the period ended on ${periodEnd}, kept until ${dueOn}`;
    return [
      ...persons.map((one) => `${region}: person ${one.id}: ${why(one)}`),
      ...proposals.map((one) => `${region}: ${sv ? 'förslag' : 'proposal'} ${one.id}: ${why(one)}`),
      ...versions.map((one) => `${region}: version ${one.number}: ${why(one)}`),
      ...stillPlaced.map((id) =>
        sv
          ? `${region}: person ${id} har kvar en plats, som avslutas först`
          : `${region}: person ${id} still has a place, which is ended first`,
      ),
    ];
  });
  const counts = plans.map(
    ({ persons, proposals, versions }) => persons.length + proposals.length + versions.length,
  );
  const count = counts.reduce((sum, one) => sum + one, 0);
  const sum = dryRun
    ? sv
      ? `${count} skulle gallras.`
      : `${count} would go.`
    : sv
      ? `${count} gallrade.`
      : `${count} gone.`;
  return [...lines, sum].join('\n');
}

const misuse = failure('usage', {
  sv: 'Gränser är hela månader från 1 till 1200, gäller en --region, och sätts utan --dry-run.',
  en: 'Limits are whole months from 1 to 1200, hold for one --region, and are set without --dry-run.',
});
const noRegion = failure('not_found', { sv: 'Regionen finns inte.', en: 'There is no such region.' });

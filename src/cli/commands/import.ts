/** import REGION: a region's files become a new version in the store, with no service's help. */
import { Command } from 'commander';
import { z } from 'zod';
import { defaultPolicy } from '../../domain/policy.ts';
import { regionId } from '../../domain/region-id.ts';
import { freeText } from '../../domain/tables/cells.ts';
import { type Failure, failure } from '../../errors.ts';
import { erasedRefused } from '../../jobs/erased.ts';
import type { OpenedRegion } from '../../jobs/given/open-input.ts';
import type { Store } from '../../store/open-store.ts';
import { regionHelp } from '../options.ts';
import { type Terminal, tellFailure, tellNotes } from '../terminal.ts';
import { withStore } from '../with-store.ts';

const given = z.object({ as: regionId, note: freeText.default('') });
type Given = z.infer<typeof given>;

export function importCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('import')
    .description(
      sv
        ? 'Läser in en region i tjänstens databas som en ny version.'
        : "Imports a region into the service's database as a new version.",
    )
    .argument('<region>', regionHelp[terminal.lang])
    .requiredOption(
      '--as <id>',
      sv ? 'regionens id: a-z, 0-9 och bindestreck' : "the region's id: a-z, 0-9 and hyphens",
    )
    .option('--note <text>', sv ? 'anteckning om versionen' : 'a note on the version')
    .action(async (path: string, options: unknown) => {
      const read = given.safeParse(options);
      done(read.success ? await importFrom(terminal, path, read.data) : tellFailure(terminal, wrongOptions));
    });
}

async function importFrom(terminal: Terminal, path: string, options: Given): Promise<number> {
  // Loaded here: all that reads a region, which other commands do not need.
  const { openRegion } = await import('../../jobs/given/open-input.ts');
  const opened = await openRegion(path);
  if (opened.status === 'failed') return tellFailure(terminal, opened);
  tellNotes(terminal, opened.notes);
  return withStore(terminal, async (store) => {
    const outcome = await save(store, opened, options);
    if (typeof outcome !== 'number') return tellFailure(terminal, outcome);
    terminal.result(`${options.as} ${outcome}`);
    return 0;
  });
}

/** The number of the new version. */
async function save(
  store: Store,
  { region: content }: OpenedRegion,
  { as: region, note }: Given,
): Promise<number | Failure> {
  const { digestOf } = await import('../../matching/digest.ts');
  const { latestVersion } = await import('../../store/regions/region-version.ts');
  const { importVersion } = await import('../../store/uploads/import-version.ts');
  const follows = (await latestVersion(store.db, region))?.number ?? 0;
  const digest = digestOf(content, defaultPolicy).region;
  const outcome = await importVersion(
    store,
    { region, content, digest, note, importedBy: null, follows },
    null,
  );
  switch (outcome.status) {
    case 'saved':
      return outcome.version.number;
    case 'superseded':
      return superseded;
    case 'erased':
      return erasedRefused(outcome.participants);
  }
}

const wrongOptions = failure('usage', {
  sv: '--as ska vara 1 till 63 tecken a-z och 0-9 med enstaka bindestreck inuti, --note högst 2000 tecken.',
  en: '--as must be 1 to 63 characters a-z and 0-9 with single hyphens inside, --note up to 2000 characters.',
});
const superseded = failure('changed_meanwhile', {
  sv: 'Regionen fick en annan version under tiden.',
  en: 'The region got another version meanwhile.',
});

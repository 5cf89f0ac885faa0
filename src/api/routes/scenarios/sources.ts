/**
 * The other regions that edits take districts from. A file names one by its path; here it is `REGION/NUMBER`, a version of a region of the
 * service, and whoever asks must be allowed to run scenarios there as well, since people may come along.
 */
import type { FastifyRequest } from 'fastify';
import { echo } from '../../../domain/checks/input-problem.ts';
import { regionId } from '../../../domain/region-id.ts';
import { type Failure, failure } from '../../../errors.ts';
import { type Scenario, sourcesOf } from '../../../scenarios/scenario-format.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { findVersion } from '../../../store/regions/region-version.ts';
import { allowed } from '../../guard.ts';

export type SourceReading =
  /** Ids of versions, under the names by which the edits take from them. */
  { readonly status: 'found'; readonly sources: ReadonlyMap<string, number> } | Failure;

const form = /^([a-z0-9-]{1,63})\/([1-9]\d{0,8})$/;

export async function findSources(
  request: FastifyRequest,
  { db }: Pick<StoreData, 'db'>,
  scenarios: readonly Scenario[],
): Promise<SourceReading> {
  const sources = new Map<string, number>();
  for (const name of new Set(scenarios.flatMap(sourcesOf))) {
    const [, region = '', number = ''] = form.exec(name) ?? [];
    const known = regionId.safeParse(region).success && allowed(request, 'scenario.run', { region });
    const version = known ? await findVersion(db, region, Number(number)) : null;
    if (version === null) return notThere(name, scenarios);
    sources.set(name, version.id);
  }
  return { status: 'found', sources };
}

/** Named by the edit that takes from it, as faults of edits are (apply-scenario.ts). */
function notThere(name: string, scenarios: readonly Scenario[]): Failure {
  const takes = ({ edits }: Scenario): number =>
    edits.findIndex((edit) => edit.kind === 'join_district' && edit.from === name);
  const index = scenarios.map(takes).find((at) => at >= 0) ?? 0;
  return failure(
    'input_refused',
    { sv: 'Scenariot går inte att räkna på.', en: 'The scenario cannot be run.' },
    [
      {
        file: `edits[${index}] join_district`,
        row: null,
        column: 'from',
        value: echo(name),
        message: {
          sv: 'förväntat en version av en region där du får räkna på scenarier, som REGION/NUMMER',
          en: 'expected a version of a region in which you may run scenarios, as REGION/NUMBER',
        },
      },
    ],
  );
}

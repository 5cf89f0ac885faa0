/** What the routes of scenarios need, and what they share. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Action } from '../../../domain/access/table.ts';
import { identityNumberMessage, looksLikeIdentityNumber } from '../../../domain/checks/input-problem.ts';
import * as cell from '../../../domain/tables/cells.ts';
import { type Failure, failure } from '../../../errors.ts';
import { type Scenario, scenarioSchema } from '../../../scenarios/scenario-format.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { findScenario, type ScenarioHead } from '../../../store/scenarios/scenarios.ts';
import { ordinal } from '../../given.ts';
import { allowed } from '../../guard.ts';
import type { Jobs } from '../../jobs.ts';

export interface ScenarioDependencies extends Jobs {
  readonly store: StoreData & StoreAccess;
  readonly clock: () => Date;
  /** The longest that one problem of a run may be solved for, in milliseconds. */
  readonly longestSolveMs?: number;
  /** Jobs that may wait at the same time. */
  readonly mostWaiting?: number;
}

export const byId = z.strictObject({ id: z.uuid() });

/** Which version of the region and which policy something is for, by their numbers; the newest by default. */
export const basis = {
  version: ordinal.min(1).exactOptional(),
  policy: ordinal.min(1).exactOptional(),
};

/** scenario@1 with words that a list can show. */
export const writtenScenario = scenarioSchema.extend({
  name: z.strictObject({ sv: cell.name, en: cell.name }),
  description: z.strictObject({ sv: cell.freeText, en: cell.freeText }).exactOptional(),
});

/** Null where nothing in it looks like a personal identity number. */
export function refuseIdentityNumbers(scenario: Scenario): Failure | null {
  if (!looksLikeIdentityNumber(JSON.stringify(scenario))) return null;
  const fault = { file: 'body', row: null, column: 'scenario', value: null, message: identityNumberMessage };
  const detail = { sv: 'Scenariot går inte att spara.', en: 'The scenario cannot be saved.' };
  return failure('input_refused', detail, [fault]);
}

/** Null where there is none, or none for whoever asks: the two look the same. */
export async function findForAsker(
  request: FastifyRequest,
  { db }: Pick<StoreData, 'db'>,
  id: string,
  action: Extract<Action, `scenario.${string}`>,
): Promise<ScenarioHead | null> {
  const found = await findScenario(db, id);
  return found !== null && allowed(request, action, { region: found.region }) ? found : null;
}

export const noScenario = failure('not_found', {
  sv: 'Scenariot finns inte.',
  en: 'There is no such scenario.',
});

export const missing = {
  region: failure('not_found', { sv: 'Regionen finns inte.', en: 'There is no such region.' }),
  version: failure('not_found', {
    sv: 'Regionen har ingen sådan version.',
    en: 'The region has no such version.',
  }),
  policy: failure('not_found', {
    sv: 'Regionen har ingen sådan policy.',
    en: 'The region has no such policy.',
  }),
} as const;

export const nameTaken = failure('exists_already', {
  sv: 'Regionen har redan ett scenario med det namnet.',
  en: 'The region has a scenario with that name already.',
});

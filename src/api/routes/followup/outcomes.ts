/**
 * GET and POST /v1/regions/:region/participants/:participant/outcomes: what became of a person. A correction is a new report about the same
 * fact; the earlier one stays, and both are shown with who recorded them. A school records what it knows of its own places, and sees of the
 * reports those that it made itself.
 */

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Target } from '../../../domain/access/grants.ts';
import { outcomeFaults } from '../../../domain/checks/outcomes.ts';
import { dayOf } from '../../../domain/dates.ts';
import { holdingOutcomes } from '../../../domain/outcome-facts.ts';
import { type OutcomeRow, outcomeColumns } from '../../../domain/tables/followup.ts';
import { type Failure, failure } from '../../../errors.ts';
import { outcomesOf, type RecordedOutcome } from '../../../store/followup/outcomes.ts';
import { outcomesOfDecisions } from '../../../store/followup/outcomes-of-decisions.ts';
import { recordOutcome } from '../../../store/followup/record-outcome.ts';
import { placesOfPerson } from '../../../store/person-places.ts';
import { allowed, notAllowed } from '../../guard.ts';
import { erasedPerson, noPerson, ofPerson } from '../../persons/door.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import type { RegionDependencies } from '../../regions/door.ts';

const path = '/v1/regions/:region/participants/:participant/outcomes';
/** The right that lets somebody in at all; what else they may is asked of the person's places. */
const door = 'outcome.record_at_place';

const newOutcome = outcomeColumns.omit({ participant: true, recorded_on: true });
const shownOutcome = newOutcome.extend({
  recorded_on: z.string(),
  recordedAt: z.iso.datetime(),
  /** A user's name; null where files were read in by a command. */
  user: z.string().nullable(),
  /** Whether it was reported as such, or follows from a decision about a pair. */
  from: z.enum(['report', 'decision']),
  /** False where a later report of the same fact has taken its place. */
  holds: z.boolean(),
});

export const listOutcomesRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { db, vault } = deps.store;
  app.get(
    path,
    {
      config: { access: door },
      schema: {
        summary: 'What became of a person, in the order in which it was recorded',
        params: ofPerson,
        response: { 200: z.array(shownOutcome), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region, participant } = request.params;
      const places = await placesOfPerson(db, request.params);
      if (!mayAt(request, door, places)) return sendFailure(request, reply, noPerson);
      const reported = await outcomesOf(db, vault, request.params);
      const decided = await outcomesOfDecisions(db, region, participant);
      const shown = inOrder(reported, decided);
      const { userId: actor } = request.actor;
      const detail = { outcomes: shown.length };
      await deps.reads.record({ actor, action: 'outcome.read', region, subject: participant, detail });
      if (mayAt(request, 'outcome.read', places)) return shown.map(({ answer }) => answer);
      return shown.filter(({ by }) => by === actor).map(({ answer }) => answer);
    },
  );
  done();
};

export const recordOutcomeRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.post(
    path,
    {
      config: { access: door },
      schema: {
        summary: 'Record what became of a person, or correct it',
        description:
          'A later report of the same fact corrects an earlier one; `happened: false` takes it back. `recorded_by` is the organisation that reports; the user and the day are added.',
        params: ofPerson,
        body: newOutcome,
        response: {
          201: z.strictObject({ id: z.int() }),
          ...failureResponses('usage', 'not_found', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const { region, participant } = request.params;
      const places = await placesOfPerson(deps.store.db, request.params);
      if (!mayAt(request, door, places)) return sendFailure(request, reply, noPerson);
      const recorded_on = dayOf(deps.clock());
      const outcome: OutcomeRow = { ...request.body, participant, recorded_on };
      if (!mayAt(request, 'outcome.record', places) && !isOfPlace(request, outcome, places))
        return sendFailure(request, reply, notAllowed);
      const faulty = faultyOutcome(outcome);
      if (faulty !== null) return sendFailure(request, reply, faulty);
      const saved = await recordOutcome(deps.store, { region, outcome, by: request.actor.userId });
      switch (saved.status) {
        case 'recorded':
          return reply.code(201).send({ id: saved.id });
        case 'unknown_place':
          return sendFailure(request, reply, unknownPlace[saved.column]);
        case 'erased':
          return sendFailure(request, reply, erasedPerson);
        case 'not_found':
          return sendFailure(request, reply, noPerson);
      }
    },
  );
  done();
};

function mayAt(
  request: FastifyRequest,
  action: 'outcome.read' | 'outcome.record' | 'outcome.record_at_place',
  places: readonly Target[],
): boolean {
  return places.some((place) => allowed(request, action, place));
}

const eventsOfPlace: ReadonlySet<string> = new Set(['started', 'attended', 'completed', 'left_early']);

/** What a school knows: events of a place, and where it names a team, one of its own. */
function isOfPlace(request: FastifyRequest, { event, team }: OutcomeRow, places: readonly Target[]): boolean {
  const own = places.filter((place) => allowed(request, door, place));
  return eventsOfPlace.has(event) && (team === undefined || own.some((place) => place.team === team));
}

interface Shown {
  readonly by: string | null;
  readonly answer: z.infer<typeof shownOutcome>;
}

function inOrder(
  reported: readonly RecordedOutcome[],
  decided: readonly RecordedOutcome[],
): readonly Shown[] {
  const all = [
    ...reported.map((one) => ({ ...one, from: 'report' as const })),
    ...decided.map((one) => ({ ...one, from: 'decision' as const })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const holding = holdingOutcomes(all.map(({ outcome }) => outcome));
  return all.map(({ outcome, at, by, byName, from }) => {
    const { participant: _, ...told } = outcome;
    const holds = holding.has(outcome);
    return { by, answer: { ...told, recordedAt: at.toISOString(), user: byName, from, holds } };
  });
}

function faultyOutcome(outcome: OutcomeRow): Failure | null {
  const faults = outcomeFaults(outcome).map(({ column, message }) => ({
    file: 'body',
    row: null,
    column,
    value: null,
    message,
  }));
  return faults.length === 0 ? null : failure('usage', wrongOutcome, faults);
}

const wrongOutcome = {
  sv: 'Uppgiften hänger inte ihop.',
  en: 'The report does not hold together.',
};
const unknownPlace = {
  team: failure('refused', {
    sv: 'Arbetslaget finns inte i regionen, och har inte funnits.',
    en: 'The team is not in the region, and has not been.',
  }),
  sfi_group: failure('refused', {
    sv: 'Sfi-gruppen finns inte i regionen, och har inte funnits.',
    en: 'The SFI group is not in the region, and has not been.',
  }),
} as const;

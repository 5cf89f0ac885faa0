/**
 * POST /v1/proposals/:id/pairs/:participant/by-hand: makes a pair by hand. It is checked again as things stand now; whoever asks says whom they
 * know to have to give way, and why rules are set aside, so that nothing happens that they were not shown.
 */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { freeText, key } from '../../../domain/tables/cells.ts';
import type { Text } from '../../../domain/text.ts';
import type { PairCheck } from '../../../jobs/tasks/standing/check-pair.ts';
import { sees } from '../../../store/acting.ts';
import { pairByHand } from '../../../store/proposals/pair-by-hand.ts';
import { findPerson } from '../../../store/proposals/person-target.ts';
import { notStanding } from '../../../store/proposals/standing-proposal.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { place } from './check-pair.ts';
import { ofPair, type PairDependencies, version } from './dependencies.ts';
import { nothingThere, refusal } from './outcomes.ts';

const given = z.strictObject({
  ...place,
  version: version.describe("of the person's pair, as it was seen; 0 where there was none"),
  displaces: z.array(key).max(100).describe('those whom the check named'),
  reason: freeText.describe('needed where a rule is set aside'),
});

export const byHandRoute: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.post(
    '/v1/proposals/:id/pairs/:participant/by-hand',
    {
      config: { access: 'pair.manual' },
      schema: {
        summary: 'Make a pair by hand',
        params: ofPair,
        body: given,
        response: {
          201: z.strictObject({ version: z.int() }),
          ...failureResponses(
            'usage',
            'not_found',
            'not_allowed',
            'changed_meanwhile',
            'refused',
            'nothing_found',
            'too_large',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: proposal, participant } = request.params;
      const { team, sfiGroup, reason, displaces, version: expectedVersion } = request.body;
      // Before anything is worked out: what an answer says of a person is not for those who may not see them.
      const person = await findPerson(store.db, proposal, participant);
      if (person === undefined || !sees(request.actor, person.target))
        return sendFailure(request, reply, nothingThere);
      const question = { access, proposal, participant, team, sfiGroup };
      const found = await inThread(request, reply, jobLimitMs, (run) => pool.run('checkPair', question, run));
      if (found === null) return reply;
      const refused = refusalOf(found, displaces);
      if (refused !== null || found.status !== 'checked')
        return sendFailure(request, reply, refusal(refused ?? { status: 'not_found' }));
      const { pair, rules, pointer, check } = found;
      const outcome = await pairByHand(store, {
        ...{ proposal, expectedVersion, reason, actor: request.actor },
        checked: { pair, rules, pointer, displaced: check.displaced },
      });
      if (outcome.status !== 'paired') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send({ version: outcome.version });
    },
  );
  done();
};

function refusalOf(found: PairCheck, displaces: readonly string[]): Parameters<typeof refusal>[0] | null {
  if (found.status === 'not_found') return { status: 'not_found' };
  if (found.status === 'not_standing') return { status: 'refused', text: notStanding.draft };
  const { verdict, displaced } = found.check;
  if (verdict === 'impossible') return { status: 'refused', text: impossible };
  const known = new Set(displaces);
  const same =
    displaced.length === known.size && displaced.every(({ participant }) => known.has(participant));
  return same ? null : { status: 'check_again' };
}

const impossible: Text = {
  sv: 'Paret går inte att göra: en gräns eller regel som ingen kan åsidosätta står emot.',
  en: 'The pair cannot be made: a limit or rule that nobody can set aside is against it.',
};

/** What people do with a proposal's pairs: every route by its name. */
import type { FastifyInstance } from 'fastify';
import { answerRoutes } from './answers.ts';
import { byHandRoute } from './by-hand.ts';
import { checkPairRoute } from './check-pair.ts';
import { contestRoutes } from './contests.ts';
import { decideRoute } from './decide.ts';
import { decideManyRoute } from './decide-many.ts';
import type { PairDependencies } from './dependencies.ts';
import { differenceRoute } from './difference.ts';
import { keepRoute } from './keep.ts';
import { listPairsRoute } from './list-pairs.ts';
import { listUnplacedRoute } from './list-unplaced.ts';
import { openPairRoute } from './open-pair.ts';
import { placementPageRoute } from './placement-page.ts';
import { rankPlacesRoute } from './rank-places.ts';
import { seatsRoutes } from './seats.ts';
import { toldRoute } from './told.ts';
import { whyRoutes } from './why.ts';

export async function pairRoutes(app: FastifyInstance, deps: PairDependencies): Promise<void> {
  await app.register(listPairsRoute, deps);
  await app.register(listUnplacedRoute, deps);
  await app.register(openPairRoute, deps);
  await app.register(decideRoute, deps);
  await app.register(decideManyRoute, deps);
  await app.register(checkPairRoute, deps);
  await app.register(byHandRoute, deps);
  await app.register(rankPlacesRoute, deps);
  await app.register(toldRoute, deps);
  await app.register(whyRoutes, deps);
  await app.register(placementPageRoute, deps);
  await app.register(answerRoutes, deps);
  await app.register(contestRoutes, deps);
  await app.register(seatsRoutes, deps);
  await app.register(differenceRoute, deps);
  await app.register(keepRoute, deps);
}

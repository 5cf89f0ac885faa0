/** The routes of scenarios and of what is asked of them. */
import type { FastifyPluginAsync } from 'fastify';
import { archiveScenarioRoute } from './archive-scenario.ts';
import { createScenarioRoute } from './create-scenario.ts';
import type { ScenarioDependencies } from './dependencies.ts';
import { listEditsRoute } from './list-edits.ts';
import { listRunsRoute } from './list-runs.ts';
import { listScenariosRoute } from './list-scenarios.ts';
import { previewScenarioRoute } from './preview-scenario.ts';
import { readRunRoute } from './read-run.ts';
import { readScenarioRoute } from './read-scenario.ts';
import { repeatRunRoute } from './repeat-run.ts';
import { requestRunRoute } from './request-run.ts';
import { runResultRoutes } from './run-result.ts';
import { saveScenarioRoute } from './save-scenario.ts';

const routes = [
  listScenariosRoute,
  createScenarioRoute,
  previewScenarioRoute,
  readScenarioRoute,
  saveScenarioRoute,
  archiveScenarioRoute,
  requestRunRoute,
  listRunsRoute,
  readRunRoute,
  repeatRunRoute,
  runResultRoutes,
];

export const scenarioRoutes: FastifyPluginAsync<ScenarioDependencies> = async (app, deps) => {
  await app.register(listEditsRoute);
  for (const route of routes) await app.register(route, deps);
};

/**
 * What runs in a thread: every task by its name, in plain sight; one at a time, with the thread's own clock. A task's code is
 * loaded when it is asked for: a thread that verifies has no use for the engines, which take longer to load than it to answer.
 */
import type { News, Task, TaskCall } from './task.ts';

export const match = inThread(async () => (await import('./tasks/match.ts')).matchRegion);
export const matchFiles = inThread(async () => (await import('./tasks/match-given.ts')).matchGiven);
export const verify = inThread(async () => (await import('./tasks/verify.ts')).verifyClaims);
export const verifyFiles = inThread(async () => (await import('./tasks/verify-given.ts')).verifyGiven);
export const explain = inThread(async () => (await import('./tasks/explain.ts')).explainPlace);
export const explainFiles = inThread(async () => (await import('./tasks/explain-given.ts')).explainGiven);
export const propose = inThread(async () => (await import('./tasks/propose.ts')).makeProposal);
export const checkPair = inThread(async () => (await import('./tasks/standing/check-pair.ts')).checkPair);
export const compareProposals = inThread(
  async () => (await import('./tasks/standing/compare-proposals.ts')).compareProposals,
);
export const rankPlaces = inThread(async () => (await import('./tasks/standing/rank-places.ts')).rankPlaces);
export const whyPair = inThread(async () => (await import('./tasks/standing/why-pair.ts')).whyPair);
export const whyNot = inThread(async () => (await import('./tasks/standing/why-not.ts')).whyNot);
export const placementPage = inThread(
  async () => (await import('./tasks/standing/placement-page.ts')).placementPage,
);
export const rankProtected = inThread(
  async () => (await import('./tasks/standing/rank-protected.ts')).rankProtected,
);
export const prove = inThread(async () => (await import('./tasks/prove.ts')).proveProposal);
export const simulateYearFiles = inThread(
  async () => (await import('./tasks/simulate-year-given.ts')).simulateYearGiven,
);
export const solve = inThread(async () => (await import('./tasks/solve.ts')).solveProblem);
export const previewImport = inThread(
  async () => (await import('./tasks/regions/preview-import.ts')).previewImport,
);
export const importUpload = inThread(
  async () => (await import('./tasks/regions/import-upload.ts')).importUpload,
);
export const exportVersion = inThread(
  async () => (await import('./tasks/regions/export-version.ts')).exportVersion,
);
export const compareVersions = inThread(
  async () => (await import('./tasks/regions/compare-versions.ts')).compareVersions,
);
export const overview = inThread(async () => (await import('./tasks/regions/overview.ts')).overview);
export const findPeople = inThread(async () => (await import('./tasks/regions/find-people.ts')).findPeople);
export const template = inThread(async () => (await import('./tasks/regions/template.ts')).template);
export const scenarioFiles = inThread(
  async () => (await import('./tasks/scenarios/run-given.ts')).runGivenScenarios,
);
export const todayFiles = inThread(async () => (await import('./tasks/scenarios/today-given.ts')).todayGiven);
export const worthPart = inThread(async () => (await import('./tasks/scenarios/worth-part.ts')).worthPart);
export const sweepStrand = inThread(
  async () => (await import('./tasks/scenarios/sweep-strand.ts')).sweepStrand,
);
export const capacityFiles = inThread(
  async () => (await import('./tasks/scenarios/capacity-given.ts')).capacityGiven,
);
export const followupReport = inThread(
  async () => (await import('./tasks/followup/report.ts')).followupReport,
);
export const tryIndicator = inThread(
  async () => (await import('./tasks/followup/try-indicator.ts')).tryIndicator,
);
export const followupLearning = inThread(
  async () => (await import('./tasks/followup/learning.ts')).followupLearning,
);
export const followupLottery = inThread(
  async () => (await import('./tasks/followup/lottery.ts')).followupLottery,
);
export const lotteryFiles = inThread(
  async () => (await import('./tasks/followup/lottery-given.ts')).lotteryGiven,
);
export const exportFollowup = inThread(
  async () => (await import('./tasks/followup/export.ts')).exportFollowup,
);
export const importFollowup = inThread(
  async () => (await import('./tasks/followup/import.ts')).importFollowup,
);
export const answerRun = inThread(
  async () => (await import('./tasks/scenarios/stored/answer-run.ts')).answerRun,
);
export const shareRun = inThread(
  async () => (await import('./tasks/scenarios/stored/share-run.ts')).shareRun,
);
export const showRun = inThread(async () => (await import('./tasks/scenarios/stored/show-run.ts')).showRun);
export const previewScenario = inThread(
  async () => (await import('./tasks/scenarios/stored/preview-scenario.ts')).previewScenario,
);

function inThread<Input, Output>(load: () => Promise<Task<Input, Output>>) {
  return async ({ input, stop, news }: TaskCall<Input>): Promise<Output> => {
    const tell = (item: News): void => news?.postMessage(item);
    try {
      const task = await load();
      return await task(input, {
        now: () => performance.now(),
        signal: {
          get aborted() {
            return Atomics.load(stop, 0) !== 0;
          },
        },
        ...(news && {
          onProgress: (progress) => tell({ stage: 'progress', progress }),
          onStage: tell,
        }),
      });
    } finally {
      news?.close();
    }
  };
}

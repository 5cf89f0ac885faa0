/** scenario run REGION SCENARIO...: what each scenario changes, what is then proposed, and its figures beside today and by hand. */
import { Command } from 'commander';
import { comparisonTable } from '../../../scenarios/tables/comparison-table.ts';
import { askThread } from '../../in-thread.ts';
import { regionHelp } from '../../options.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { comparisonText } from './comparison-text.ts';
import {
  addScenarioOptions,
  blockedFile,
  readScenarioOptions,
  type ScenarioRequest,
  scenarioHelp,
  settingsOf,
  tellResult,
} from './results.ts';

type Done = (exitCode: number) => void;

export function runCommand(terminal: Terminal, done: Done): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('run').description(
    sv
      ? 'Kör scenarier och visar vad var och en ändrar, med förslag och siffror.'
      : 'Runs scenarios and shows what each changes, with proposals and figures.',
  );
  return ofScenarios(command, terminal, done, true);
}

/** scenario compare REGION SCENARIO...: the figures alone, and who gains and who loses. */
export function compareCommand(terminal: Terminal, done: Done): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('compare').description(
    sv
      ? 'Ställer scenarier bredvid varandra, i dag och för hand, och visar vilka som vinner och förlorar.'
      : 'Puts scenarios side by side, beside today and by hand, and shows who gains and who loses.',
  );
  return ofScenarios(command, terminal, done, false);
}

function ofScenarios(command: Command, terminal: Terminal, done: Done, full: boolean): Command {
  command
    .argument('<region>', regionHelp[terminal.lang])
    .argument('<scenario...>', scenarioHelp[terminal.lang]);
  return addScenarioOptions(command, terminal.lang).action(
    async (region: string, scenarios: string[], options: unknown) => {
      const request = readScenarioOptions(options);
      done(
        'status' in request
          ? tellFailure(terminal, request)
          : await runAll(terminal, region, scenarios, request, full),
      );
    },
  );
}

async function runAll(
  terminal: Terminal,
  region: string,
  scenarios: readonly string[],
  request: ScenarioRequest,
  full: boolean,
): Promise<number> {
  const blocked = await blockedFile(request);
  if (blocked) return tellFailure(terminal, blocked);
  const asked = { region, policy: request.policy, scenarios, settings: settingsOf(request) };
  const run = await askThread(terminal, 'scenarioFiles', asked, Number.POSITIVE_INFINITY);
  if (run.status === 'failed') return tellFailure(terminal, run);
  const { comparison, outcomes } = run;
  return tellResult(terminal, request, {
    json: full ? { format: 'resursutbyte/scenario-run@1', comparison, outcomes } : comparison,
    table: comparisonTable(comparison, terminal.lang),
    svg: async (lang) =>
      (await import('../../../scenarios/plots/comparison-plot.ts')).comparisonSvg(comparison, lang),
    words: comparisonText(comparison, terminal.lang),
  });
}

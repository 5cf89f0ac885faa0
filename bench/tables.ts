/** The tables of bench/README.md: others' figures with this project's beside them, then every suite that was run. */
import type { CaseResult, Outcome, Results } from './harness/outcome.ts';
import {
  gapLabel,
  isWithin,
  outcomeLabel,
  seconds,
  spreadLabel,
  spreadOf,
  timesOf,
} from './harness/summary.ts';
import { otherEngineNames, otherEngines } from './other-engines.ts';

const OWN_ENGINE = 'priced';

/** Markdown. */
export function renderTables(results: readonly Results[]): string {
  return [besideOthers(results), ...results.map(suiteTable)].join('\n');
}

function besideOthers(results: readonly Results[]): string {
  // Several suites measure the same: of each goal the figure from the quietest machine counts.
  const own = results
    .toSorted((a, b) => a.machine.load - b.machine.load)
    .flatMap(({ cases, measuredOn }) =>
      cases.filter(({ engine }) => engine === OWN_ENGINE).map((one) => ({ one, measuredOn })),
    );
  const rows = otherEngines.map(({ instance, known, figures }) => {
    const ours = new Map<string, string>();
    for (const { one, measuredOn } of own) {
      if (one.instance === instance && !ours.has(one.goal)) {
        ours.set(one.goal, `${ownFigure(one)} (${measuredOn})`);
      }
    }
    return [`${instance}, ${known}`, [...ours.values()].join('; ') || 'not measured yet', ...figures];
  });
  return `### Beside other engines\n\n${table(['instance', `this project, \`${OWN_ENGINE}\``, ...otherEngineNames], rows)}`;
}

function ownFigure(one: CaseResult): string {
  const spread = spreadOf(timesOf(one.cold));
  return spread
    ? `${one.goal} in ${seconds(spread.median)} s${onTrust(one)}`
    : `${one.goal}: ${outcomeLabel(one)}`;
}

const lastOf = ({ cold }: CaseResult): Outcome => cold[cold.length - 1];

/** HiGHS settled the rest, and its word is all that there is. */
function onTrust(one: CaseResult): string {
  const last = lastOf(one);
  return last.status === 'reached' && last.proof === 'engine' ? ' by its word' : '';
}

function suiteTable({ suite, command, measuredOn, machine, versions, cases }: Results): string {
  const { cores, model, memoryGb, platform, load } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const rows = cases.map((one) => {
    const last = lastOf(one);
    const answered = last.status === 'reached' || last.status === 'missed';
    const warm = spreadOf(timesOf(one.warm));
    return [
      one.instance,
      one.engine,
      one.goal,
      wish(one),
      outcomeLabel(one),
      warm ? spreadLabel(warm) : '',
      answered ? gapLabel(last) : '',
      answered ? last.proof : '',
      answered ? `${last.peakMb} MB` : '',
    ];
  });
  const head = ['instance', 'engine', 'goal', 'wanted', 'cold', 'warm', 'gap at the end', 'proof', 'peak'];
  return `### ${suite}

\`${command}\`, ${measuredOn}: ${cores} cores (${model}, ${platform}, ${memoryGb} GB), load ${load} before it began; ${named.join(', ')}.

${table(head, rows)}`;
}

function wish(one: CaseResult): string {
  return one.withinMs === null ? '' : `${seconds(one.withinMs)} s: ${isWithin(one) ? 'yes' : 'no'}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

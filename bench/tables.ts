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
import { faults, importLine, type ServiceResults } from './service/figures.ts';

const OWN_ENGINE = 'priced';

/** Markdown. */
export function renderTables(results: readonly Results[], services: readonly ServiceResults[] = []): string {
  return [besideOthers(results), ...results.map(suiteTable), ...services.map(serviceTable)].join('\n');
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

function suiteTable({ cases, ...run }: Results): string {
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
  return `${heading(run)}

${table(head, rows)}`;
}

function serviceTable(results: ServiceResults): string {
  const { participants, rate, proposalMs, asking } = results;
  const rows = asking.map(({ what, steady, flat, solving }) => [
    what,
    `${Math.round(steady.medianMs)} ms`,
    `${Math.round(steady.p99Ms)} ms${faults(steady)}`,
    `${Math.round(flat.perSecond)}${faults(flat)}`,
    solving ? 'yes' : 'no, it had ended',
  ]);
  const head = ['question', `median at ${rate}/s`, 'p99', 'at most, a second', 'while a solve runs'];
  return `${heading(results)}

Import of ${participants} participants: ${importLine(results.import)}. A first proposal: ${seconds(proposalMs)} s.

${table(head, rows)}`;
}

/** What was run, where and with what. */
function heading(run: Pick<Results, 'suite' | 'command' | 'measuredOn' | 'machine' | 'versions'>): string {
  const { suite, command, measuredOn, machine, versions } = run;
  const { cores, model, memoryGb, platform, load } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `### ${suite}

\`${command}\`, ${measuredOn}: ${cores} cores (${model}, ${platform}, ${memoryGb} GB), load ${load} before it began; ${named.join(', ')}.`;
}

function wish(one: CaseResult): string {
  return one.withinMs === null ? '' : `${seconds(one.withinMs)} s: ${isWithin(one) ? 'yes' : 'no'}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

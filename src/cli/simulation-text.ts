/** A simulated year as text for people. */
import { policyNames, policyTitles } from '../scenarios/year/policy-names.ts';
import type { Simulation } from '../scenarios/year/result-format.ts';
import { percent, whole } from './numbers.ts';
import type { Language } from './terminal.ts';

export function simulationText(simulation: Simulation, lang: Language): string {
  const { region, setting, seeds, people, policies, conclusion } = simulation;
  const number = (value: number): string => whole(value, lang);
  const range = ([low, high]: readonly number[], write: (value: number) => string): string =>
    `${write(low)}–${write(high)}`;
  const share = (value: number): string => percent(value, lang);
  const head =
    lang === 'sv'
      ? `${region}: ${number(seeds)} år om ${setting.weeks} veckor, i snitt ${number(people)} deltagare`
      : `${region}: ${number(seeds)} years of ${setting.weeks} weeks, ${number(people)} participants on average`;
  const columns =
    lang === 'sv'
      ? ['', 'poäng', '95 %', 'placerade', 'av gränsen', '95 %']
      : ['', 'points', '95%', 'placed', 'of the limit', '95%'];
  const rows = policyNames.map((name) => {
    const { meanPoints, interval, placed, share: reached } = policies[name];
    return [
      policyTitles[name][lang],
      number(meanPoints),
      range(interval, number),
      number(placed),
      share(reached.mean),
      range(reached.interval, share),
    ];
  });
  return [head, '', ...table([columns, ...rows]), '', conclusion[lang]].join('\n');
}

/** Columns side by side: the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

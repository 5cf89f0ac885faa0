/** The cheapest plan and the next best ones, by what they cost. */
import * as Plot from '@observablehq/plot';
import type { Capacity } from '../capacity/capacity-format.ts';
import { type Language, plotSvg } from './svg.ts';

const words = {
  sv: {
    title: 'Vad utbyggnaden kostar',
    cheapest: 'billigast',
    without: 'utan',
    axis: 'Kostnad, i policyns enhet',
    kinds: {
      team_seat: 'plats i arbetslag',
      supervisor: 'handledare',
      sfi_seat: 'plats i sfi-grupp',
      team: 'nytt arbetslag',
      sfi_group: 'ny sfi-grupp',
    },
  },
  en: {
    title: 'What the capacity costs',
    cheapest: 'cheapest',
    without: 'without',
    axis: "Cost, in the policy's unit",
    kinds: {
      team_seat: 'seat in a team',
      supervisor: 'supervisor',
      sfi_seat: 'seat in an SFI group',
      team: 'new team',
      sfi_group: 'new SFI group',
    },
  },
} as const;

export function capacitySvg({ plan, alternatives, region }: Capacity, lang: Language): string {
  const say = words[lang];
  const bars = [
    ...(plan ? [{ name: say.cheapest, cost: plan.cost }] : []),
    ...alternatives.flatMap(({ without, plan: other }) =>
      other ? [{ name: `${say.without} ${without.id} (${say.kinds[without.kind]})`, cost: other.cost }] : [],
    ),
  ];
  return plotSvg(`${region}: ${say.title}`, {
    marginLeft: 260,
    // Room for what the longest bar costs.
    marginRight: 80,
    height: 70 + 26 * Math.max(1, bars.length),
    x: { label: say.axis, grid: true, zero: true },
    y: { label: null, domain: bars.map(({ name }) => name) },
    marks: [
      Plot.barX(bars, { y: 'name', x: 'cost', fill: '#00696e', insetTop: 3, insetBottom: 3 }),
      Plot.text(bars, { y: 'name', x: 'cost', dx: 6, textAnchor: 'start', text: ({ cost }) => String(cost) }),
    ],
  });
}

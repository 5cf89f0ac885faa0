/**
 * A transport problem as DIMACS min-cost flow: `n NODE SUPPLY` (below 0: demand), `a FROM TO LEAST MOST COST`. Every unit
 * is a participant and every sink a constraint. Units are cheap to price and many to place, so it judges bounds.
 *
 * Only what it takes to read is understood: every source reaches every sink, by one arc that can carry all it supplies, and
 * supply is demand; a RangeError otherwise. Then whoever is left out always finds a free sink, and points only have to be
 * above 0, as (the largest cost + 1) - cost is.
 */
import { createProblemBuilder } from '../../solver/builder.ts';
import type { Minimum } from './minimum.ts';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

export function readTransport(text: string, file: string): Minimum {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  const supply = new Map(
    lines.filter(([kind]) => kind === 'n').map(([, node, units]) => [Number(node), Number(units)]),
  );
  const arcs = lines
    .filter(([kind]) => kind === 'a')
    .map(([, from, to, least, most, cost]): Arc => {
      const arc = { from: Number(from), to: Number(to), cost: Number(cost) };
      const carriesAll = Number(least) === 0 && Number(most) >= (supply.get(arc.from) ?? 0);
      if (!carriesAll || !Number.isSafeInteger(arc.cost))
        throw new RangeError(`${file}: the arc ${from} ${to} is not one that this reader knows`);
      return arc;
    });
  const sources = [...supply].filter(([, units]) => units > 0);
  const sinks = [...supply].filter(([, units]) => units < 0);
  const units = [...supply.values()].reduce((sum, value) => sum + value, 0);
  if (units !== 0 || arcs.length !== sources.length * sinks.length)
    throw new RangeError(`${file}: supply is not demand, or not every source reaches every sink`);
  return problemOf(sources, sinks, arcs);
}

type Nodes = readonly (readonly [node: number, units: number])[];

function problemOf(sources: Nodes, sinks: Nodes, arcs: readonly Arc[]): Minimum {
  const placed = arcs.reduce((most, { cost }) => Math.max(most, cost), 0) + 1;
  const builder = createProblemBuilder();
  const rowOf = new Map(sinks.map(([node, units]) => [node, builder.constraint(`sink:${node}`, -units)]));
  let people = 0;
  for (const [source, units] of sources) {
    const ways = arcs.flatMap(({ from, to, cost }) => {
      const row = rowOf.get(to);
      return from === source && row !== undefined ? [{ row, cost }] : [];
    });
    for (let unit = 0; unit < units; unit++) {
      const participant = builder.participant(`source:${source}:${unit}`);
      people++;
      for (const { row, cost } of ways) {
        builder.option(participant, placed - cost);
        builder.use(row, 1);
      }
    }
  }
  return { problem: builder.build(), free: people * placed };
}

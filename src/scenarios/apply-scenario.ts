/**
 * A region and a policy after a scenario's edits, which are made in their order, or every reason why they cannot be made: the first edit
 * that clashes with what is there (and which earlier edit took that away), or else what is wrong with the region that comes out.
 */
import { checkRegion } from '../domain/check-region.ts';
import { echo, type InputProblem } from '../domain/checks/input-problem.ts';
import type { RegionSource, TableSource } from '../domain/checks/report.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import { type Kind, type Refusal, type State, type Thing, thingName } from './edits/edit.ts';
import { applyEdit, type Sources } from './edits/index.ts';
import type { Scenario } from './scenario-format.ts';

export type Applied =
  | { readonly status: 'applied'; readonly region: Region; readonly policy: Policy }
  | { readonly status: 'conflict'; readonly faults: readonly InputProblem[] };

/** `sources` are the regions that districts come from, under the paths by which the edits name them. */
export function applyScenario(
  region: Region,
  policy: Policy,
  scenario: Pick<Scenario, 'edits'>,
  sources: Sources = new Map(),
): Applied {
  let state: State = { status: 'edited', region, policy };
  const removedBy = new Map<string, number>();
  for (const [i, edit] of scenario.edits.entries()) {
    const after = applyEdit(state, edit, sources);
    if (after.status === 'refused')
      return { status: 'conflict', faults: [faultOf(after, i, edit.kind, removedBy)] };
    for (const thing of removedThings(state.region, after.region)) removedBy.set(nameOf(thing), i + 1);
    state = after;
  }
  const { tables, errors } = checkRegion(state.region, edited);
  if (errors.length > 0) return { status: 'conflict', faults: errors };
  return { status: 'applied', region: { ...state.region, ...tables }, policy: state.policy };
}

function faultOf(
  { field, value, missing, message }: Refusal,
  index: number,
  kind: string,
  removedBy: ReadonlyMap<string, number>,
): InputProblem {
  const earlier = missing === null ? undefined : removedBy.get(nameOf(missing));
  return {
    file: `edits[${index}] ${kind}`,
    row: null,
    column: field,
    value: echo(value),
    message: missing === null || earlier === undefined ? message : takenAway(missing, earlier),
  };
}

function takenAway(thing: Thing, earlier: number): Text {
  const { sv, en } = thingName(thing);
  return {
    sv: `${sv} finns inte längre: ändring ${earlier} tog bort det`,
    en: `${en} is no longer there: edit ${earlier} took it away`,
  };
}

function removedThings(before: Region, after: Region): readonly Thing[] {
  const gone = (kind: Kind, from: readonly { id: string }[], to: readonly { id: string }[]): Thing[] => {
    if (from === to) return [];
    const left = new Set(to.map(({ id }) => id));
    return from.filter(({ id }) => !left.has(id)).map(({ id }) => ({ kind, id }));
  };
  return [
    ...gone('team', before.teams, after.teams),
    ...gone('unit', before.units, after.units),
    ...gone('sfi_group', before.sfi_groups, after.sfi_groups),
  ];
}

function nameOf({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}

const table = (file: string): TableSource => ({
  file,
  rowNumber: (index) => index + 1,
  refusedKeys: new Set(),
  complete: true,
});

/** Rows of a region that was edited count from 1, as in JSON. */
const edited: RegionSource = {
  tables: {
    participants: table('participants'),
    participant_languages: table('participant_languages'),
    units: table('units'),
    teams: table('teams'),
    team_languages: table('team_languages'),
    sfi_groups: table('sfi_groups'),
    sessions: table('sessions'),
    areas: table('areas'),
    extracts: table('extracts'),
    team_backgrounds: table('team_backgrounds'),
    travel: table('travel'),
    decisions: table('decisions'),
  },
  protectedKeys: new Set(),
};

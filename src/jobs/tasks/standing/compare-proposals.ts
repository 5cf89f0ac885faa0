/**
 * compareProposals: what a proposal changes against the one that it follows, for one who decides: the changes of those whom they may see, and
 * the sums only where they see everybody, since sums of a part would tell of the rest.
 */
import { z } from 'zod';
import { type Grant, mayDo, scopeOf, type Target } from '../../../domain/access/grants.ts';
import { differenceBetween, type Made } from '../../../matching/difference/difference.ts';
import type { Change, Difference } from '../../../matching/difference/difference-format.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { findPersonKeys } from '../../../store/person-keys.ts';
import { unplacedContext } from '../../../store/proposals/sealed-pair.ts';
import { openPair } from '../../../store/proposals/stored-pair.ts';
import { loadRegionVersion } from '../../../store/regions/load-region-version.ts';
import { openJson } from '../../../store/sealed-json.ts';
import { inStore } from '../../in-store.ts';
import { questionOf } from '../../proposals/question.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly before: string;
  readonly after: string;
  readonly region: string;
  readonly grants: readonly Grant[];
}

export interface SeenDifference {
  readonly format: Difference['format'];
  readonly changes: readonly Change[];
  /** Null for whoever sees a part of the region. */
  readonly totals: Difference['totals'] | null;
  readonly summary: Difference['summary'] | null;
}

export function compareProposals({ access, before, after, region, grants }: Asked): Promise<SeenDifference> {
  return inStore(access, async (store) => {
    const sides = { before: await load(store, before), after: await load(store, after) };
    const { format, changes, totals, summary } = differenceBetween(sides.before, sides.after);
    const targetIn = (made: Made) => targets(made, region);
    const [from, to] = [targetIn(sides.before), targetIn(sides.after)];
    const seen = changes.filter((change) =>
      [from(change.from), to(change.to)].every((target) => mayDo(grants, 'participant.read', target)),
    );
    const scope = scopeOf(grants, 'proposal.difference');
    const whole =
      scope.status === 'all' ||
      scope.filters.some(({ district, principal, teams }) => !district && !principal && !teams);
    return { format, changes: seen, totals: whole ? totals : null, summary: whole ? summary : null };
  });
}

function targets({ region: { teams, units } }: Made, region: string): (place: Change['from']) => Target {
  const unitOf = new Map(teams.map(({ id, unit }) => [id, unit]));
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return (place) => {
    if (place === null) return { region, waiting: true };
    const unit = unitById.get(unitOf.get(place.team) ?? '');
    return { region, team: place.team, ...(unit && { district: unit.district, principal: unit.principal }) };
  };
}

const text = { sv: z.string(), en: z.string() };
const storedUnplaced = z.strictObject({
  participant: z.string(),
  reason: z.strictObject({ code: z.string(), ...text, change: z.strictObject(text) }),
});

/** A proposal as it stands now, with the region that it was matched from. Those who have been erased are in neither. */
async function load(store: StoreData, proposal: string): Promise<Made> {
  const { db, vault } = store;
  const { region, region_version } = await db
    .selectFrom('proposals')
    .select(['region', 'region_version'])
    .where('id', '=', proposal)
    .executeTakeFirstOrThrow();
  const loaded = await loadRegionVersion(store, region_version);
  if (loaded.status === 'not_found') throw new Error('a proposal has a version that is not there');
  const question = await questionOf(store, proposal, loaded.region);
  const people = loaded.region.participants.map(({ id }) => id);
  const { keys } = await findPersonKeys(db, vault, region, people);
  const open = <Row extends { readonly participant: string; readonly sealed: Buffer }, T>(
    rows: readonly Row[],
    how: (key: Parameters<typeof openPair>[0], row: Row) => T,
  ) =>
    rows.flatMap((row) => {
      const key = keys.get(row.participant);
      return key === undefined ? [] : [how(key, row)];
    });
  const pairs = await db
    .selectFrom('pairs')
    .select(['participant', 'sealed'])
    .where('proposal', '=', proposal)
    .where('state', 'not in', ['ended', 'turned_down'])
    .execute();
  const unplaced = await db
    .selectFrom('unplaced')
    .select(['participant', 'sealed'])
    .where('proposal', '=', proposal)
    .execute();
  return {
    region: question.region,
    proposal: {
      pairs: open(pairs, (key, { sealed, participant }) => openPair(key, sealed, proposal, participant)),
      unplaced: open(unplaced, (key, { sealed, participant }) =>
        storedUnplaced.parse(openJson(key, sealed, unplacedContext(proposal, participant))),
      ),
    },
  };
}

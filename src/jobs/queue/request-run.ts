/**
 * Asks for a run of scenarios: the run, its parts, the job that answers for it and those that share its work are made in one transaction. Any
 * worker that has nothing else to do takes parts; the job that answers takes what nobody else does, and puts them together.
 */
import { sql, type Transaction } from 'kysely';
import { appendAudit } from '../../store/audit/append.ts';
import type { StoreData } from '../../store/open-store.ts';
import { type Basis, type BasisAsked, findBasis } from '../../store/regions/basis.ts';
import type { Database } from '../../store/schema/database.ts';
import { partsOf, type RunQuestion } from '../scenarios/question.ts';
import { enqueue, type QueueFull, roomIn } from './enqueue.ts';

export interface RunRequest extends BasisAsked {
  readonly question: RunQuestion;
  /** Versions of scenarios, by the ids of their rows, in their order. */
  readonly scenarios: readonly number[];
  /** Other regions' versions, by the ids of their rows, under the names by which edits take districts from them. */
  readonly sources: ReadonlyMap<string, number>;
  /** The run whose question this is: its answer has the same bytes unless somebody in it has been erased. */
  readonly repeats?: string;
}

interface Requested {
  readonly status: 'requested';
  readonly run: string;
  /** The one that answers for it. */
  readonly job: string;
}

export type RunRequestOutcome = Requested | QueueFull | Extract<Basis, { status: 'not_found' }>;

export interface RunRequestLimits {
  /** Where so many jobs wait already, it is full. */
  readonly mostWaiting: number;
  /** Runs in the same transaction once the run is asked for. */
  readonly alongside?: (transaction: Transaction<Database>, asked: Requested) => Promise<void>;
}

/** Workers beside the one that answers: more than anybody has would only wait in the queue. */
const MOST_SHARES = 7;

export function requestRun(
  { db }: Pick<StoreData, 'db'>,
  request: RunRequest,
  { mostWaiting, alongside }: RunRequestLimits,
): Promise<RunRequestOutcome> {
  return db.transaction().execute(async (transaction): Promise<RunRequestOutcome> => {
    const full = await roomIn(transaction, mostWaiting);
    if (full !== null) return full;
    const basis = await findBasis(transaction, request);
    if (basis.status === 'not_found') return basis;
    const { question, scenarios, actor } = request;
    const run = await insertRun(transaction, request, basis);
    const parts = partsOf(question, scenarios.length);
    await sql`insert into parts_of_runs (run, part) select ${run}, generate_series(0, ${parts - 1}::integer)`.execute(
      transaction,
    );
    const job = await enqueue(transaction, {
      kind: `scenario_${question.kind}`,
      scenarioRun: run,
      createdBy: actor,
    });
    for (let share = 1; share <= Math.min(parts - 1, MOST_SHARES); share++)
      await enqueue(transaction, { kind: 'scenario_share', scenarioRun: run, createdBy: actor });
    const asked = { status: 'requested', run, job } as const;
    await alongside?.(transaction, asked);
    const { region, repeats = null } = request;
    const detail = { run, job, kind: question.kind, repeats };
    await appendAudit(transaction, { actor, action: 'scenario.run', region, subject: null, detail });
    return asked;
  });
}

async function insertRun(
  transaction: Transaction<Database>,
  { region, question, scenarios, sources, repeats, actor }: RunRequest,
  { version, policy }: Extract<Basis, { status: 'found' }>,
): Promise<string> {
  const { id } = await transaction
    .insertInto('scenario_runs')
    .values({
      ...{ region, region_version: version, policy, kind: question.kind, requested_by: actor },
      question: JSON.stringify(question),
      ...(repeats !== undefined && { repeats }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into scenarios_of_runs (run, position, scenario_version)
    select ${id}, place - 1, given.version
    from unnest(${[...scenarios]}::bigint[]) with ordinality as given (version, place)`.execute(transaction);
  await sql`
    insert into sources_of_runs (run, name, region_version)
    select ${id}, given.name, given.version
    from unnest(${[...sources.keys()]}::text[], ${[...sources.values()]}::bigint[]) as given (name, version)`.execute(
    transaction,
  );
  return id;
}

/** Asks for a proposal: the proposal, its job and the job's place in the queue are made in one transaction, so that none is without the others. */
import type { Transaction } from 'kysely';
import { defaultPolicy } from '../../domain/policy.ts';
import { regionHead } from '../../domain/region.ts';
import type { StoreData } from '../../store/open-store.ts';
import type { Database } from '../../store/schema/database.ts';
import type { ProposalSettings } from '../proposals/settings.ts';
import { enqueue, type QueueFull, roomIn } from './enqueue.ts';

export interface ProposalRequest {
  /** The region's id. */
  readonly region: string;
  /** The number of the region's version; the newest by default. */
  readonly version?: number | undefined;
  /** The number of the region's policy; the newest by default. */
  readonly policy?: number | undefined;
  /** The id of a proposal of the same region, whose standing pairs are to be kept where it costs little. */
  readonly previous?: string | undefined;
  readonly settings: ProposalSettings;
  readonly seed: number;
  /** A user; null where a command of the machine's own asks. */
  readonly actor: string | null;
}

export type RequestOutcome =
  | { readonly status: 'requested'; readonly proposal: string; readonly job: string }
  | QueueFull
  | Missing;

/** What was named is not there. */
interface Missing {
  readonly status: 'not_found';
  readonly what: 'region' | 'version' | 'policy' | 'previous';
}

export interface RequestLimits {
  /** Where so many jobs wait already, it is full. */
  readonly mostWaiting: number;
  /** Runs in the same transaction once the proposal is asked for. */
  readonly alongside?: (
    transaction: Transaction<Database>,
    asked: Extract<RequestOutcome, { status: 'requested' }>,
  ) => Promise<void>;
}

export function requestProposal(
  { db }: Pick<StoreData, 'db'>,
  request: ProposalRequest,
  { mostWaiting, alongside }: RequestLimits,
): Promise<RequestOutcome> {
  return db.transaction().execute(async (transaction): Promise<RequestOutcome> => {
    const full = await roomIn(transaction, mostWaiting);
    if (full !== null) return full;
    const inserted = await insertProposal(transaction, request);
    if (inserted.status === 'not_found') return inserted;
    const { proposal } = inserted;
    const job = await enqueue(transaction, { kind: 'propose', proposal, createdBy: request.actor });
    const asked = { status: 'requested', proposal, job } as const;
    await alongside?.(transaction, asked);
    return asked;
  });
}

async function insertProposal(
  transaction: Transaction<Database>,
  request: ProposalRequest,
): Promise<{ readonly status: 'inserted'; readonly proposal: string } | Missing> {
  const { region, previous, settings, seed, actor } = request;
  const version = await findVersion(transaction, request);
  if (version === null) return missing((await hasRegion(transaction, region)) ? 'version' : 'region');
  if (previous !== undefined && !(await isProposed(transaction, region, previous)))
    return missing('previous');
  const policy = await findPolicy(transaction, request, version.head);
  if (policy === null) return missing('policy');
  const { id: proposal } = await transaction
    .insertInto('proposals')
    .values({
      ...{ region, region_version: version.id, policy, previous: previous ?? null, seed },
      settings: JSON.stringify(settings),
      requested_by: actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { status: 'inserted', proposal };
}

function missing(what: Missing['what']): Missing {
  return { status: 'not_found', what };
}

async function findVersion(
  transaction: Transaction<Database>,
  { region, version }: ProposalRequest,
): Promise<{ readonly id: number; readonly head: unknown } | null> {
  const newest = transaction
    .selectFrom('region_versions')
    .select(['id', 'head'])
    .where('region', '=', region)
    .orderBy('number', 'desc')
    .limit(1);
  const asked = version === undefined ? newest : newest.where('number', '=', version);
  return (await asked.executeTakeFirst()) ?? null;
}

async function hasRegion(transaction: Transaction<Database>, region: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('regions')
    .select('id')
    .where('id', '=', region)
    .executeTakeFirst();
  return found !== undefined;
}

async function isProposed(transaction: Transaction<Database>, region: string, id: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('proposals')
    .select('id')
    .where('id', '=', id)
    .where('region', '=', region)
    .where('status', '=', 'proposed')
    .executeTakeFirst();
  return found !== undefined;
}

/** The policy's id. A region for which nobody has written any gets its first: the one that came with it, or the default. */
async function findPolicy(
  transaction: Transaction<Database>,
  { region, policy, actor }: ProposalRequest,
  head: unknown,
): Promise<number | null> {
  const newest = transaction
    .selectFrom('policies')
    .select('id')
    .where('region', '=', region)
    .orderBy('number', 'desc')
    .limit(1);
  const asked = policy === undefined ? newest : newest.where('number', '=', policy);
  const found = await asked.executeTakeFirst();
  if (found !== undefined) return found.id;
  if (policy !== undefined) return null;
  const { id } = await transaction
    .insertInto('policies')
    .values({
      ...{ region, number: 1, note: '', created_by: actor },
      policy: JSON.stringify(regionHead.parse(head).policy ?? defaultPolicy),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

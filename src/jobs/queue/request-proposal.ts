/** Asks for a proposal: the proposal, its job and the job's place in the queue are made in one transaction, so that none is without the others. */
import type { Transaction } from 'kysely';
import { policySchema } from '../../domain/policy.ts';
import { appendAudit } from '../../store/audit/append.ts';
import type { StoreData } from '../../store/open-store.ts';
import { type BasisAsked, findBasis } from '../../store/regions/basis.ts';
import type { Database } from '../../store/schema/database.ts';
import { mayLearntChanceCount } from '../followup/learnt-chance.ts';
import type { ProposalSettings } from '../proposals/settings.ts';
import { enqueue, type QueueFull, roomIn } from './enqueue.ts';

export interface ProposalRequest extends BasisAsked {
  /** The id of a proposal of the same region, whose standing pairs are to be kept where it costs little. */
  readonly previous?: string | undefined;
  readonly settings: ProposalSettings;
  readonly seed: number;
}

export type RequestOutcome =
  | { readonly status: 'requested'; readonly proposal: string; readonly job: string }
  | QueueFull
  | Missing
  /** The policy has a learnt chance that may not count. */
  | { readonly status: 'learning_off' };

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
    if (inserted.status !== 'inserted') return inserted;
    const { proposal } = inserted;
    const job = await enqueue(transaction, { kind: 'propose', proposal, createdBy: request.actor });
    const asked = { status: 'requested', proposal, job } as const;
    await alongside?.(transaction, asked);
    await appendAudit(transaction, {
      ...{ actor: request.actor, action: 'proposal.request', region: request.region, subject: null },
      detail: { proposal, job },
    });
    return asked;
  });
}

async function insertProposal(
  transaction: Transaction<Database>,
  request: ProposalRequest,
): Promise<
  | { readonly status: 'inserted'; readonly proposal: string }
  | Exclude<RequestOutcome, { readonly status: 'requested' | 'full' }>
> {
  const { region, previous, settings, seed, actor } = request;
  const basis = await findBasis(transaction, request);
  if (basis.status === 'not_found') return basis;
  const { policy } = await transaction
    .selectFrom('policies')
    .select('policy')
    .where('id', '=', basis.policy)
    .executeTakeFirstOrThrow();
  if (!(await mayLearntChanceCount(transaction, region, policySchema.parse(policy))))
    return { status: 'learning_off' };
  if (previous !== undefined && !(await isProposed(transaction, region, previous)))
    return { status: 'not_found', what: 'previous' };
  const { id: proposal } = await transaction
    .insertInto('proposals')
    .values({
      ...{ region, region_version: basis.version, policy: basis.policy, previous: previous ?? null, seed },
      settings: JSON.stringify(settings),
      requested_by: actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { status: 'inserted', proposal };
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

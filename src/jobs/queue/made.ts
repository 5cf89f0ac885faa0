/** What a job's task comes to. */
import type { Failure } from '../../errors.ts';

export type Made =
  /** The result is kept and the job ended, in one transaction. */
  | { readonly status: 'kept' }
  /** It was stopped before there was anything to keep. */
  | { readonly status: 'nothing' }
  /** Another worker has taken the job up in the meantime; nothing has been kept. */
  | { readonly status: 'lost' }
  | Failure;

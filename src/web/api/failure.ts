/** What can come of a request besides an answer, as one type that pages can tell apart. */
import type { schemas } from './description.ts';

export type FailureKind =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'too-often'
  | 'unreachable'
  | 'refused'
  | 'fault';

/** RFC 9457, in the page's language: the service writes it in that. */
export type Problem = schemas['Problem'];

/** Thrown by what asks, for react-query to hand on as `error`. `problem` is null where the service did not answer. */
export class RequestFailure extends Error {
  readonly kind: FailureKind;
  readonly problem: Problem | null;
  constructor(kind: FailureKind, problem: Problem | null) {
    super(problem === null ? kind : problem.code);
    this.kind = kind;
    this.problem = problem;
  }
}

export function kindOf(status: number): FailureKind {
  switch (status) {
    case 401:
      return 'not-signed-in';
    case 403:
      return 'not-allowed';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 429:
      return 'too-often';
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    default:
      return status < 500 ? 'refused' : 'fault';
  }
}

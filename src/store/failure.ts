/** Why a store could not be opened, in words for whoever runs the service. */
import type { Text } from '../domain/text.ts';

export type StoreFailureCode =
  | 'folder_taken'
  | 'folder_unusable'
  | 'platform_unknown'
  | 'server_not_started'
  | 'server_busy'
  | 'database_unreachable'
  | 'database_newer'
  | 'master_key_wrong';

export interface StoreFailure {
  readonly status: 'failed';
  readonly code: StoreFailureCode;
  readonly detail: Text;
}

export function storeFailure(code: StoreFailureCode, sv: string, en: string): StoreFailure {
  return { status: 'failed', code, detail: { sv, en } };
}

/** The code of a system or database error (ENOENT, 42P01 ...), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

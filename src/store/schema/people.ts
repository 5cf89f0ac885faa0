/** Who may sign in, in which role and where. */
import type { Generated } from 'kysely';
import type { Fixed, FixedDefault, Optional, OptionalFixed } from './columns.ts';

type Role =
  | 'officer'
  | 'planner'
  | 'sfi_coordinator'
  | 'school_supervisor'
  | 'evaluator'
  | 'partner'
  | 'administrator'
  | 'protected_identity_handler';

export interface UserTable {
  readonly id: FixedDefault<string>;
  /** In lower case. */
  readonly login: string;
  readonly display_name: string;
  readonly password_hash: Optional<string>;
  readonly oidc_issuer: Optional<string>;
  readonly oidc_subject: Optional<string>;
  /** In a row, since the last that succeeded. */
  readonly failed_sign_ins: Generated<number>;
  readonly locked_until: Optional<Date>;
  readonly disabled_at: Optional<Date>;
  readonly created_at: FixedDefault<Date>;
  readonly created_by: OptionalFixed<string>;
}

/** A role where it holds. What is null is not restricted by it: no region is every region. */
export interface RoleGrantTable {
  readonly id: FixedDefault<string>;
  readonly user_id: Fixed<string>;
  readonly role: Fixed<Role>;
  readonly region: OptionalFixed<string>;
  readonly district: OptionalFixed<string>;
  readonly principal: OptionalFixed<string>;
  readonly teams: OptionalFixed<string[]>;
  readonly partner: OptionalFixed<string>;
  readonly granted_at: FixedDefault<Date>;
  readonly granted_by: OptionalFixed<string>;
  readonly revoked_at: Optional<Date>;
  readonly revoked_by: Optional<string>;
}

export interface UserSessionTable {
  /** SHA-256 of the token in the cookie. */
  readonly token_hash: Fixed<Buffer>;
  readonly user_id: Fixed<string>;
  readonly created_at: FixedDefault<Date>;
  readonly last_seen_at: Generated<Date>;
  readonly expires_at: Date;
}

export interface ApiTokenTable {
  readonly id: FixedDefault<string>;
  readonly user_id: Fixed<string>;
  readonly name: string;
  /** SHA-256 of the token. */
  readonly token_hash: Fixed<Buffer>;
  readonly scopes: Fixed<string[]>;
  readonly created_at: FixedDefault<Date>;
  readonly expires_at: Fixed<Date>;
  readonly last_used_at: Optional<Date>;
  readonly revoked_at: Optional<Date>;
}

/** A request that carried an Idempotency-Key (idempotency.ts); status and answer are null while it is being answered. */
export interface IdempotencyKeyTable {
  readonly actor: Fixed<string>;
  readonly key: Fixed<string>;
  readonly route: Fixed<string>;
  readonly request_digest: Fixed<string>;
  readonly status: Optional<number>;
  readonly claim: string;
  readonly claimed_until: Date;
  /** The key that the answer is sealed under, wrapped. */
  readonly answer_key: Optional<Buffer>;
  readonly answer_sealed: Optional<Buffer>;
  readonly created_at: FixedDefault<Date>;
}

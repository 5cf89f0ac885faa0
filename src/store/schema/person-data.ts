/** Sealed data about persons, their keys, and the seats kept for those whose identity is protected. */
import type { Generated } from 'kysely';
import type { Fixed, FixedDefault, Optional, OptionalFixed, Version } from './columns.ts';

/** The master keys that have wrapped anything here, by fingerprint. */
export interface MasterKeyTable {
  readonly fingerprint: Fixed<string>;
  readonly created_at: FixedDefault<Date>;
}

export interface PersonKeyTable {
  readonly region: Fixed<string>;
  /** The pseudonym. */
  readonly participant: Fixed<string>;
  readonly master_key: string;
  /** The person's own key under the master key; null once shredded. */
  readonly wrapped: Optional<Buffer>;
  readonly created_at: FixedDefault<Date>;
  readonly shredded_at: Optional<Date>;
}

/** Name and how to reach a participant, sealed; never read by matching. */
export interface ContactTable {
  readonly region: Fixed<string>;
  readonly participant: Fixed<string>;
  readonly sealed: Buffer;
  readonly version: Version;
  readonly updated_at: Generated<Date>;
  readonly updated_by: Optional<string>;
}

/** A person with a protected identity: kept apart from participants, so that no list, count or export can reach them. */
export interface ProtectedPersonTable {
  readonly id: FixedDefault<string>;
  readonly region: Fixed<string>;
  readonly master_key: string;
  readonly wrapped: Optional<Buffer>;
  readonly sealed: Buffer;
  readonly version: Version;
  readonly created_at: FixedDefault<Date>;
  readonly created_by: OptionalFixed<string>;
  readonly shredded_at: Optional<Date>;
}

/** Where such a person is placed is sealed too; the seat is counted through held_seats, which names nobody. */
export interface ProtectedPlacementTable {
  readonly id: FixedDefault<string>;
  readonly person: Fixed<string>;
  readonly state: 'accepted' | 'confirmed' | 'started' | 'ended' | 'turned_down';
  readonly sealed: Buffer;
  readonly version: Version;
  readonly decided_at: Generated<Date>;
  readonly decided_by: string;
}

/** Seats of a team or SFI group that batches leave free, whatever version of the region is current. */
export interface HeldSeatTable {
  readonly id: FixedDefault<string>;
  readonly region: Fixed<string>;
  readonly place_kind: Fixed<'team' | 'sfi_group'>;
  readonly place: Fixed<string>;
  readonly seats: Fixed<number>;
  readonly held_at: FixedDefault<Date>;
  readonly held_by: Fixed<string>;
  readonly released_at: Optional<Date>;
  readonly released_by: Optional<string>;
}

/** Regions in versions, each written once; the rows of places as the domain has them, those about persons sealed. */
import type { Fixed, FixedDefault, FixedJson, Given, OptionalFixed } from './columns.ts';

export interface RegionIdTable {
  /** A short name for addresses: a-z, 0-9 and single hyphens. */
  readonly id: Fixed<string>;
  readonly name: string;
  readonly created_at: FixedDefault<Date>;
}

export interface RegionVersionTable {
  readonly id: Given<number>;
  readonly region: Fixed<string>;
  /** 1, 2, 3 ... within the region. */
  readonly number: Fixed<number>;
  /** region.json without the tables. */
  readonly head: FixedJson;
  /** SHA-256 of the whole region, in hexadecimal. */
  readonly digest: Fixed<string>;
  readonly note: Fixed<string>;
  readonly imported_at: FixedDefault<Date>;
  readonly imported_by: OptionalFixed<string>;
}

export interface ParticipantTable {
  readonly version: Fixed<number>;
  readonly position: Fixed<number>;
  readonly id: Fixed<string>;
  /** The district of the unit nearest to the person's home; null in a region without units. */
  readonly district: OptionalFixed<string>;
  /** Every row about the person, in all tables, with its position (regions/person-bundle.ts), under the person's key. */
  readonly sealed: Fixed<Buffer>;
}

interface PlaceRow {
  readonly version: Fixed<number>;
  readonly position: Fixed<number>;
  readonly row: FixedJson;
}

export interface UnitTable extends PlaceRow {
  readonly id: Given<string>;
  readonly district: Given<string>;
  readonly principal: Given<string>;
}

export interface TeamTable extends PlaceRow {
  readonly id: Given<string>;
  readonly unit: Given<string>;
}

export interface TeamLanguageTable extends PlaceRow {
  readonly team: Given<string>;
  readonly language: Given<string>;
}

export interface TeamBackgroundTable extends PlaceRow {
  readonly team: Given<string>;
  readonly country: Given<string>;
}

export interface SfiGroupTable extends PlaceRow {
  readonly id: Given<string>;
  readonly provider: Given<string>;
}

/** When teams and SFI groups meet; a participant's hours lie in their bundle. */
export interface SessionTable extends PlaceRow {
  readonly owner: Given<'team' | 'sfi'>;
  readonly owner_id: Given<string>;
}

export interface AreaTable extends PlaceRow {
  readonly name: Given<string>;
}

export interface TravelTable extends PlaceRow {
  readonly from_place: Given<string>;
  readonly to_place: Given<string>;
}

/** What somebody sent and has not confirmed yet, under a key of its own; gone once it is confirmed, replaced or expired. */
export interface UploadTable {
  readonly id: string;
  readonly region: Fixed<string>;
  /** The number of the version that it was compared with, and is to follow; 0 is none. */
  readonly follows: number;
  readonly kind: 'json' | 'packed';
  readonly master_key: string;
  /** The upload's own key under the master key. */
  readonly wrapped: Buffer;
  /** The bytes as they were sent, compressed. */
  readonly sealed: Buffer;
  readonly uploaded_by: Fixed<string>;
  readonly uploaded_at: Date;
  readonly expires_at: Date;
}

export interface PolicyTable {
  readonly id: Given<number>;
  readonly region: Fixed<string>;
  /** 1, 2, 3 ... within the region. */
  readonly number: Fixed<number>;
  readonly policy: FixedJson;
  readonly note: Fixed<string>;
  readonly created_at: FixedDefault<Date>;
  readonly created_by: OptionalFixed<string>;
}

/** The region of a request: sent as JSON or zip, or one of the examples by name. */
import { z } from 'zod';
import { type Policy, policySchema } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { type Failure, failure } from '../errors.ts';
import { type RegionReading, readRegionJson, readRegionZip } from '../files/read-region.ts';
import { exampleNames, readExample } from './examples.ts';

export const exampleRequest = z
  .strictObject({ example: z.enum(exampleNames), policy: policySchema.optional() })
  .transform(({ example, policy }) => ({ kind: 'example', name: example, policy }) as const);

/** The tables are checked by the reader, which reports every error at once. */
export const jsonRequest = z
  .looseObject({ format: z.literal('resursutbyte/region@1') })
  .meta({ description: 'resursutbyte/region@1: region.json with each table as an array under its name' })
  .transform((value) => ({ kind: 'json', value }) as const);

export const zipRequest = z
  .custom<Buffer>(Buffer.isBuffer)
  .meta({ description: 'a zip of the region folder' })
  .transform((bytes) => ({ kind: 'zip', bytes }) as const);

export type RegionRequest = z.output<typeof exampleRequest | typeof jsonRequest | typeof zipRequest>;

export interface OpenedRegion {
  readonly status: 'region';
  readonly region: Region;
  /** The request's own policy, where it brings one. */
  readonly policy: Policy | undefined;
}

/** Reads what a request brings or names. */
export async function openRegion(request: RegionRequest): Promise<OpenedRegion | Failure> {
  const reading = await readingOf(request);
  if (reading.status === 'read') {
    const policy = (request.kind === 'example' ? request.policy : undefined) ?? reading.region.policy;
    return { status: 'region', region: reading.region, policy };
  }
  const count = reading.errors.length;
  return failure(
    'input_refused',
    { sv: `Regionen har ${count} fel.`, en: `The region has ${count} error${count === 1 ? '' : 's'}.` },
    reading.errors,
  );
}

async function readingOf(request: RegionRequest): Promise<RegionReading> {
  switch (request.kind) {
    case 'example':
      return readExample(request.name);
    case 'json':
      return readRegionJson(request.value);
    case 'zip':
      return readRegionZip(request.bytes);
  }
}

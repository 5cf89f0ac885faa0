/** Imports and reads of regions through the API, for tests. */
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import type { Region } from '../../../src/domain/region.ts';
import { readRegion } from '../../../src/files/read-region.ts';
import { regionZip } from '../../../src/files/write-region.ts';
import { type RegionPreview, regionPreview } from '../../../src/jobs/region-preview.ts';
import type { SignedIn, TestService } from '../test-service.ts';

/** 93 invented participants, and units in Farsta and Skärholmen. */
export async function exampleRegion(name = 'farsta-2004'): Promise<Region> {
  const folder = join(import.meta.dirname, '..', '..', '..', 'data', name);
  const reading = await readRegion(folder);
  if (reading.status !== 'read') throw new Error('the example is refused');
  return reading.region;
}

export function regionClient({ app }: TestService) {
  const get = (who: SignedIn, url: string) =>
    app.inject({ method: 'GET', url: `/v1/regions${url}`, headers: who.headers });
  const post = (who: SignedIn, url: string, body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: `/v1/regions${url}`,
      headers: { 'content-type': 'application/json', ...who.headers, ...headers },
      payload: Buffer.isBuffer(body) ? body : JSON.stringify(body),
    } satisfies InjectOptions);
  const send = (who: SignedIn, region: string, bytes: Uint8Array, type = 'application/zip') =>
    post(who, `/${region}/uploads`, Buffer.from(bytes), { 'content-type': type });
  const preview = async (who: SignedIn, region: string, content: Region): Promise<RegionPreview> => {
    const answer = await send(who, region, regionZip(content));
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return regionPreview.parse(answer.json());
  };
  const confirm = (who: SignedIn, region: string, { upload, follows }: RegionPreview, note = '') =>
    post(who, `/${region}/versions`, { upload, expectedVersion: follows, note });
  const importRegion = async (who: SignedIn, region: string, content: Region): Promise<void> => {
    const answer = await confirm(who, region, await preview(who, region, content));
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  return { get, post, send, preview, confirm, importRegion };
}

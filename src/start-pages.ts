/**
 * The built pages, for the service to serve: built when they are missing, or older than what they are made of. What they are made of goes into a
 * digest, and the folder bears it as its name, so that a folder that is there is whole and current.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const made = join(root, '.web');
/** All that a page may import (the rule `web-imports-only-its-layers`), and the packages. */
const sources = ['src/web', 'src/domain', 'src/scenarios/figures', 'solver', 'package-lock.json'];

/** The folder of the pages; `onBuild` is called first where they must be built, which takes some seconds. */
export async function openPages(onBuild: () => void): Promise<string> {
  const folder = join(made, await digestOfSources());
  if (await exists(folder)) return folder;
  onBuild();
  const building = join(made, `building-${process.pid}`);
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'src', 'web', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: building },
  });
  await compress(building);
  await takePlace(building, folder);
  return folder;
}

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(source))
      digest.update(`${file}\n`).update(await readFile(join(root, file)));
  }
  return digest.digest('hex').slice(0, 32);
}

/** A file, or all files of a folder, by name. */
async function filesOf(path: string): Promise<readonly string[]> {
  if (path.endsWith('.json')) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Beside every text a brotli and a gzip, so that nothing is compressed while somebody waits. */
async function compress(folder: string): Promise<void> {
  const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(html|js|css|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    await writeFile(`${file}.br`, await toBrotli(bytes));
    await writeFile(`${file}.gz`, await toGzip(bytes, { level: 9 }));
  }
}

/** Puts what was built in its place, unless another process was first, and takes away what was there before. */
async function takePlace(building: string, folder: string): Promise<void> {
  await mkdir(made, { recursive: true });
  try {
    await rename(building, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
    await rm(building, { recursive: true });
  }
  for (const name of await readdir(made)) {
    if (/^[0-9a-f]{32}$/.test(name) && join(made, name) !== folder)
      await rm(join(made, name), { recursive: true, force: true });
  }
}

async function exists(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => null)) !== null;
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function demanding(version: string) {
  const script = `import { demandNode } from './src/node-version.mjs'; demandNode('${version}'); console.log('on');`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
}

test('an older Node is told so in one sentence of each language, and ends with 2', () => {
  const { status, stdout, stderr } = demanding('20.19.4');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(
    /^Det här kräver Node 24, men körs med 20\.19\.4.* \/ This needs Node 24 but runs on 20\.19\.4.*\n$/,
  );
});

test('Node 24 and later go on', () => {
  expect(demanding('24.0.0')).toMatchObject({ status: 0, stdout: 'on\n' });
  expect(demanding('26.1.0')).toMatchObject({ status: 0, stdout: 'on\n' });
});

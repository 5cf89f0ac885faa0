import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault, open, seal } from '../../src/store/vault.ts';
import { testMasterKey } from './open-test-store.ts';

const vault = createVault(testMasterKey);
const bytes = fc.uint8Array({ maxLength: 200 });

test('what is sealed opens with the same key and context, unwrapped anew', () => {
  fc.assert(
    fc.property(bytes, fc.string(), fc.string(), (plain, owner, context) => {
      const { key, wrapped } = vault.newKey(owner);
      const again = createVault(testMasterKey).unwrap(wrapped, owner);
      expect(new Uint8Array(open(again, seal(key, plain, context), context))).toEqual(plain);
    }),
  );
});

test('nothing opens with any bit changed, another context, another key or another owner', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.string(), (plain, at, context) => {
      const { key, wrapped } = vault.newKey('a');
      const sealed = seal(key, plain, context);
      const bent = Buffer.from(sealed);
      bent[at % bent.length] ^= 1 << (at % 8);
      expect(() => open(key, bent, context)).toThrow();
      expect(() => open(key, sealed.subarray(0, at % sealed.length), context)).toThrow();
      expect(() => open(key, sealed, `${context}.`)).toThrow();
      expect(() => open(vault.newKey('a').key, sealed, context)).toThrow();
      expect(() => vault.unwrap(wrapped, 'b')).toThrow();
    }),
  );
});

test('the same bytes are never sealed alike, and the fingerprint does not tell the key', () => {
  const { key } = vault.newKey('a');
  expect(seal(key, Buffer.from('x'), '')).not.toEqual(seal(key, Buffer.from('x'), ''));
  expect(vault.fingerprint).not.toContain(Buffer.from(testMasterKey).toString('hex').slice(0, 8));
  expect(createVault(new Uint8Array(32).fill(8)).fingerprint).not.toBe(vault.fingerprint);
});

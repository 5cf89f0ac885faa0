import { expect, test } from 'vitest';
import { contact } from '../../src/domain/contact.ts';
import { deleteContact, readContact, saveContact } from '../../src/store/contacts.ts';
import { shredPersonKey } from '../../src/store/person-keys.ts';
import { openTestStore } from './open-test-store.ts';
import { anna, bo, leaveTrail } from './person-trail.ts';

const store = await openTestStore();
const { db } = store;
const { region, officer } = await leaveTrail(store, 'r');
const at = new Date('2005-01-01T00:00:00Z');
const person = { region, participant: anna };
const found = { name: 'Name Hemligvik', phone: '070-123 45 67' };

async function lastEntry() {
  const { action, actor, subject, detail } = await db
    .selectFrom('audit_log')
    .selectAll()
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  return { action, actor, subject, detail };
}

test('a contact is read as it was written, lies sealed, and changes only from the version that was seen', async () => {
  expect(await readContact(store, person)).toEqual({ status: 'found', contact: found, version: 1 });
  const { sealed } = await db.selectFrom('contacts').select('sealed').executeTakeFirstOrThrow();
  expect(sealed.toString('latin1')).not.toContain('Hemligvik');
  const change = { ...person, contact: { email: 'anna@example.se' }, actor: officer, at };
  expect(await saveContact(store, { ...change, seen: 0 })).toEqual({ status: 'changed_meanwhile' });
  // The largest version that the database knows: there is none after it to compute.
  expect(await saveContact(store, { ...change, seen: 2 ** 31 - 1 })).toEqual({ status: 'changed_meanwhile' });
  const outcomes = await Promise.all([1, 2, 3].map(() => saveContact(store, { ...change, seen: 1 })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    'changed_meanwhile',
    'changed_meanwhile',
    'saved',
  ]);
  expect(await lastEntry()).toEqual({
    action: 'contact.write',
    actor: officer,
    subject: anna,
    detail: { version: 2, fields: ['email'] },
  });
  expect(await readContact(store, person)).toMatchObject({
    contact: { email: 'anna@example.se' },
    version: 2,
  });
});

test('a contact is deleted once, and there is none of strangers or of the erased', async () => {
  expect(await deleteContact(store, person, officer)).toBe(true);
  expect(await lastEntry()).toMatchObject({ action: 'contact.delete', subject: anna });
  expect(await deleteContact(store, person, officer)).toBe(false);
  expect(await readContact(store, person)).toEqual({ status: 'none' });
  const stranger = { region, participant: 'nobody' };
  const change = { contact: found, seen: 0, actor: officer, at };
  expect(await readContact(store, stranger)).toEqual({ status: 'not_found' });
  expect(await saveContact(store, { ...stranger, ...change })).toEqual({ status: 'not_found' });
  await shredPersonKey(db, region, bo, at);
  expect(await readContact(store, { region, participant: bo })).toEqual({ status: 'erased' });
  expect(await saveContact(store, { region, participant: bo, ...change })).toEqual({ status: 'erased' });
});

test('a contact that is moved to another person does not open there', async () => {
  await leaveTrail(store, 'q');
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('region', '=', 'q')
    .orderBy('participant')
    .execute();
  const [first, second] = rows;
  await db
    .updateTable('contacts')
    .set({ sealed: second.sealed })
    .where('participant', '=', first.participant)
    .execute();
  await expect(readContact(store, { region: 'q', participant: first.participant })).rejects.toThrow();
});

test('a contact is at least one thing, each in its form', () => {
  expect(contact.safeParse({}).success).toBe(false);
  expect(contact.safeParse({ phone: 'call me' }).success).toBe(false);
  expect(contact.safeParse({ email: 'nowhere' }).success).toBe(false);
  expect(contact.safeParse({ name: ' Anna ', note: 'x' }).success).toBe(false);
  expect(contact.parse({ name: ' Anna ' })).toEqual({ name: 'Anna' });
});

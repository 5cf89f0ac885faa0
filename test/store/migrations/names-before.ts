/** Who and what there was after migration 0006: names and secrets that the test asks today's store for. */

export const officer = '00000000-0000-4000-8000-000000000001';
export const handler = '00000000-0000-4000-8000-000000000002';
export const standing = '00000000-0000-4000-8000-000000000011';
export const asked = '00000000-0000-4000-8000-000000000012';
export const doneJob = '00000000-0000-4000-8000-000000000021';
export const lostJob = '00000000-0000-4000-8000-000000000022';
export const protectedPerson = '00000000-0000-4000-8000-000000000031';
export const openedCase = '00000000-0000-4000-8000-000000000041';
export const scenario = '00000000-0000-4000-8000-000000000051';
export const upload = '00000000-0000-4000-8000-000000000061';
export const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const placed = 'kotte-4711';
export const waiting = 'gran-4712';
export const erased = 'alm-4713';
export const people = [placed, waiting, erased];

export const password = 'sju gula kottar';
export const sessionToken = 'a-session-of-then';
export const apiToken = 'rub_a-token-of-then';
export const uploaded = '{"format":"resursutbyte/region@1"}';
export const keptAnswer = { type: 'application/json', body: '{"done":true}' };
export const keyed = { actor: officer, key: 'a-key', route: 'POST /v1/proposals', digest: 'ef'.repeat(32) };
export const contactBefore = { name: 'Namn Hemligvik', phone: '070-123 45 67' };
export const edits = [{ edit: 'team_seats', team: 't1', by: 1 }];

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestService } from '../api/test-service.ts';
import { typesOf } from './openapi-types.ts';

const file = join(import.meta.dirname, '..', '..', 'src', 'web', 'api', 'description.ts');

test('the types that the pages ask by are those of the service; npm run describe writes them anew', async () => {
  const { app } = await openTestService();
  await app.ready();
  await expect(typesOf(app.swagger())).toMatchFileSnapshot(file);
});

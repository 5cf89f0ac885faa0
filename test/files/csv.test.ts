import { describe, expect, it } from 'vitest';
import { regionTables } from '../../src/domain/region.ts';
import { readCsv } from '../../src/files/csv.ts';
import { createTableReader } from '../../src/files/table-reader.ts';
import { createTextPool } from '../../src/files/text-pool.ts';

const megabyte = 1024 * 1024;

/** A hundred megabytes, made as they are asked for; counts how many were. */
function hundredMegabytes(head: string, line: string) {
  const chunk = Buffer.from(line.repeat(Math.ceil(megabyte / line.length)));
  const given = { bytes: 0, closed: false };
  function* source(): Generator<Uint8Array> {
    try {
      yield Buffer.from(head);
      for (let i = 0; i < 100; i++) {
        given.bytes += chunk.length;
        yield chunk;
      }
    } finally {
      given.closed = true;
    }
  }
  return { source: source(), given };
}

async function read(source: Iterable<Uint8Array>) {
  const reader = createTableReader('travel', regionTables.travel, 'travel.csv', createTextPool());
  await readCsv(source, reader);
  return reader.finish();
}

const header = 'from,to,minutes\n';

describe('a file of 100 MB', () => {
  it.each([
    ['wrong values', header, 'a,b,far\n', 201],
    ['wrong numbers of cells', header, 'a,b\n', 201],
    ['no known column', 'x,y\n', 'a,b\n', 1],
    ['no line breaks', header, 'abcdefgh', 1],
    ['a quote never closed', `${header}"`, 'a,b,5\n', 1],
    ['zeros', '', '\0'.repeat(64), 1],
    ['no UTF-8', header, '\u00ff', 1],
  ])('ends early with %s', async (_, head, line, errors) => {
    const latin1 = line === '\u00ff';
    const { source, given } = hundredMegabytes(head, line);
    const reading = await read(latin1 ? [Buffer.from(head), Buffer.from(line, 'latin1')] : source);
    expect(reading.errors).toHaveLength(errors);
    expect(reading.rows).toHaveLength(0);
    expect(reading.source.complete).toBe(false);
    if (latin1) return;
    expect(given.bytes).toBeLessThan(4 * megabyte);
    expect(given.closed).toBe(true);
  });

  it('says where it stopped', async () => {
    const { source } = hundredMegabytes(header, 'a,b,far\n');
    const { errors } = await read(source);
    expect(errors[200]).toMatchObject({
      row: 201,
      message: { en: expect.stringContaining('after 200 errors') },
    });
  });

  it('is read to its end where it is right, keeping nothing beside its rows', async () => {
    const { source, given } = hundredMegabytes(header, '\n');
    const before = process.memoryUsage().arrayBuffers;
    const reading = await read(source);
    expect(reading.errors).toEqual([]);
    expect(given.bytes).toBeGreaterThan(99 * megabyte);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * megabyte);
  });
});

describe('row numbers', () => {
  it('count as a spreadsheet does: quoted line breaks stay in their row, blank rows count', async () => {
    const text = `${header}"a",b,1\r\n\r\nc,d,"x\ny"\n`;
    const reading = await read([Buffer.from(text)]);
    expect(reading.errors.map((e) => [e.row, e.column])).toEqual([[4, 'minutes']]);
  });

  it('are the same however the bytes are cut', async () => {
    const bytes = Buffer.from(`\uFEFF${header}"å;ä",b,1\r\n"c\r\nd",e,x\r\n`);
    const whole = await read([bytes]);
    const single = await read([...bytes].map((byte) => Uint8Array.of(byte)));
    expect(whole.errors.map((e) => [e.row, e.column])).toEqual([
      [2, 'from'],
      [3, 'from'],
      [3, 'minutes'],
    ]);
    expect(single.errors).toEqual(whole.errors);
  });
});

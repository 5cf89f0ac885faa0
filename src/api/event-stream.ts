/**
 * Server-sent events: a numbered line of events that a browser goes on with after a lost line, by Last-Event-ID. Nothing is read faster than the
 * client takes it, and a client that has gone is forgotten at once.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

export interface SentEvent {
  readonly id: number;
  readonly name: string;
  readonly data: unknown;
}

/** A comment is sent so often, so that nobody on the way takes the line for dead. */
const heartbeatMs = 15_000;
/** So long a browser waits before it asks again. */
const retryMs = 2_000;

/**
 * Answers with the events of `follow`, until they end, the client has gone (its signal is then aborted), or the service closes. Rejects where
 * following failed; the line is then cut, and the client asks again.
 */
export async function sendEvents(
  reply: FastifyReply,
  follow: (gone: AbortSignal) => AsyncIterable<SentEvent>,
  closing: AbortSignal,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  const left = new AbortController();
  raw.once('close', () => left.abort());
  const gone = AbortSignal.any([left.signal, closing]);
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
  for (const [name, value] of headers) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${retryMs}\n\n`);
  const heartbeat = setInterval(() => {
    if (!raw.writableNeedDrain) raw.write(':\n\n');
  }, heartbeatMs);
  try {
    for await (const event of follow(gone)) await write(raw, event, gone);
    raw.end();
  } catch (error) {
    raw.destroy();
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

async function write(raw: ServerResponse, { id, name, data }: SentEvent, gone: AbortSignal): Promise<void> {
  const taken = raw.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  if (!taken && !gone.aborted) await once(raw, 'drain', { signal: gone }).catch(() => undefined);
}

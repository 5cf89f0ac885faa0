/**
 * What the service writes of itself: a line of JSON per request, with the route and never the address, and of a fault in
 * the program what kind it is and where it arose, never its text, which may quote what was sent. No body, query, header
 * or client either: such lines can be kept without keeping anything of a person.
 */
import type { FastifyInstance } from 'fastify';

export type WriteLine = (line: string) => void;

/** Writes a line when a request is done, or its client gone. */
export function logRequests(app: FastifyInstance, write: WriteLine): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null;
    const { method } = request;
    write(JSON.stringify({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }));
  });
}

export function logFault(write: WriteLine, fault: unknown): void {
  const frames = fault instanceof Error ? (fault.stack ?? '').split('\n') : [];
  write(
    JSON.stringify({
      fault: fault instanceof Error ? fault.name : typeof fault,
      at: frames.filter((line) => /^ {4}at /.test(line)).map((line) => line.slice(7)),
    }),
  );
}

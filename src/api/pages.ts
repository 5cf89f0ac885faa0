/**
 * The pages: files with a digest in their name are kept by browsers for ever, and every other address that is not the API's is index.html, which
 * knows the pages by their paths.
 */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Said of files that are there alone: one that is not may be there in the next build. */
const forEver = { cacheControl: true, maxAge: 31_536_000_000, immutable: true };

export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  // For every reply, also that of an address which no route has.
  await app.register(fastifyStatic, { root: folder, preCompressed: true, serve: false, cacheControl: false });
  await app.register(async (pages) => {
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' };
      route.schema = { ...route.schema, hide: true };
    });
    pages.get<{ Params: { '*': string } }>('/assets/*', ({ params }, reply) =>
      reply.sendFile(`assets/${params['*']}`, forEver),
    );
    pages.get('/', (_request, reply) => sendPage(reply));
  });
}

/** Whether an address that no route has is one of a page, for a browser to open. */
export function isPage({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): boolean {
  return (
    (method === 'GET' || method === 'HEAD') && !/^\/(v1|docs|assets|health|ready|metrics)([/?]|$)/.test(url)
  );
}

/** Asked for anew each time: it names the files of the newest build. */
export function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html');
}

/** Failures as RFC 9457 problem documents, in the language that the client accepts best: Swedish, or English if asked. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Failure, type FailureCode, failures } from '../errors.ts';

const text = z.object({ sv: z.string(), en: z.string() });

export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The same code as the commands have. */
  code: z.string(),
  /** What to do about it. */
  action: z.string(),
  faults: z.array(
    z.object({
      file: z.string(),
      row: z.int().nullable(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      message: text,
    }),
  ),
});

interface DescribedResponse {
  readonly description: string;
  readonly content: { readonly 'application/problem+json': { readonly schema: typeof problemDocument } };
}

/** The failures that a route may answer with, for its schema: under each HTTP status the codes that have it. */
export function failureResponses(...codes: readonly FailureCode[]): Record<number, DescribedResponse> {
  const byStatus = Map.groupBy(codes, (code) => failures[code].httpStatus ?? 500);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `${code}: ${failures[code].title.en}.`).join(' '),
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    ]),
  );
}

/** Answers with a failure. */
export function sendFailure(request: FastifyRequest, reply: FastifyReply, failed: Failure): FastifyReply {
  const { title, action, httpStatus } = failures[failed.code];
  const lang = prefersEnglish(request.headers['accept-language']) ? 'en' : 'sv';
  const status = httpStatus ?? 500;
  return reply
    .code(status)
    .header('content-language', lang)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:resursutbyte:failure:${failed.code}`,
      title: title[lang],
      status,
      detail: failed.detail[lang],
      code: failed.code,
      action: action[lang],
      faults: failed.faults,
    });
}

/** Whichever of the two languages stands first; quality values are rare between two and not weighed. */
function prefersEnglish(header: string | undefined): boolean {
  const wanted = (header ?? '').toLowerCase().match(/\b(sv|en)\b/);
  return wanted?.[1] === 'en';
}

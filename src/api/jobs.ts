/**
 * From a request to a job and back. The event loop only moves bytes: what was sent goes to a thread as it is, and comes
 * back as the bytes of an answer or as a failure.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Failure, failure } from '../errors.ts';
import type { Answer, FileAnswer } from '../jobs/answer.ts';
import type { JobOutcome, JobPool, JobRun } from '../jobs/pool.ts';
import type { Sent } from '../jobs/sent.ts';
import { csvMedia, packedMedia, svgMedia, workbookMedia, zipMedia } from './media.ts';
import { sendFailure } from './problem-document.ts';

export interface Jobs {
  readonly pool: Pick<JobPool, 'run'>;
  /** The longest that one request may solve, in milliseconds; what is asked for is cut to it. */
  readonly timeLimitMs: number;
  /** The longest that one request may keep a thread, reading and writing included, in milliseconds. */
  readonly jobLimitMs: number;
}

/** Starts a job for what was sent and answers with what comes of it. A client that leaves takes its job along. */
export async function answerWith(
  jobs: Jobs,
  request: FastifyRequest,
  reply: FastifyReply,
  start: (sent: Sent, run: JobRun) => Promise<JobOutcome<Answer | Failure>>,
): Promise<void> {
  const sent = sentBy(request);
  if (sent === null) return await sendFailure(request, reply, nothingSent);
  await answerFrom(jobs, request, reply, (run) => start(sent, run));
}

/** The same where the job needs nothing of the body. */
export async function answerFrom(
  jobs: Pick<Jobs, 'jobLimitMs'>,
  request: FastifyRequest,
  reply: FastifyReply,
  start: (run: JobRun) => Promise<JobOutcome<Answer | FileAnswer | Failure>>,
): Promise<void> {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const job = await start({ cancel: gone.signal, deadlineMs: jobs.jobLimitMs });
  if (job.status !== 'done') return await sendUnfinished(request, reply, job);
  await sendOutput(request, reply, job.output);
}

/** Answers for a job that came to no output. */
export function sendUnfinished(
  request: FastifyRequest,
  reply: FastifyReply,
  job: Exclude<JobOutcome<never>, { status: 'done' }>,
): FastifyReply {
  if (job.status === 'ended') return sendFailure(request, reply, endings[job.why]);
  reply.header('retry-after', Math.max(1, Math.ceil(job.retryAfterMs / 1000)));
  return sendFailure(request, reply, busy);
}

async function sendOutput(
  request: FastifyRequest,
  reply: FastifyReply,
  output: Answer | FileAnswer | Failure,
): Promise<void> {
  switch (output.status) {
    case 'failed':
      return await sendFailure(request, reply, output);
    case 'answered':
      return await reply.type('application/json; charset=utf-8').send(asBuffer(output.json));
    case 'file':
      return await reply
        .type(fileMedia[output.kind])
        .header('content-disposition', `attachment; filename="${output.name}"`)
        .send(asBuffer(output.bytes));
  }
}

const fileMedia: Readonly<Record<FileAnswer['kind'], string>> = {
  zip: zipMedia,
  xlsx: workbookMedia,
  csv: csvMedia,
  svg: svgMedia,
};

/** The same memory, seen as a Buffer. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The body as it came; null where there is none. */
function sentBy({ body, headers }: FastifyRequest): Sent | null {
  if (!Buffer.isBuffer(body)) return null;
  const media = (headers['content-type'] ?? '').split(';', 1)[0].trim().toLowerCase();
  return { type: packedMedia.some((packed) => packed === media) ? 'packed' : 'json', bytes: body };
}

const nothingSent = failure('usage', { sv: 'Inget skickades.', en: 'Nothing was sent.' });
const busy = failure('busy', { sv: 'Många frågar just nu.', en: 'Many are asking right now.' });
const endings = {
  cancelled: failure('interrupted', { sv: 'Klienten lämnade.', en: 'The client left.' }),
  closed: failure('interrupted', { sv: 'Tjänsten stängs.', en: 'The service is closing.' }),
  deadline: failure('nothing_found', {
    sv: 'Frågan tog längre tid än en fråga får ta.',
    en: 'The question took longer than a question may take.',
  }),
  memory: failure('too_large', {
    sv: 'Frågan behöver mer minne än en fråga får.',
    en: 'The question needs more memory than a question may have.',
  }),
} as const;

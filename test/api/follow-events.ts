/** A job's server-sent events, as a browser hears them. */

export interface HeardEvent {
  readonly id: number;
  readonly name: string;
}

/** The events as they come, until the line ends or is cut. */
export async function* followEvents(
  url: string,
  headers: Readonly<Record<string, string>>,
  job: string,
  after = 0,
): AsyncGenerator<HeardEvent> {
  const answer = await fetch(`${url}/v1/jobs/${job}/events`, {
    headers: { ...headers, ...(after > 0 && { 'last-event-id': String(after) }) },
  });
  if (answer.body === null) return;
  let text = '';
  try {
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const found = /^id: (\d+)\nevent: (\w+)$/m.exec(event);
        if (found !== null) yield { id: Number(found[1]), name: found[2] };
      }
    }
  } catch {
    // Cut: whoever follows asks again.
  }
}

interface Stoppable {
  readonly url: string;
  readonly child: { readonly exitCode: number | null; readonly kill: (signal: 'SIGTERM') => boolean };
}

/** Follows a job and asks its service to stop once there is progress; what was heard until the line ended. */
export async function followUntilStopped(
  { url, child }: Stoppable,
  headers: Readonly<Record<string, string>>,
  job: string,
): Promise<HeardEvent[]> {
  const heard: HeardEvent[] = [];
  for await (const event of followEvents(url, headers, job)) {
    heard.push(event);
    if (event.name === 'progress' && child.exitCode === null) child.kill('SIGTERM');
  }
  return heard;
}

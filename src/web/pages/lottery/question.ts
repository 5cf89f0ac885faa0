/** What is asked of a lottery. It stands in the address, so that an answer has one, and the back button leads to the question before. */
import { useSearchParams } from 'wouter';
import { client, type OnceHeaders } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';

type Route = paths['/v1/regions/{region}/followup/lottery'];

export type Choices = Route['get']['responses'][200]['content']['application/json'];
export type Question = Route['post']['requestBody']['content']['application/json'] & {
  readonly draws: number;
};

export const mostDraws = 1_000;
export const usualDraws = 40;

/** Null where nothing has been asked. */
export function useQuestion(): readonly [asked: Question | null, ask: (question: Question) => void] {
  const [given, setGiven] = useSearchParams();
  const [proposal, first, second, outcome] = ['proposal', 'first', 'second', 'outcome'].map((name) =>
    given.get(name),
  );
  const draws = Number(given.get('draws') ?? usualDraws);
  const isWhole = Number.isInteger(draws) && draws >= 2 && draws <= mostDraws;
  const asked: Question | null =
    proposal && first && second && outcome && isWhole
      ? { proposal, arms: [first, second], outcome, draws }
      : null;
  const ask = ({ proposal, arms, outcome, draws }: Question): void =>
    setGiven({ proposal, first: arms[0], second: arms[1], outcome, draws: String(draws) });
  return [asked, ask];
}

/** Draws the lottery anew, until it has been drawn so often as asked for or `signal` ends it. */
export function compareThrough(region: string, body: Question, headers: OnceHeaders, signal: AbortSignal) {
  return client.POST('/v1/regions/{region}/followup/lottery', {
    ...{ params: { path: { region } }, body, headers, signal },
  });
}

export type Answer = NonNullable<Awaited<ReturnType<typeof compareThrough>>['data']>;

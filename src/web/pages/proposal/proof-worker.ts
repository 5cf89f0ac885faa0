/**
 * Checks a proposal's proof beside the page: fetches the problem and the solution, recomputes the problem's fingerprint and every claim from them
 * alone (solver/certificate), and says what it found. No engine takes part, and nothing of it is asked of the service.
 */
import { readProblem } from '../../../../solver/problem-json.ts';
import { readSolution } from '../../../../solver/solution-json.ts';
import { verifySolution } from '../../../../solver/verify.ts';

export interface ProofAsked {
  readonly address: string;
  /** What the page shows of it, in points. */
  readonly objective: number;
  readonly bound: number;
}

interface Sentence {
  readonly sv: string;
  readonly en: string;
}

export type ProofFinding =
  | { readonly status: 'unfetched' }
  | {
      readonly status: 'checked';
      readonly people: number;
      readonly options: number;
      readonly constraints: number;
      /** What does not hold; nothing where the proof stands. */
      readonly wrong: readonly Sentence[];
      readonly onTrust: readonly Sentence[];
    };

const other: Sentence = {
  sv: 'Problemet är ett annat än det som beviset gäller: dess fingeravtryck stämmer inte.',
  en: 'The problem is not the one that the proof is about: its fingerprint does not match.',
};
const unreadable: Sentence = {
  sv: 'Problemet eller lösningen går inte att läsa.',
  en: 'The problem or the solution cannot be read.',
};
const shownOtherwise: Sentence = {
  sv: 'Sidan visar andra siffror än de som är bevisade.',
  en: 'The page shows other figures than those that are proven.',
};

addEventListener('message', ({ data }: MessageEvent<ProofAsked>) => {
  void check(data).then(
    (finding) => postMessage(finding),
    () => postMessage({ status: 'unfetched' } satisfies ProofFinding),
  );
});

async function check({ address, objective, bound }: ProofAsked): Promise<ProofFinding> {
  const response = await fetch(address);
  if (!response.ok) return { status: 'unfetched' };
  const proof: { problem: unknown; solution: unknown; problemDigest: unknown } = await response.json();
  const reading = readProblem(proof.problem);
  const solution = readSolution(proof.solution);
  if (reading.status === 'refused' || solution.status === 'refused')
    return { status: 'checked', people: 0, options: 0, constraints: 0, wrong: [unreadable], onTrust: [] };
  const { problem } = reading;
  const { mismatches, onTrust } = verifySolution(problem, solution.solution);
  const isShown =
    'objective' in solution.solution &&
    solution.solution.objective === objective &&
    solution.solution.bound === bound;
  return {
    status: 'checked',
    people: problem.participants.length,
    options: problem.score.length,
    constraints: problem.constraints.length,
    wrong: [
      ...((await digestOf(proof.problem)) === proof.problemDigest ? [] : [other]),
      ...(isShown ? [] : [shownOtherwise]),
      ...mismatches,
    ],
    onTrust,
  };
}

/** SHA-256 of the problem's text, as the service reckons it. */
async function digestOf(problem: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(problem)}\n`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

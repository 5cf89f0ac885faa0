/** What a run says, in sentences that can be passed on; the figure and the table below bear them out. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { texts } from './texts.ts';
import { type Result, useResult } from './use-result.ts';

type Of<Key extends PropertyKey> = Extract<Result, Record<Key, unknown>>;

/** Nothing until the answer is here: the table tells how reading it goes. */
export function Conclusion({ id }: { readonly id: string }) {
  const answer = useResult(id);
  const sentences = useSentences()(answer.data);
  if (sentences.length === 0) return null;
  return (
    <section>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

function useSentences(): (answer: Result | undefined) => readonly string[] {
  const said = useSaid();
  const shifts = useShifts();
  const worth = useWorth();
  const sweep = useSweep();
  const capacity = useCapacity();
  return (answer) => {
    if (answer === undefined) return [];
    if ('columns' in answer) return shifts(answer);
    if ('places' in answer) return worth(answer);
    if ('parameters' in answer) return sweep(answer);
    if ('target' in answer) return capacity(answer);
    return [said(answer.conclusion)];
  };
}

function useShifts(): (answer: Of<'columns'>) => readonly string[] {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const told = (count: number | '<5' | 'hidden'): string =>
    typeof count === 'number' ? number(count) : t(count === '<5' ? 'few' : 'not_shown');
  return ({ shifts }) =>
    shifts.map(({ from, to, gain, lose, same }) =>
      t('shift', {
        ...{ from: said(from), to: said(to) },
        ...{ gain: told(gain), lose: told(lose), same: told(same) },
      }),
    );
}

function useWorth(): (answer: Of<'places'>) => readonly string[] {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  return ({ places: [first] }) => {
    if (first === undefined) return [];
    const { least, most } = first.confirmed;
    const name = said(first.name);
    return [
      least === most
        ? t('worth_most', { name, points: number(most) })
        : t('worth_between', { name, least: number(least), most: number(most) }),
    ];
  };
}

function useSweep(): (answer: Of<'parameters'>) => readonly string[] {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, percent } = useFormats();
  return ({ parameters, knee, priceOfFairness }) => {
    const [first, second] = parameters;
    const bend =
      first === undefined || second !== undefined
        ? []
        : [
            knee === null
              ? t('no_knee', { name: said(first.name) })
              : t('knee', { name: said(first.name), at: number(knee) }),
          ];
    const prices = (priceOfFairness ?? []).filter((price) => price !== null);
    const [dearest] = prices.toSorted((a, b) => b.most - a.most || b.least - a.least);
    if (dearest === undefined) return bend;
    return [...bend, t('fairness', { least: percent(dearest.least), most: percent(dearest.most) })];
  };
}

function useCapacity(): (answer: Of<'target'>) => readonly string[] {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  return ({ note, plan, target }) => {
    const goal = t('target', { placed: number(target.placed), people: number(target.people) });
    if (plan === null) return [goal, said(note)];
    const { cost, leastCost } = plan;
    const proof =
      cost === leastCost
        ? t('cheapest', { cost: number(cost) })
        : t('cheapest_within', { cost: number(cost), least: number(leastCost) });
    return [goal, proof];
  };
}

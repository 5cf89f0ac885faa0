/** The weights as sliders, each with its number beside it to type. */
import { useId } from 'react';
import type { schemas } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { texts as nameTexts } from '../scenario/policy/texts.ts';
import { texts } from './texts.ts';

type Policy = schemas['Policy'];
type Weight = keyof Policy['weights'];

const weights: readonly Weight[] = [
  ...(['language', 'pupils', 'background', 'roles', 'competences'] as const),
  ...(['sfi_continuity', 'commute', 'waiting', 'wishes'] as const),
];
const most = 500;

interface WeightsProps {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

export function Weights({ policy, onChange }: WeightsProps) {
  const t = useTexts(texts);
  const nameOf = useTexts(nameTexts);
  const id = useId();
  const set = (weight: Weight, value: number): void => {
    if (!Number.isNaN(value)) onChange({ ...policy, weights: { ...policy.weights, [weight]: value } });
  };
  return (
    <>
      <h2>{t('weights')}</h2>
      <p className="help">{t('weights_text')}</p>
      {weights.map((weight) => {
        const value = policy.weights[weight];
        return (
          <div key={weight} className="slider">
            <label htmlFor={`${id}-${weight}`}>{nameOf(`weight_${weight}`)}</label>
            <input
              id={`${id}-${weight}`}
              type="range"
              min={0}
              max={Math.max(most, value)}
              step={10}
              value={value}
              onChange={({ target }) => set(weight, target.valueAsNumber)}
            />
            <input
              type="number"
              aria-label={t('as_number', { weight: nameOf(`weight_${weight}`) })}
              min={0}
              value={value}
              onChange={({ target }) => set(weight, target.valueAsNumber)}
            />
          </div>
        );
      })}
    </>
  );
}

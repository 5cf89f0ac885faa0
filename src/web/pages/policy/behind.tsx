/** Somebody else has saved the policy while it was being changed here: what is shown now, and what both changed. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { texts as nameTexts } from '../scenario/policy/texts.ts';
import type { Clash } from './laid-over.ts';
import { texts } from './texts.ts';

interface BehindProps {
  readonly number: number;
  readonly createdAt: string;
  readonly clashes: readonly Clash[];
}

export function Behind({ number, createdAt, clashes }: BehindProps) {
  const t = useTexts(texts);
  const nameOf = useTexts(nameTexts);
  const formats = useFormats();
  const told = (value: unknown): string => (typeof value === 'number' ? formats.number(value) : t('nothing'));
  return (
    <div className="state" role="status">
      <p>{t('behind', { number, time: formats.time(createdAt) })}</p>
      {clashes.length === 0 ? null : (
        <>
          <p>{t('clashes')}</p>
          <ul>
            {clashes.map(({ name, saved, mine }) => (
              <li key={name}>{t('clash', { name: nameOf(name), saved: told(saved), mine: told(mine) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

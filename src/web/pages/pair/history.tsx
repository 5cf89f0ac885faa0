/** What has been decided of the pair, by whom and why, the latest last. */
import { leaveReasons, turnDownReasons } from '../../../domain/pair-reasons.ts';
import { stepNames } from '../../../domain/pair-words.ts';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Pair } from './answers.ts';
import { texts } from './texts.ts';

type Decision = NonNullable<Pair['history']>[number];

const reasons: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  ...leaveReasons,
  ...turnDownReasons,
};

export function History({ decisions }: { readonly decisions: readonly Decision[] }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { time } = useFormats();
  return (
    <>
      <h2>{t('history')}</h2>
      {decisions.length === 0 ? (
        <p>{t('no_history')}</p>
      ) : (
        <ol className="history">
          {decisions.map(({ id, at, by, action, reason, note }) => (
            <li key={id}>
              <span>{time(at)}</span>{' '}
              {t('decided', {
                by,
                action: action === 'pair_manually' ? t('by_hand') : said(stepNames[action]),
              })}
              {reason === null || reasons[reason] === undefined ? '' : `: ${said(reasons[reason])}`}
              {note === '' ? null : <q>{note}</q>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

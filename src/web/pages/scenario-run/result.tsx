/** What a run came to: what it says in words, the figure that the service draws, the figures as a table, and all of it to take home. */
import { useLanguage, useTexts } from '../../language.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { Comparison } from './comparison.tsx';
import { Conclusion } from './conclusion.tsx';
import { Rows } from './rows.tsx';
import { texts } from './texts.ts';
import { WorthMap } from './worth-map.tsx';

interface ResultProps {
  readonly region: string;
  readonly id: string;
  readonly title: string;
  /** Scenarios side by side have a table of their own, with a column each. */
  readonly isComparison: boolean;
}

export function Result({ region, id, title, isComparison }: ResultProps) {
  const who = useWho();
  const t = useTexts(texts);
  const lang = useLanguage();
  const address = (part: 'figure' | 'table' | 'result') => `/v1/scenario-runs/${id}/${part}?lang=${lang}`;
  return (
    <>
      <Conclusion id={id} />
      <figure className="sheet">
        <figcaption>{title}</figcaption>
        <img src={address('figure')} alt={t('figure_alt', { title })} />
      </figure>
      {mayDo(who, 'places.read', region) ? <WorthMap region={region} id={id} /> : null}
      {isComparison ? <Comparison id={id} /> : <Rows id={id} />}
      <div className="buttons">
        <a className="button quiet" href={address('table')} download>
          {t('csv')}
        </a>
        <a className="button quiet" href={address('figure')} download={`${id}.svg`}>
          {t('svg')}
        </a>
        <a className="button quiet" href={address('result')} download={`${id}.json`}>
          {t('json')}
        </a>
      </div>
    </>
  );
}

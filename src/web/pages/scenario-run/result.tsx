/** What a run came to: what it says in words, the figure that the service draws, the figures as a table, and all of it to take home. */
import { useLanguage, useTexts } from '../../language.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { Comparison } from './comparison.tsx';
import { Conclusion } from './conclusion.tsx';
import { Plan } from './plan.tsx';
import { Rows } from './rows.tsx';
import { texts } from './texts.ts';
import { WorthMap } from './worth-map.tsx';

interface ResultProps {
  readonly region: string;
  readonly id: string;
  readonly kind: 'run' | 'worth' | 'sweep' | 'capacity' | 'simulate';
}

export function Result({ region, id, kind }: ResultProps) {
  const who = useWho();
  const t = useTexts(texts);
  const lang = useLanguage();
  const title = t(kind);
  const address = (part: 'figure' | 'table' | 'result') => `/v1/scenario-runs/${id}/${part}?lang=${lang}`;
  return (
    <>
      <Conclusion id={id} />
      <figure className="sheet">
        <figcaption>{title}</figcaption>
        <img src={address('figure')} alt={t('figure_alt', { title })} />
      </figure>
      {mayDo(who, 'places.read', region) ? <WorthMap region={region} id={id} /> : null}
      {kind === 'run' ? <Comparison id={id} /> : null}
      {kind === 'capacity' ? <Plan region={region} id={id} /> : null}
      {kind === 'run' || kind === 'capacity' ? null : <Rows id={id} />}
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

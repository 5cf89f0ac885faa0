/** A person's right to their own data: the access report, and erasure. */
import { useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useLanguage, useTexts } from '../../language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface OwnDataProps {
  readonly region: string;
  readonly participant: string;
  readonly mayReport: boolean;
  readonly mayErase: boolean;
}

export function OwnData({ region, participant, mayReport, mayErase }: OwnDataProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const lang = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const erase = useChange((_: null, headers) =>
    client.POST('/v1/regions/{region}/participants/{participant}/erasure', {
      params: { path: { region, participant } },
      headers,
    }),
  );
  if (!mayReport && !mayErase) return null;
  const report = (as: 'text' | 'json') =>
    `/v1/regions/${region}/participants/${participant}/report?as=${as}&lang=${lang}`;
  return (
    <>
      <h2>{t('data')}</h2>
      {mayReport ? (
        <div className="buttons">
          <a className="button quiet" href={report('text')} download={`registerutdrag-${participant}.txt`}>
            {t('report')}
          </a>
          <a className="button quiet" href={report('json')} download={`registerutdrag-${participant}.json`}>
            {t('report_json')}
          </a>
        </div>
      ) : null}
      {mayErase ? (
        <div className="buttons">
          <button type="button" className="secondary" onClick={() => setIsAsking(true)}>
            {t('erase')}
          </button>
        </div>
      ) : null}
      {erase.error === null ? null : <Failed error={erase.error} />}
      {erase.data === undefined ? null : (
        <section role="status" className="state">
          <strong>{t('erased')}</strong>
          <ul>
            {erase.data.stays.map(({ kind, count, why }) => (
              <li key={kind}>{t('stays', { count, why: said(why) })}</li>
            ))}
          </ul>
          <p>{said(erase.data.also)}</p>
        </section>
      )}
      {isAsking ? (
        <Confirm
          title={t('erase_title', { participant })}
          action={t('erase')}
          onClose={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            erase.mutate(null);
          }}
        >
          <p>{t('erase_text')}</p>
        </Confirm>
      ) : null}
    </>
  );
}

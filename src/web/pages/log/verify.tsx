/** Recomputes the chain of the log, and says whether anything was changed or taken away. */
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

export function Verify() {
  const t = useTexts(texts);
  const { number } = useFormats();
  const verify = useChange(() => client.GET('/v1/audit/verify'));
  const { data: found } = verify;
  return (
    <section className="card ask" aria-labelledby="verify">
      <h2 id="verify">{t('verify')}</h2>
      <p>{t('verify_text')}</p>
      <div className="buttons">
        <button
          type="button"
          className="secondary"
          disabled={verify.isPending}
          onClick={() => verify.mutate(undefined)}
        >
          {t('check')}
        </button>
      </div>
      {verify.error === null ? null : <Failed error={verify.error} />}
      {found === undefined ? null : (
        <div role="status" className={found.status === 'whole' ? 'state good' : 'state failed'}>
          <strong>{t(`chain_${found.status}`)}</strong>
          <p>{t('entries', { count: number(found.entries) })}</p>
          {found.faults?.map(({ seq, kind }) => (
            <p key={seq}>{t(`fault_${kind}`, { seq })}</p>
          ))}
        </div>
      )}
    </section>
  );
}

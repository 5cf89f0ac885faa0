/** Asking for a proposal: one button, and what few need under it. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface Asked {
  readonly seconds: number;
  readonly percent: number;
  readonly seed: number;
  readonly fromStart: boolean;
}

const usual: Asked = { seconds: 120, percent: 0, seed: 0, fromStart: false };

export function Ask({ region, isAgain }: { readonly region: string; readonly isAgain: boolean }) {
  const t = useTexts(texts);
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(usual);
  const ask = useChange(
    ({ seconds, percent, seed, fromStart }: Asked, headers) =>
      client.POST('/v1/regions/{region}/proposals', {
        params: { path: { region } },
        body: {
          ...{ timeLimit: seconds, gap: percent / 100, seed },
          ...(fromStart && { previous: null }),
        },
        headers,
      }),
    ({ proposal }) => navigate(`/r/${region}/forslag/${proposal}`),
  );
  const numberField = (key: 'seconds' | 'percent' | 'seed') => ({
    type: 'number',
    required: true,
    value: Number.isNaN(asked[key]) ? '' : asked[key],
    onChange: ({ target }: { readonly target: HTMLInputElement }) =>
      setAsked({ ...asked, [key]: target.valueAsNumber }),
  });
  return (
    <form
      className="card ask"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(asked);
      }}
    >
      <p>
        {t('ask_text')} {isAgain ? t('again_text') : null}
      </p>
      <details>
        <summary>{t('more')}</summary>
        <div className="fields">
          {isAgain ? (
            <label className="choice">
              <input
                type="checkbox"
                checked={asked.fromStart}
                onChange={({ target }) => setAsked({ ...asked, fromStart: target.checked })}
              />
              {t('from_start')}
            </label>
          ) : null}
          <Field label={t('time')} min={1} max={3600} {...numberField('seconds')} />
          <Field
            label={t('gap')}
            help={t('gap_help')}
            min={0}
            max={100}
            step="any"
            {...numberField('percent')}
          />
          <Field label={t('seed')} help={t('seed_help')} min={0} max={2 ** 31 - 1} {...numberField('seed')} />
        </div>
      </details>
      {ask.error === null ? null : <Failed error={ask.error} />}
      <div className="buttons">
        <button type="submit" className="primary" disabled={ask.isPending}>
          {t(isAgain ? 'ask_again' : 'ask')}
        </button>
      </div>
    </form>
  );
}

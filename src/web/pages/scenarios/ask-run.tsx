/** What can be asked: scenarios side by side, what a place is worth, curves, the cheapest room, the year ahead. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { client, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { Costs } from './costs.tsx';
import { type SweepAsked, SweepFields, sweepWritten, usualSweep } from './sweep-fields.tsx';
import { texts } from './texts.ts';

type Body = paths['/v1/regions/{region}/scenario-runs']['post']['requestBody']['content']['application/json'];
type Kind = Body['kind'];

const kinds: readonly Kind[] = ['run', 'worth', 'sweep', 'capacity', 'simulate'];

interface AskRunProps {
  readonly region: string;
  /** Those that were chosen to be compared. */
  readonly scenarios: readonly string[];
}

export function AskRun({ region, scenarios }: AskRunProps) {
  const t = useTexts(texts);
  const id = useId();
  const who = useWho();
  const [, navigate] = useLocation();
  const [kind, setKind] = useState<Kind>('run');
  const [share, setShare] = useState(100);
  const [years, setYears] = useState(20);
  const [sweep, setSweep] = useState<SweepAsked>(usualSweep);
  const [second, setSecond] = useState<SweepAsked | null>(null);
  const queries = useQueryClient();
  const ask = useChange(
    (body: Body, headers) =>
      client.POST('/v1/regions/{region}/scenario-runs', { params: { path: { region } }, body, headers }),
    ({ run }) => {
      void queries.invalidateQueries({ queryKey: ['scenario-runs', region] });
      navigate(`/r/${region}/scenarier/korning/${run}`);
    },
  );
  const bodyOf = (): Body => {
    switch (kind) {
      case 'run':
        return { kind, scenarios: scenarios.map((scenario) => ({ id: scenario })) };
      case 'worth':
        return { kind };
      case 'sweep':
        return { kind, over: [sweep, ...(second === null ? [] : [second])].map(sweepWritten) };
      case 'capacity':
        return { kind, share: share === 100 ? null : share / 100 };
      case 'simulate':
        return { kind, seeds: years };
    }
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate(bodyOf());
  };
  return (
    <form className="card ask" onSubmit={send} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('ask')}</h2>
      <fieldset className="choices">
        <legend>{t('what')}</legend>
        {kinds.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
            <span>
              {t(one)}
              <span className="help">{t(`${one}_text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === 'run' ? <p>{t('compared', { count: scenarios.length })}</p> : null}
      {kind === 'sweep' ? (
        <>
          <SweepFields region={region} value={sweep} onChange={setSweep} />
          <label className="choice">
            <input
              type="checkbox"
              checked={second !== null}
              onChange={({ target }) => setSecond(target.checked ? usualSweep : null)}
            />
            {t('second')}
          </label>
          {second === null ? null : <SweepFields region={region} value={second} onChange={setSecond} />}
        </>
      ) : null}
      {kind === 'capacity' && mayDo(who, 'policy.read', region) ? <Costs region={region} /> : null}
      {kind === 'capacity' ? (
        <Field
          label={t('share')}
          help={t('share_help')}
          type="number"
          min={1}
          max={100}
          required
          value={share}
          onChange={({ target }) => setShare(target.valueAsNumber)}
        />
      ) : null}
      {kind === 'simulate' ? (
        <Field
          label={t('years')}
          type="number"
          min={1}
          max={500}
          required
          value={years}
          onChange={({ target }) => setYears(target.valueAsNumber)}
        />
      ) : null}
      {ask.error === null ? null : <Failed error={ask.error} />}
      <div className="buttons">
        <button type="submit" className="primary" disabled={ask.isPending}>
          {t('run_it')}
        </button>
      </div>
    </form>
  );
}

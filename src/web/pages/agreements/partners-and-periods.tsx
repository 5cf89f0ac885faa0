/** Who the partners are and which periods they count by; each can be added to, and nothing that reports name is taken away. */
import { type FormEvent, useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useLanguage, useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed } from '../../parts/states.tsx';
import type { Partnership } from './answers.ts';
import { texts } from './texts.ts';

interface Saved {
  readonly partnership: Partnership;
  readonly version: number;
}

interface PartnersAndPeriodsProps {
  readonly region: string;
  readonly saved: Saved;
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
}

export function PartnersAndPeriods({ region, saved, mayWrite, onSaved }: PartnersAndPeriodsProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { date } = useFormats();
  const { partners = [], periods = [] } = saved.partnership;
  const adding = { region, saved, onSaved };
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{t('partners')}</h2>
      {partners.length === 0 ? <p>{t('no_partners')}</p> : null}
      <ul>
        {partners.map(({ id, name }) => (
          <li key={id}>{name[language]}</li>
        ))}
      </ul>
      {mayWrite ? <Add {...adding} key={`partner ${partners.length}`} kind="partner" /> : null}
      {periods.length === 0 ? <p>{t('no_periods')}</p> : null}
      <ul>
        {periods.map(({ id, name, from, to }) => (
          <li key={id}>{t('period_told', { name: name[language], from: date(from), to: date(to) })}</li>
        ))}
      </ul>
      {mayWrite ? <Add {...adding} key={`period ${periods.length}`} kind="period" /> : null}
    </section>
  );
}

const nothing = { id: '', sv: '', en: '', from: '', to: '' };

interface AddProps extends Omit<PartnersAndPeriodsProps, 'mayWrite'> {
  readonly kind: 'partner' | 'period';
}

function Add({ region, saved, kind, onSaved }: AddProps) {
  const t = useTexts(texts);
  const [given, setGiven] = useState(nothing);
  const { partnership, version } = saved;
  const { partners = [], periods = [] } = partnership;
  const save = useChange(
    (changed: Partnership) =>
      client.PUT('/v1/regions/{region}/partnership', {
        params: { path: { region } },
        body: { partnership: changed, version },
      }),
    onSaved,
  );
  const { id, sv, en, from, to } = given;
  const isTaken = (kind === 'partner' ? partners : periods).some((one) => one.id === id);
  const endsFirst = kind === 'period' && from !== '' && to !== '' && to < from;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isTaken || endsFirst) return;
    const named = { id, name: { sv, en } };
    save.mutate(
      kind === 'partner'
        ? { ...partnership, partners: [...partners, named] }
        : { ...partnership, periods: [...periods, { ...named, from, to }] },
    );
  };
  const field = (name: keyof typeof nothing, label: string, type: 'text' | 'date', told = {}) => (
    <Field
      label={label}
      type={type}
      required
      maxLength={80}
      value={given[name]}
      onChange={({ target }) => setGiven({ ...given, [name]: target.value })}
      {...told}
    />
  );
  return (
    <details className="unprinted">
      <summary>{t(`add_${kind}`)}</summary>
      <form className="card" onSubmit={send}>
        {field('sv', t('name_sv'), 'text')}
        {field('en', t('name_en'), 'text')}
        {field('id', t('id'), 'text', { help: t(`${kind}_id_help`), error: isTaken ? t('taken') : null })}
        {kind === 'period' ? (
          <>
            {field('from', t('from'), 'date')}
            {field('to', t('to'), 'date', { error: endsFirst ? t('ends_first') : null })}
          </>
        ) : null}
        {save.error === null ? null : <Failed error={save.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={save.isPending}>
            {t('add')}
          </button>
        </div>
      </form>
    </details>
  );
}

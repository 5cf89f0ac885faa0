/** Agreeing on a new version of an indicator, or on a new one: it can be tried on today's data before it is saved. */
import { type FormEvent, useState } from 'react';
import { client, useChange } from '../../../api/client.tsx';
import { useLanguage, useTexts } from '../../../language.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { Field, TextArea } from '../../../parts/field.tsx';
import { useSaid } from '../../../parts/said.tsx';
import { Failed } from '../../../parts/states.tsx';
import { type Indicator, type Partners, tryIndicator } from '../answers.ts';
import { CountsFields } from '../counts/counts-fields.tsx';
import { texts } from '../texts.ts';
import { blankDraft, type Draft, draftOf, goals, indicatorOf } from './draft.ts';
import { TriedFigure } from './tried-figure.tsx';

interface EditIndicatorProps {
  readonly region: string;
  readonly partners: Partners;
  readonly all: readonly Indicator[];
  /** The version that the new one follows; null for a new indicator. */
  readonly begun: Indicator | null;
  readonly onSaved: () => void;
}

export function EditIndicator(props: EditIndicatorProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const [isOpen, setOpen] = useState(false);
  const { begun } = props;
  return (
    <details className="unprinted" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{begun === null ? t('new_indicator') : t('new_version', { name: said(begun.name) })}</summary>
      {isOpen ? <Form {...props} /> : null}
    </details>
  );
}

function Form({ region, partners, all, begun, onSaved }: EditIndicatorProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => (begun === null ? blankDraft(all[0]) : draftOf(begun)));
  const set = (changed: Partial<Draft>): void => setDraft({ ...draft, ...changed });
  const indicator = indicatorOf(draft, begun);
  const isMedian = indicator?.counts.kind === 'median';
  const attempt = useChange((body: Indicator, headers) => tryIndicator(region, body, headers));
  const save = useChange(
    (body: Indicator, headers) =>
      client.POST('/v1/regions/{region}/indicators', { params: { path: { region } }, body, headers }),
    onSaved,
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (indicator !== null) save.mutate(indicator);
  };
  const isAgreed = (partner: string): boolean => draft.by.includes(partner);
  return (
    <form className="card" onSubmit={send}>
      {begun === null ? (
        <>
          <Field
            label={t('id')}
            help={t('id_help')}
            required
            maxLength={80}
            value={draft.id}
            onChange={({ target }) => set({ id: target.value })}
          />
          <Choice
            label={t('like')}
            value={draft.like}
            options={all.map(({ id: key, name, version }) => [
              `${key} ${version}`,
              `${said(name)} (${t('version', { version })})`,
            ])}
            onChange={(like) => {
              const model = all.find(({ id: key, version }) => `${key} ${version}` === like);
              if (model !== undefined) set({ like, counts: JSON.stringify(model.counts, null, 2) });
            }}
          />
        </>
      ) : null}
      <Field
        label={t('name_sv')}
        required
        value={draft.sv}
        onChange={({ target }) => set({ sv: target.value })}
      />
      <Field
        label={t('name_en')}
        required
        value={draft.en}
        onChange={({ target }) => set({ en: target.value })}
      />
      <Choice
        label={t('owner')}
        value={draft.owner}
        options={withOwner(partners, draft.owner).map((partner) => [partner.id, partner.name[language]])}
        onChange={(owner) => set({ owner })}
      />
      <fieldset className="choices">
        <legend>{t('agreed_by')}</legend>
        {partners.map((partner) => (
          <label key={partner.id} className="choice">
            <input
              type="checkbox"
              checked={isAgreed(partner.id)}
              onChange={() =>
                set({
                  by: partners.map((one) => one.id).filter((one) => (one === partner.id) !== isAgreed(one)),
                })
              }
            />
            {partner.name[language]}
          </label>
        ))}
      </fieldset>
      <Field
        label={t('agreed_from')}
        type="date"
        required
        value={draft.from}
        onChange={({ target }) => set({ from: target.value })}
      />
      <Field
        label={t('agreed_until')}
        type="date"
        min={draft.from}
        value={draft.until}
        onChange={({ target }) => set({ until: target.value })}
      />
      <Choice
        label={t('target')}
        value={draft.goal}
        options={goals.map((goal) => [goal, t(goal)])}
        onChange={(goal) => set({ goal })}
      />
      {draft.goal === 'none' ? null : (
        <Field
          label={t(isMedian ? 'target_amount' : 'target_percent')}
          type="number"
          step="any"
          min={0}
          required
          value={draft.target}
          onChange={({ target }) => set({ target: target.value })}
        />
      )}
      {indicator === null ? null : (
        <CountsFields
          counts={indicator.counts}
          onChange={(counts) => set({ counts: JSON.stringify(counts, null, 2) })}
        />
      )}
      <details className="wide">
        <summary>{t('counts_as_text')}</summary>
        <TextArea
          label={t('counts')}
          error={indicator === null ? t('counts_wrong') : null}
          rows={10}
          spellCheck={false}
          value={draft.counts}
          onChange={({ target }) => set({ counts: target.value })}
        />
      </details>
      {attempt.error === null ? null : <Failed error={attempt.error} />}
      {attempt.data === undefined ? null : <TriedFigure tried={attempt.data} />}
      {save.error === null ? null : <Failed error={save.error} />}
      <div className="buttons">
        <button
          type="button"
          className="secondary"
          disabled={indicator === null || attempt.isPending}
          onClick={(event) => {
            if (indicator !== null && event.currentTarget.form?.reportValidity()) attempt.mutate(indicator);
          }}
        >
          {t('preview')}
        </button>
        <button type="submit" className="primary" disabled={indicator === null || save.isPending}>
          {t('save_indicator')}
        </button>
      </div>
    </form>
  );
}

/** Also where the owner is no partner, or one no longer. */
function withOwner(partners: Partners, owner: string): Partners {
  const isAmong = partners.some(({ id }) => id === owner);
  return isAmong ? partners : [{ id: owner, name: { sv: owner, en: owner } }, ...partners];
}

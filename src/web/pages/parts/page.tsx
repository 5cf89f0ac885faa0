/** The shared parts by example: what to copy from when a page is built, and what the browser tests hold to account. */
import { useCallback, useState } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Field } from '../../parts/field.tsx';
import { Figure } from '../../parts/figure.tsx';
import { GapSentence } from '../../parts/gap-sentence.tsx';
import { useTableQuestion } from '../../parts/table-question.tsx';
import { useRegionChoice } from '../../session/region.tsx';
import { useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

type Participants =
  paths['/v1/regions/{region}/participants']['get']['responses'][200]['content']['application/json'];

const pairs = [
  ['A', 1240],
  ['B', 1180],
  ['C', 905],
  ['D', 640],
] as const;

export default function Parts() {
  const t = useTexts(texts);
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) =>
      plot.plot({
        width,
        height: 180,
        marks: [
          plot.barX(pairs, { x: '1', y: '0', fill: 'currentColor', fillOpacity: 0.7 }),
          plot.ruleX([0]),
        ],
        x: { label: null },
        y: { label: null },
      }),
    [],
  );
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <p>
        <GapSentence objective={41_200} bound={41_212.5} />
      </p>
      <Participants />
      <Figure title={t('figure')} file="par" columns={[t('pair'), t('points')]} rows={pairs} draw={draw} />
      <Note />
    </>
  );
}

function Participants() {
  const t = useTexts(texts);
  const [region] = useRegionChoice(useWho());
  const { question, change } = useTableQuestion('id');
  const { after } = question;
  const answer = useAnswer<Participants>(
    ['participants', region, after],
    (signal) =>
      client.GET('/v1/regions/{region}/participants', {
        params: {
          path: { region: region ?? '' },
          query: { limit: 10, ...(after === null ? {} : { after }) },
        },
        signal,
      }),
    { enabled: region !== null },
  );
  const columns: readonly Column<Participants['rows'][number]>[] = [
    { name: 'id', title: t('participant'), sorts: true, cell: ({ id }) => id },
    { name: 'district', title: t('district'), cell: ({ homeDistrict }) => homeDistrict ?? '–' },
  ];
  return (
    <DataTable
      caption={t('participants')}
      columns={columns}
      rowKey={({ id }) => id}
      answer={answer}
      empty={t('none')}
      question={question}
      onChange={change}
    />
  );
}

function Note() {
  const t = useTexts(texts);
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Field
        label={t('note')}
        help={t('note_help')}
        error={note.length > 10 ? t('note_error') : null}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <button type="button" className="secondary" onClick={() => setAsking(true)}>
        {t('confirm')}
      </button>
      {asking ? (
        <Confirm title={t('confirm_title')} action={t('confirm_action')} onConfirm={close} onClose={close}>
          <p>{t('confirm_text')}</p>
        </Confirm>
      ) : null}
    </>
  );
}

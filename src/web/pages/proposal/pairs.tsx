/** A proposal's pairs: searched, narrowed and paged by the service, opened one by one, or decided on together. */
import { useState } from 'react';
import { Link } from 'wouter';
import { statusNames } from '../../../domain/pair-words.ts';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Filter } from '../../parts/filter.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useLanguageChoices } from '../../parts/language-name.tsx';
import { useFound, usePlaceNames, useUnits } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';
import { SearchAmong } from '../../parts/search-among.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { DecideMany } from './decide-many.tsx';
import { states, usePairQuestion } from './pair-question.ts';
import { texts } from './texts.ts';

type Answer = paths['/v1/proposals/{id}/pairs']['get']['responses'][200]['content']['application/json'];
type Row = Answer['pairs'][number];

interface PairsProps {
  readonly region: string;
  readonly proposal: string;
  readonly isStanding: boolean;
}

export function Pairs({ region, proposal, isStanding }: PairsProps) {
  const t = useTexts(texts);
  const who = useWho();
  const { question, change, asked: narrowed, address } = usePairQuestion();
  const asked = { ...narrowed, limit: 25, ...(question.after !== null && { after: question.after }) };
  const { state, district, unit, language } = narrowed;
  const answer = useAnswer(['pairs', proposal, asked], (signal) =>
    client.GET('/v1/proposals/{id}/pairs', { params: { path: { id: proposal }, query: asked }, signal }),
  );
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const decides = isStanding && mayDo(who, 'pair.accept', region);
  const choose = ({ participant, version }: Row, isIn: boolean): void => {
    const next = new Map(chosen);
    if (isIn) next.set(participant, version);
    else next.delete(participant);
    setChosen(next);
  };
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{t('pairs')}</h2>
      <Filters
        region={region}
        counts={answer.data?.counts}
        values={{ state, district, unit, language }}
        onChange={change}
      />
      <DataTable<Row>
        caption={t('pairs_table')}
        columns={useColumns({ region, proposal, address, chosen, choose: decides ? choose : null })}
        rowKey={({ participant }) => participant}
        answer={{ ...answer, data: answer.data && { rows: answer.data.pairs, next: answer.data.next } }}
        empty={t('no_pairs')}
        question={question}
        onChange={change}
        searchLabel={t('search')}
      />
      {decides ? (
        <DecideMany region={region} proposal={proposal} chosen={chosen} onDone={() => setChosen(new Map())} />
      ) : null}
    </section>
  );
}

interface Shown {
  readonly region: string;
  readonly proposal: string;
  /** What the list is narrowed to and sorted by: the pair's page walks on in the same order. */
  readonly address: string;
  readonly chosen: ReadonlyMap<string, number>;
  /** Null where nothing can be decided on. */
  readonly choose: ((row: Row, isIn: boolean) => void) | null;
}

function useColumns({ region, proposal, address, chosen, choose }: Shown): readonly Column<Row>[] {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const selection: readonly Column<Row>[] =
    choose === null
      ? []
      : [
          {
            name: 'chosen',
            title: t('choose'),
            cell: (row) => (
              <input
                type="checkbox"
                aria-label={t('choose_row', { participant: row.participant })}
                checked={chosen.has(row.participant)}
                onChange={({ target }) => choose(row, target.checked)}
              />
            ),
          },
        ];
  return [
    ...selection,
    {
      name: 'participant',
      title: t('participant'),
      sorts: true,
      cell: ({ participant }) => (
        <Link href={`/r/${region}/forslag/${proposal}/par/${participant}${address}`}>{participant}</Link>
      ),
    },
    { name: 'unit', title: t('unit'), sorts: true, cell: ({ unitName, unit }) => unitName ?? unit ?? '–' },
    { name: 'team', title: t('team'), sorts: true, cell: ({ teamName, team }) => teamName ?? team ?? '–' },
    { name: 'district', title: t('district'), cell: ({ district }) => district ?? '–' },
    { name: 'sfi', title: t('sfi_group'), cell: ({ sfiGroup }) => sfiGroup ?? '–' },
    {
      name: 'points',
      title: t('points'),
      sorts: true,
      number: true,
      cell: ({ points }) => (points === undefined ? '–' : number(points)),
    },
    {
      name: 'state',
      title: t('state'),
      sorts: true,
      cell: ({ state }) =>
        state === undefined ? '–' : <span className="badge">{said(statusNames[state])}</span>,
    },
  ];
}

interface FiltersProps {
  readonly region: string;
  readonly counts: Answer['counts'] | undefined;
  readonly values: Readonly<Record<'state' | 'district' | 'unit' | 'language', string | undefined>>;
  readonly onChange: (over: Readonly<Record<string, string | null>>) => void;
}

function Filters({ region, counts, values, onChange }: FiltersProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const who = useWho();
  const { rows: units, search } = useFound(useUnits, region, [values.unit ?? '']);
  const { districts } = usePlaceNames(region);
  const languages = useLanguageChoices(values.language);
  const filter = (name: keyof FiltersProps['values'], options: readonly (readonly [string, string])[]) => (
    <Filter
      label={t(name)}
      value={values[name] ?? null}
      options={options}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div className="filters">
      {filter(
        'state',
        states.map((state) => [state, `${said(statusNames[state])} (${number(counts?.[state] ?? 0)})`]),
      )}
      {filter(
        'district',
        districts.map((district) => [district, district]),
      )}
      <SearchAmong label={t('unit')} search={search} />
      {filter(
        'unit',
        units.map(({ id, name }) => [id, name]),
      )}
      {/* Whoever may see why a pair is proposed sees which languages people speak. */}
      {mayDo(who, 'proposal.explain', region) ? filter('language', languages) : null}
    </div>
  );
}

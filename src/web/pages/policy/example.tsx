/** What the policy gives one example pair, as it stands and as it is being changed. */
import { useEffect, useState } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import type { schemas } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { teamLabel, useFound, useTeams } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { SearchAmong } from '../../parts/search-among.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

/** So long a slider must stand still before the service is asked. */
const restMs = 250;

interface ExampleProps {
  readonly region: string;
  readonly policy: schemas['Policy'];
}

export function Example({ region, policy }: ExampleProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const [team, setTeam] = useState('');
  const { rows: teams, search } = useFound(useTeams, region, [team]);
  const rested = useRested(policy);
  const answer = useAnswer(['effect', region, rested, team], () =>
    client.POST('/v1/regions/{region}/policies/effect', {
      params: { path: { region } },
      body: { policy: rested, ...(team !== '' && { team }) },
    }),
  );
  const effect = answer.data;
  return (
    <section className="card" aria-labelledby="example">
      <h2 id="example">{t('example')}</h2>
      <p className="help">{t('example_text')}</p>
      <SearchAmong label={t('team')} search={search} />
      <Choice
        label={t('team')}
        value={team}
        isOptional
        options={[['', t('any_team')], ...teams.map((row) => [row.id, teamLabel(row)] as const)]}
        onChange={setTeam}
      />
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {effect === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      {effect === undefined ? null : (
        <Scroll label={t('example_points')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('term')}</th>
                <th scope="col" className="number">
                  {t('before')}
                </th>
                <th scope="col" className="number">
                  {t('after')}
                </th>
              </tr>
            </thead>
            <tbody>
              {effect.terms.map(({ term, name, before, after }) => (
                <tr key={term}>
                  <th scope="row">{said(name)}</th>
                  <td className="number">{number(before)}</td>
                  <td className="number">
                    {before === after ? number(after) : <strong>{number(after)}</strong>}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('sum')}</th>
                <td className="number">{number(effect.before)}</td>
                <td className="number">
                  <strong>{number(effect.after)}</strong>
                </td>
              </tr>
            </tfoot>
          </table>
        </Scroll>
      )}
    </section>
  );
}

/** The value once it has stood still for a moment. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** A region as it is now: who waits and for how long, which seats are free and where, which languages are asked for and offered. */
import { useParams, useSearchParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import type { Overview } from './answers.ts';
import { useCount } from './count.tsx';
import { Languages } from './languages.tsx';
import { texts } from './texts.ts';
import { Units } from './units.tsx';
import { Waited } from './waited.tsx';

export default function OverviewPage() {
  const t = useTexts(texts);
  const { date } = useFormats();
  const { region = '' } = useParams();
  const answer = useAnswer(['overview', region], (signal) =>
    client.GET('/v1/regions/{region}/overview', { params: { path: { region } }, signal }),
  );
  const overview = answer.data;
  return (
    <>
      <PageHeading lead={overview && t('lead', { date: date(overview.today), version: overview.version })}>
        {t('heading')}
      </PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {overview === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      {overview === undefined ? null : <Shown region={region} overview={overview} />}
    </>
  );
}

function Shown({ region, overview }: { readonly region: string; readonly overview: Overview }) {
  const t = useTexts(texts);
  const count = useCount();
  const { number } = useFormats();
  const [given, setGiven] = useSearchParams();
  const district = given.get('district');
  const { waiting, placed, units, sfiGroups } = overview;
  const districts = [...new Set(units.map((unit) => unit.district))].sort((a, b) => a.localeCompare(b, 'sv'));
  const here = district === null ? units : units.filter((unit) => unit.district === district);
  const sum = (rows: readonly { readonly left: number }[]) => rows.reduce((all, { left }) => all + left, 0);
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{t('waiting')}</dt>
          <dd>{count(waiting)}</dd>
        </div>
        <div>
          <dt>{t('placed')}</dt>
          <dd>{count(placed)}</dd>
        </div>
        <div>
          <dt>{t('seats')}</dt>
          <dd>{number(sum(here))}</dd>
        </div>
        <div>
          <dt>{t('sfi_seats')}</dt>
          <dd>{number(sum(sfiGroups))}</dd>
        </div>
      </dl>
      <Waited waited={overview.waited} />
      {districts.length < 2 ? null : (
        <div className="filters">
          <label>
            <span>{t('district')}</span>
            <select
              value={district ?? ''}
              onChange={({ target }) => setGiven(target.value === '' ? {} : { district: target.value })}
            >
              <option value="">{t('all_districts')}</option>
              {districts.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <Units region={region} units={here} />
      <Languages languages={overview.languages} />
    </>
  );
}

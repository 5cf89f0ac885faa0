/** The cheapest room that reaches the target: what is opened and what it costs, and the next best without each of the openings. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { texts as nameTexts } from '../scenario/policy/texts.ts';
import { texts } from './texts.ts';
import { type Result, useResult } from './use-result.ts';

type Capacity = Extract<Result, { readonly target: unknown }>;
type Opening = NonNullable<Capacity['plan']>['openings'][number];

/** Nothing where there is no plan: the conclusion says why. */
export function Plan({ region, id }: { readonly region: string; readonly id: string }) {
  const answer = useResult(id).data;
  if (answer === undefined || !('target' in answer) || answer.plan === null) return null;
  return <Openings region={region} plan={answer.plan} alternatives={answer.alternatives} />;
}

interface OpeningsProps {
  readonly region: string;
  readonly plan: NonNullable<Capacity['plan']>;
  readonly alternatives: Capacity['alternatives'];
}

function Openings({ region, plan, alternatives }: OpeningsProps) {
  const t = useTexts(texts);
  const kindOf = useTexts(nameTexts);
  const { number } = useFormats();
  const every = [plan, ...alternatives.flatMap((one) => one.plan ?? [])].flatMap(({ openings }) => openings);
  const inTeams = every.filter(({ kind }) => kind === 'team_seat' || kind === 'supervisor');
  const teamName = useTeamNames(
    region,
    inTeams.map((opening) => opening.id),
  );
  const told = ({ kind, id }: Pick<Opening, 'kind' | 'id'>): string =>
    `${kindOf(`cost_${kind}`)}: ${teamName(id)}`;
  const added = alternatives.map(({ without, plan: other }) => ({
    without,
    other,
    instead: other?.openings.filter(
      (one) => !plan.openings.some((own) => told(own) === told(one) && own.count >= one.count),
    ),
  }));
  return (
    <>
      <Scroll label={t('openings')}>
        <table>
          <caption>{t('openings')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('opening')}</th>
              <th scope="col" className="number">
                {t('column_count')}
              </th>
              <th scope="col" className="number">
                {t('column_cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.openings.map((opening) => (
              <tr key={told(opening)}>
                <th scope="row">{told(opening)}</th>
                <td className="number">{number(opening.count)}</td>
                <td className="number">{number(opening.cost)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('all_openings')}</th>
              <td />
              <td className="number">
                <strong>{number(plan.cost)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
      {added.length === 0 ? null : (
        <Scroll label={t('next_best')}>
          <table>
            <caption>{t('next_best')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('without')}</th>
                <th scope="col">{t('instead')}</th>
                <th scope="col" className="number">
                  {t('costs_then')}
                </th>
              </tr>
            </thead>
            <tbody>
              {added.map(({ without, other, instead = [] }) => (
                <tr key={told(without)}>
                  <th scope="row">{told(without)}</th>
                  <td>
                    {other === null
                      ? t('no_plan_without')
                      : instead.map((one) => `${told(one)} (${number(one.count)})`).join('; ')}
                  </td>
                  <td className="number">{other === null ? '–' : number(other.cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

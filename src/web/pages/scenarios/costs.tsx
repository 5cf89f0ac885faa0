/** What room costs, as the policy says today: the cheapest is looked for among what has a cost. */
import { Link } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { policyGroups } from '../scenario/policy/numbers.ts';
import { valueAt } from '../scenario/policy/set.ts';
import { texts as nameTexts } from '../scenario/policy/texts.ts';
import { texts } from './texts.ts';

const costs = new Map(policyGroups).get('costs') ?? [];

export function Costs({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const nameOf = useTexts(nameTexts);
  const who = useWho();
  const { number } = useFormats();
  const answer = useAnswer(['policy', region], (signal) =>
    client.GET('/v1/regions/{region}/policies/{number}', {
      params: { path: { region, number: 'current' } },
      signal,
    }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={2} />;
  const { policy } = answer.data;
  const given = costs.flatMap(({ name, path }) => {
    const value = valueAt(policy, path);
    return typeof value === 'number' ? [{ name, value }] : [];
  });
  return (
    <div className="state">
      {given.length === 0 ? (
        <p>{t('no_costs')}</p>
      ) : (
        <>
          <p>{t('costs')}</p>
          <ul>
            {given.map(({ name, value }) => (
              <li key={name}>{`${nameOf(name)}: ${number(value)}`}</li>
            ))}
          </ul>
        </>
      )}
      {mayDo(who, 'policy.write', region) ? (
        <p>
          <Link href={`/r/${region}/data/policy`}>
            {t(given.length === 0 ? 'give_costs' : 'change_costs')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

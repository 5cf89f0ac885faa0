/** What the partners have agreed on: what each promised and gave, the indicators that they steer by, and who they are. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { useTexts } from '../../language.tsx';
import { usePartnership } from '../../parts/partnership.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { IndicatorList } from './indicators/indicator-list.tsx';
import { PartnersAndPeriods } from './partners-and-periods.tsx';
import { Promises } from './promises/promises.tsx';
import { texts } from './texts.ts';

export default function Agreements() {
  const t = useTexts(texts);
  const { region = '' } = useParams();
  const who = useWho();
  const queries = useQueryClient();
  const answer = usePartnership(region);
  const shared = {
    region,
    mayWrite: mayDo(who, 'agreement.write', region),
    onSaved: (): void => void queries.invalidateQueries(),
  };
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/uppfoljning`}>{t('back')}</Link>
      </p>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      {answer.data === undefined ? null : (
        <>
          <Promises {...shared} partnership={answer.data.partnership} />
          <IndicatorList {...shared} partnership={answer.data.partnership} />
          <PartnersAndPeriods {...shared} saved={answer.data} />
        </>
      )}
    </>
  );
}

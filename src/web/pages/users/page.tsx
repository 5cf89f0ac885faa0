/** Who may sign in, and what each may do where. */
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { AddUser } from './add-user.tsx';
import { texts } from './texts.ts';
import { UserCard } from './user-card.tsx';

export default function Users() {
  const t = useTexts(texts);
  const answer = useAnswer(['users'], (signal) => client.GET('/v1/users', { signal }));
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <AddUser />
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={6} /> : null}
      {answer.data?.map((user) => (
        <UserCard key={user.id} user={user} />
      ))}
    </>
  );
}

/** One's own account: another password, and keys for programs. */
import { useTexts } from '../../language.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Password } from './password.tsx';
import { texts } from './texts.ts';
import { Tokens } from './tokens.tsx';

export default function Account() {
  const t = useTexts(texts);
  const who = useWho();
  const mayHaveTokens = [null, ...who.regions.map(({ id }) => id)].some((region) =>
    mayDo(who, 'tokens.own', region),
  );
  return (
    <>
      <PageHeading lead={t('lead', { name: who.name, login: who.login })}>{t('heading')}</PageHeading>
      <Password />
      {mayHaveTokens ? <Tokens /> : null}
    </>
  );
}

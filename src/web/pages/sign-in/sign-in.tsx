/** Signing in: shown in the place of the page that was asked for, so that the page is there afterwards. */
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { useSignIn } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

export function SignIn({ openId }: { readonly openId: boolean }) {
  const t = useTexts(texts);
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ login, password });
  };
  return (
    <div className="narrow">
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {signIn.error === null ? null : <Failed error={signIn.error} />}
      <form className="card" onSubmit={submit}>
        <Field
          label={t('login')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          required
          value={login}
          onChange={({ target }) => setLogin(target.value)}
        />
        <Field
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <button type="submit" className="primary" aria-disabled={signIn.isPending}>
          {t('submit')}
        </button>
        {openId ? (
          <>
            <p className="or">{t('or')}</p>
            <a className="button secondary" href="/v1/sessions/openid">
              {t('openid')}
            </a>
          </>
        ) : null}
      </form>
    </div>
  );
}

/** Signing in: shown in the place of the page that was asked for, so that the page is there afterwards. */
import { type FormEvent, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { useSessionOfOthers, useSignIn } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

interface SignInProps {
  /** Whether one signs in at one's organisation too. */
  readonly openId: boolean;
  /** Whether a page waits behind, with what somebody has typed: it must not be left. */
  readonly isWaiting: boolean;
}

export function SignIn({ openId, isWaiting }: SignInProps) {
  const t = useTexts(texts);
  const signIn = useSignIn();
  const [path] = useLocation();
  const search = useSearch();
  const page = `${path}${search === '' ? '' : `?${search}`}`;
  useSessionOfOthers();
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
            <a
              className="button secondary"
              href={`/v1/sessions/openid?${new URLSearchParams({ page })}`}
              {...(isWaiting && { target: '_blank' })}
            >
              {t(isWaiting ? 'openid_beside' : 'openid')}
            </a>
          </>
        ) : null}
      </form>
    </div>
  );
}

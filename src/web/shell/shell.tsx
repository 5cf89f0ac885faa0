/** The frame of every page: header, navigation, what is wrong right now, and the page or the sign-in in its place. */
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useReachable } from '../api/reachable.tsx';
import { chooseLanguage, useLanguage, useTexts } from '../language.tsx';
import { SignIn } from '../pages/sign-in/sign-in.tsx';
import { Failed, Skeleton } from '../parts/states.tsx';
import { ShownTo, useSession, type Who } from '../session/session.tsx';
import { Account, Navigation } from './navigation.tsx';
import { PublicRoutes, Routes } from './routes.tsx';
import { texts } from './texts.ts';

export function Shell() {
  const t = useTexts(texts);
  const session = useSession();
  const who = session.data?.who ?? null;
  const last = useLast(who);
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          {t('service')}
        </Link>
        <LanguageSwitch />
        {who === null ? null : <Account who={who} />}
        {who === null ? null : <Navigation who={who} />}
      </header>
      <ServiceBanner />
      <main id="content" tabIndex={-1}>
        <PublicRoutes>
          {session.data === undefined ? <Waiting session={session} /> : null}
          {session.data !== undefined && who === null ? (
            <SignIn openId={session.data.openId} isWaiting={last !== null} />
          ) : null}
          {/* A session that ends takes nothing away that was typed: the page waits behind the sign-in. */}
          {last === null ? null : (
            <div hidden={who === null} key={last.id}>
              <ShownTo value={last}>
                <Routes who={last} />
              </ShownTo>
            </div>
          )}
        </PublicRoutes>
      </main>
      <footer className="foot">
        <Link href="/tillganglighet">{t('accessibility')}</Link>
      </footer>
    </>
  );
}

function Waiting({ session }: { readonly session: ReturnType<typeof useSession> }) {
  return session.error === null ? (
    <Skeleton rows={4} />
  ) : (
    <Failed error={session.error} retry={session.refetch} />
  );
}

/** Whoever is signed in, or was until their session ended. */
function useLast(who: Who | null): Who | null {
  const [last, setLast] = useState(who);
  useEffect(() => {
    if (who !== null) setLast(who);
  }, [who]);
  return who ?? last;
}

function LanguageSwitch() {
  const t = useTexts(texts);
  const other = useLanguage() === 'sv' ? 'en' : 'sv';
  return (
    <button type="button" className="quiet" lang={other} onClick={() => chooseLanguage(other)}>
      {t('language')}
    </button>
  );
}

function ServiceBanner() {
  const t = useTexts(texts);
  const reachable = useReachable();
  return <div role="status">{reachable ? null : <p className="banner">{t('unreachable')}</p>}</div>;
}

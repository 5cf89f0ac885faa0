/** Who is signed in, the region, and the areas that their roles open. */
import { Link, useLocation } from 'wouter';
import type { Area } from '../area.ts';
import { useLanguage, useTexts } from '../language.tsx';
import { areas } from '../pages.ts';
import { useRegionChoice } from '../session/region.tsx';
import { mayDo, useSignOut, type Who } from '../session/session.tsx';
import { texts } from './texts.ts';

export function Account({ who }: { readonly who: Who }) {
  const t = useTexts(texts);
  const signOut = useSignOut();
  const [region, choose] = useRegionChoice(who);
  return (
    <div className="account">
      {who.regions.length === 0 ? null : (
        <label>
          <span>{t('region')}</span>
          <select value={region ?? ''} onChange={({ target }) => choose(target.value)}>
            {who.regions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Link href="/konto" className="name">
        {t('signed_in', { name: who.name })}
      </Link>
      <button type="button" className="quiet" onClick={() => void signOut()}>
        {t('sign_out')}
      </button>
    </div>
  );
}

export function Navigation({ who }: { readonly who: Who }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [region] = useRegionChoice(who);
  const [path] = useLocation();
  const open = areas.filter((area) => isOpen(who, area, region));
  return (
    <nav aria-label={t('navigation')}>
      <ul>
        {open.map((area) => {
          const href = addressOf(area, region);
          return (
            <li key={area.path}>
              <Link href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
                {area.title[language]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Whether the area's first page is one that the roles allow. */
export function isOpen(who: Who, { of, pages }: Area, region: string | null): boolean {
  if (of === 'region' && region === null) return false;
  return mayDo(who, pages[0].needs, of === 'region' ? region : null);
}

export function addressOf({ of, path }: Area, region: string | null): string {
  return of === 'region' ? `/r/${region}${path}` : path;
}

/** Where one arrives: the ways on that one's roles open. */
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../../language.tsx';
import { areas } from '../../pages.ts';
import { Empty } from '../../parts/states.tsx';
import { useRegionChoice } from '../../session/region.tsx';
import { useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { addressOf, isOpen } from '../../shell/navigation.tsx';
import { texts } from './texts.ts';
import { Waiting } from './waiting.tsx';

export function Start() {
  const t = useTexts(texts);
  const language = useLanguage();
  const who = useWho();
  const [region] = useRegionChoice(who);
  const open = areas.filter((area) => isOpen(who, area, region));
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {open.length === 0 ? <Empty>{t('nothing')}</Empty> : null}
      {open.length === 0 ? null : <Waiting />}
      <h2>{t('ways')}</h2>
      <ul className="tiles">
        {open.map((area) => (
          <li key={area.path}>
            <Link href={addressOf(area, region)}>{area.title[language]}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

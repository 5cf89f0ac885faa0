/** The accessibility statement. */
import { useTexts } from '../../language.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

const works = ['works_keyboard', 'works_figures', 'works_colour', 'works_zoom', 'works_motion'] as const;

export default function Accessibility() {
  const t = useTexts(texts);
  return (
    <article className="prose">
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <h2>{t('aim')}</h2>
      <p>{t('aim_text')}</p>
      <h2>{t('works')}</h2>
      <ul>
        {works.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2>{t('tested')}</h2>
      <p>{t('tested_text')}</p>
      <h2>{t('contact')}</h2>
      <p>{t('contact_text')}</p>
    </article>
  );
}

import { useTexts } from '../../language.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

export function NotFound() {
  const t = useTexts(texts);
  return <PageHeading lead={t('text')}>{t('heading')}</PageHeading>;
}

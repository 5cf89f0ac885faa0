/** Who the partners of a region are, and what they are called. */
import { client, useAnswer } from '../api/client.tsx';
import { useLanguage, useTexts } from '../language.tsx';
import { texts } from './texts.ts';

export function usePartnership(region: string) {
  return useAnswer(['partnership', region], (signal) =>
    client.GET('/v1/regions/{region}/partnership', { params: { path: { region } }, signal }),
  );
}

/** What starter indicators say of their owner. */
const unassigned = 'unassigned';

/** A partner's name by its key; the key itself for one who is not told of. */
export function usePartnerName(region: string): (id: string) => string {
  const t = useTexts(texts);
  const language = useLanguage();
  const partners = usePartnership(region).data?.partnership.partners ?? [];
  return (id) =>
    id === unassigned ? t('unassigned') : (partners.find((one) => one.id === id)?.name[language] ?? id);
}

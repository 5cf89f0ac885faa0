/** What the list of people is narrowed by: where they stand and live, what they speak, and how long they have waited. */
import { statusNames } from '../../../domain/pair-words.ts';
import { useTexts } from '../../language.tsx';
import { Filter } from '../../parts/filter.tsx';
import { useLanguageChoices } from '../../parts/language-name.tsx';
import { usePlaceNames } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';

import { states, type usePeopleQuestion, waits } from './people-question.ts';
import { texts } from './texts.ts';

interface FiltersProps extends Pick<ReturnType<typeof usePeopleQuestion>, 'asked' | 'change'> {
  readonly region: string;
}

export function Filters({ region, asked, change }: FiltersProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const { state, district, area, language, waitedMonths } = asked;
  const { districts } = usePlaceNames(region);
  const languages = useLanguageChoices(language);
  return (
    <div className="filters">
      <Filter
        label={t('state')}
        value={state ?? null}
        options={states.map((one) => [one, one === 'waiting' ? t('waits') : said(statusNames[one])])}
        onChange={(value) => change({ state: value })}
      />
      <Filter
        label={t('waited_least')}
        value={waitedMonths === undefined ? null : `${waitedMonths}`}
        options={waits.map((count) => [`${count}`, t('months', { count })])}
        onChange={(value) => change({ waitedMonths: value })}
      />
      <Filter
        label={t('language')}
        value={language ?? null}
        options={languages}
        onChange={(value) => change({ language: value })}
      />
      <Filter
        label={t('district')}
        value={district ?? null}
        options={districts.map((one) => [one, one])}
        onChange={(value) => change({ district: value })}
      />
      <label>
        <span>{t('area')}</span>
        <input type="search" value={area ?? ''} onChange={({ target }) => change({ area: target.value })} />
      </label>
    </div>
  );
}

/** A person: what the matching knows, which places there are, what they say themselves, and their data. */
import { Link, useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useLanguageName } from '../../parts/language-name.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { useDayName } from '../../parts/week.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Answers } from './answers.tsx';
import { Contact } from './contact.tsx';
import { Contest } from './contest.tsx';
import { Outcomes } from './outcomes.tsx';
import { OwnData } from './own-data.tsx';
import { Places } from './places.tsx';
import { texts } from './texts.ts';

type Person =
  paths['/v1/regions/{region}/participants/{participant}']['get']['responses'][200]['content']['application/json'];

export default function PersonPage() {
  const t = useTexts(texts);
  const who = useWho();
  const { region = '', participant = '' } = useParams();
  const answer = useAnswer(['participant', region, participant], (signal) =>
    client.GET('/v1/regions/{region}/participants/{participant}', {
      params: { path: { region, participant } },
      signal,
    }),
  );
  const proposals = useAnswer(['proposals', region], (signal) =>
    client.GET('/v1/regions/{region}/proposals', { params: { path: { region } }, signal }),
  );
  const person = answer.data;
  const teamName = useTeamNames(region, person?.team == null ? [] : [person.team]);
  const standing = proposals.data?.find((one) => one.standing === 'standing')?.id ?? null;
  const may = (action: Parameters<typeof mayDo>[1]): boolean => mayDo(who, action, region);
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/personer`}>{t('back')}</Link>
      </p>
      <PageHeading
        lead={person && (person.team == null ? t('waits') : t('place', { team: teamName(person.team) }))}
      >
        {t('heading', { participant })}
      </PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {person === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      {person === undefined ? null : (
        <>
          {standing === null ? null : (
            <p>
              <Link href={`/r/${region}/forslag/${standing}/par/${participant}`}>{t('pair')}</Link>
            </p>
          )}
          <Facts person={person} />
          {standing === null ? (
            <p className="state">{t('no_proposal')}</p>
          ) : (
            <>
              {may('participant.rank') ? (
                <Places region={region} proposal={standing} participant={participant} />
              ) : null}
              {may('participant.answer') ? <Answers proposal={standing} participant={participant} /> : null}
              {may('contest.open') ? <Contest proposal={standing} participant={participant} /> : null}
            </>
          )}
          {may('outcome.read') ? (
            <Outcomes region={region} participant={participant} mayRecord={may('outcome.record')} />
          ) : null}
          {may('contact.read') ? (
            <Contact region={region} participant={participant} mayWrite={may('contact.write')} />
          ) : null}
          <OwnData
            region={region}
            participant={participant}
            mayReport={may('access_report.make')}
            mayErase={may('person.erase')}
          />
        </>
      )}
    </>
  );
}

function Facts({ person: { row, languages, homeDistrict, hindrances } }: { readonly person: Person }) {
  const t = useTexts(texts);
  const { date, number } = useFormats();
  const languageName = useLanguageName();
  const dayName = useDayName();
  const facts: readonly (readonly [title: string, text: string | undefined])[] = [
    [
      t('languages'),
      languages
        ?.map(
          ({ language, level }) => `${languageName(language)} (${level === 'native' ? t('native') : level})`,
        )
        .join(', '),
    ],
    [t('permit'), row.permit_date && date(row.permit_date)],
    [t('arrived'), row.arrived_on && date(row.arrived_on)],
    [t('district'), homeDistrict ?? undefined],
    [
      t('sfi'),
      row.sfi_path && row.sfi_course && t('sfi_text', { path: row.sfi_path, course: row.sfi_course }),
    ],
    [
      t('commute'),
      row.max_commute_min === undefined ? undefined : t('minutes', { minutes: number(row.max_commute_min) }),
    ],
    [
      t('hindrances'),
      hindrances?.map(({ weekday, start, end }) => `${dayName(weekday)} ${start}–${end}`).join(', '),
    ],
  ];
  return (
    <>
      <h2>{t('facts')}</h2>
      <dl className="facts inline">
        {facts.map(([title, text]) =>
          text === undefined || text === '' ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

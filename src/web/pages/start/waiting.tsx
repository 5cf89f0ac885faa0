/** What waits for whoever is signed in, region by region, with the way to each. */
import { Link } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

export function Waiting() {
  const t = useTexts(texts);
  const { time } = useFormats();
  const answer = useAnswer(['waiting'], (signal) => client.GET('/v1/me/waiting', { signal }));
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={3} />;
  const regions = answer.data.regions.map(
    ({ region, name, proposal, undecided, unconfirmed, drafts, contests, failed, uploads }) => {
      const at = `/r/${region}`;
      const standing = `${at}/forslag/${proposal}`;
      const items: readonly (readonly [key: string, to: string, text: string])[] = [
        ...(proposal === null ? ([['first', `${at}/forslag`, t('no_proposal')]] as const) : []),
        ...(undecided > 0
          ? ([['undecided', `${standing}?state=proposed`, t('undecided', { count: undecided })]] as const)
          : []),
        ...(unconfirmed > 0
          ? ([
              ['unconfirmed', `${standing}?state=accepted`, t('unconfirmed', { count: unconfirmed })],
            ] as const)
          : []),
        ...drafts.map(
          (draft) =>
            [
              draft.proposal,
              `${at}/forslag/${draft.proposal}`,
              t('draft', { time: time(draft.requestedAt) }),
            ] as const,
        ),
        ...(contests > 0
          ? ([['contests', `${at}/personer/invandningar`, t('contests', { count: contests })]] as const)
          : []),
        ...failed.map(
          ({ job, endedAt }) => [job, `${at}/forslag`, t('failed', { time: time(endedAt) })] as const,
        ),
        ...uploads.map(
          ({ upload, expiresAt }) => [upload, `${at}/data`, t('upload', { time: time(expiresAt) })] as const,
        ),
      ];
      return { region, name, items };
    },
  );
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('waits')}</h2>
      {regions.every(({ items }) => items.length === 0) ? <p>{t('nothing_waits')}</p> : null}
      {regions
        .filter(({ items }) => items.length > 0)
        .map(({ region, name, items }) => (
          <div key={region}>
            <h3>{name}</h3>
            <ul>
              {items.map(([key, to, text]) => (
                <li key={key}>
                  <Link href={to}>{text}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

/** The pairs before and after this one in the list that it was opened from: links, and keys with Alt so that no letter that is typed is taken. */
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { usePairQuestion } from '../proposal/pair-question.ts';
import { texts } from './texts.ts';

interface NeighboursProps {
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
}

export function Neighbours({ region, proposal, participant }: NeighboursProps) {
  const t = useTexts(texts);
  const [, go] = useLocation();
  const { question, address } = usePairQuestion();
  const next = useBeyond(proposal, participant, question.descending);
  const previous = useBeyond(proposal, participant, !question.descending);
  const hrefOf = (to: string): string => `/r/${region}/forslag/${proposal}/par/${to}${address}`;
  const [nextHref, previousHref] = [next && hrefOf(next), previous && hrefOf(previous)];
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey) return;
      const href = key === 'PageDown' ? nextHref : key === 'PageUp' ? previousHref : undefined;
      if (href === undefined) return;
      event.preventDefault();
      go(href);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go, nextHref, previousHref]);
  if (nextHref === undefined && previousHref === undefined) return null;
  return (
    <nav className="neighbours" aria-label={t('walk')}>
      {previousHref === undefined || previous === undefined ? null : (
        <Link href={previousHref} aria-keyshortcuts="Alt+PageUp" title="Alt + Page Up">
          ← {t('previous', { participant: previous })}
        </Link>
      )}
      {nextHref === undefined || next === undefined ? null : (
        <Link href={nextHref} aria-keyshortcuts="Alt+PageDown" title="Alt + Page Down">
          {t('next', { participant: next })} →
        </Link>
      )}
    </nav>
  );
}

/** The participant of the nearest pair beyond this one in the list's order, in the direction given; undefined at the end of it. */
function useBeyond(proposal: string, participant: string, descending: boolean): string | undefined {
  const { asked } = usePairQuestion();
  const query = { ...asked, limit: 1, beyond: participant, descending: `${descending}` };
  const answer = useAnswer(['pairs', proposal, query], (signal) =>
    client.GET('/v1/proposals/{id}/pairs', { params: { path: { id: proposal }, query }, signal }),
  );
  return answer.data?.pairs[0]?.participant;
}

/** The other places that the person could have, the best first: what each would mean for them and whom it would displace. */
import { useState } from 'react';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Empty } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import type { Why } from './answers.ts';
import { ByHand } from './by-hand.tsx';
import { texts } from './texts.ts';

type Alternative = Why['alternatives'][number];

interface AlternativesProps {
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
  /** Of the pair; 0 where there is none. */
  readonly version: number;
  readonly isStanding: boolean;
  readonly alternatives: readonly Alternative[];
}

const shownAtFirst = 8;

export function Alternatives({ region, alternatives, isStanding, ...pair }: AlternativesProps) {
  const t = useTexts(texts);
  const who = useWho();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const shown = all ? alternatives : alternatives.slice(0, shownAtFirst);
  const teamName = useTeamNames(
    region,
    shown.map(({ team }) => team),
  );
  const [tried, setTried] = useState<Pick<Alternative, 'team' | 'sfiGroup'> | null>(null);
  const isTried = ({ team, sfiGroup }: Alternative): boolean =>
    tried?.team === team && tried.sfiGroup === sfiGroup;
  const mayPair = isStanding && mayDo(who, 'pair.manual', region);
  const signed = (points: number): string => (points > 0 ? `+${number(points)}` : number(points));
  return (
    <>
      {alternatives.length === 0 ? (
        <Empty>{t('no_alternatives')}</Empty>
      ) : (
        <Scroll label={t('alternatives')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('team')}</th>
                <th scope="col">{t('sfi_group')}</th>
                <th scope="col" className="number">
                  {t('for_person')}
                </th>
                <th scope="col" className="number">
                  {t('for_all')}
                </th>
                <th scope="col">{t('means')}</th>
                {mayPair ? <th scope="col">{t('choose')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((place) => (
                <tr key={`${place.team} ${place.sfiGroup}`}>
                  <th scope="row">{teamName(place.team)}</th>
                  <td>{place.sfiGroup}</td>
                  <td className="number">{signed(place.difference)}</td>
                  <td className="number">{signed(place.change)}</td>
                  <td>
                    <Meaning place={place} />
                  </td>
                  {mayPair ? (
                    <td>
                      <button
                        type="button"
                        className="quiet"
                        aria-expanded={isTried(place)}
                        onClick={() => setTried(isTried(place) ? null : place)}
                      >
                        {t('try')}
                      </button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {all || alternatives.length <= shownAtFirst ? null : (
        <div className="buttons">
          <button type="button" className="secondary" onClick={() => setAll(true)}>
            {t('show_all', { count: alternatives.length })}
          </button>
        </div>
      )}
      {tried === null ? null : (
        <ByHand
          {...pair}
          region={region}
          key={`${tried.team} ${tried.sfiGroup}`}
          team={tried.team}
          sfiGroup={tried.sfiGroup}
          onClose={() => setTried(null)}
        />
      )}
    </>
  );
}

function Meaning({ place }: { readonly place: Alternative }) {
  const t = useTexts(texts);
  const { displaced, displacedElsewhere, verdict, teamSeatsLeft, sfiSeatsLeft } = place;
  const parts = [
    teamSeatsLeft > 0 && sfiSeatsLeft > 0 ? t('seats_free') : t('seats_taken'),
    ...(displaced.length > 0
      ? [t('displaces', { people: displaced.map(({ participant }) => participant).join(', ') })]
      : []),
    ...(displacedElsewhere > 0 ? [t('displaces_elsewhere', { count: displacedElsewhere })] : []),
    ...(verdict === 'possible' ? [] : [t(`verdict_${verdict}`)]),
  ];
  return <>{parts.join(' ')}</>;
}

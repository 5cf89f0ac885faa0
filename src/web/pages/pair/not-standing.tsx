/** A proposal that is not the one decided on: why not, and where one decides instead. */
import { Link } from 'wouter';
import { useTexts } from '../../language.tsx';
import type { Pair } from './answers.ts';
import { texts } from './texts.ts';

interface NotStandingProps {
  readonly region: string;
  readonly standing: Exclude<Pair['standing'], 'standing'>;
}

export function NotStanding({ region, standing }: NotStandingProps) {
  const t = useTexts(texts);
  return (
    <p className="state">
      {t(standing)} <Link href={`/r/${region}/forslag`}>{t('proposals')}</Link>
    </p>
  );
}

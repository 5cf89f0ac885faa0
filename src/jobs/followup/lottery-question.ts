/** What somebody asks of a lottery, held against the region and the indicators that there are. */
import type { Region } from '../../domain/region.ts';
import { type Failure, failure } from '../../errors.ts';
import { type Indicator, indicatorsOn } from '../../followup/indicators/indicator-format.ts';
import { type Arm, overlap, readArm } from '../../followup/lottery/arms.ts';
import { isShare, type SharedOutcome } from '../../followup/lottery/tell-lottery.ts';

export interface LotteryQuestion {
  /** The arms by their keys (arms.ts). */
  readonly arms: readonly [string, string];
  /** The id of an indicator that is a share. */
  readonly outcome: string;
}

export interface JudgedQuestion {
  readonly status: 'judged';
  readonly arms: readonly [Arm, Arm];
  readonly outcome: SharedOutcome;
}

export function judgeLotteryQuestion(
  { arms: [one, other], outcome: id }: LotteryQuestion,
  region: Pick<Region, 'teams' | 'units'>,
  indicators: readonly Indicator[],
  asOf: string,
): JudgedQuestion | Failure {
  const [first, second] = [readArm(one, region), readArm(other, region)];
  if (first === null || second === null) return noArm(first === null ? one : other);
  if (overlap(first, second)) return overlapping(one, other);
  const shares = indicatorsOn(asOf, indicators).filter(isShare);
  const outcome = shares.find((indicator) => indicator.id === id);
  return outcome ? { status: 'judged', arms: [first, second], outcome } : noOutcome(id, shares);
}

function noArm(key: string): Failure {
  return failure('usage', {
    sv: `Regionen har inga platser som heter ${key}. Förväntat placed, unplaced, form:preschool, district:NAMN, unit:ID eller team:ID.`,
    en: `The region has no places called ${key}. Expected placed, unplaced, form:preschool, district:NAME, unit:ID or team:ID.`,
  });
}

function overlapping(one: string, other: string): Failure {
  return failure('usage', {
    sv: `${one} och ${other} har platser gemensamt: ingen kan jämföras med sig själv.`,
    en: `${one} and ${other} share places: nobody can be compared with themselves.`,
  });
}

function noOutcome(id: string, shares: readonly Indicator[]): Failure {
  const known = shares.map((indicator) => indicator.id).join(', ');
  return failure('usage', {
    sv: `Ingen indikator som är en andel heter ${id} den dagen. De som finns: ${known}.`,
    en: `No indicator that is a share is called ${id} on that day. Those that are there: ${known}.`,
  });
}

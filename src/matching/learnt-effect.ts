/**
 * What a learnt chance that counts in the points does to the women and men who wait: whoever reads a proposal or a scenario is told, whatever
 * door its policy came through. Groups of 1 to 4 are not told of, and then neither is the other.
 */
import { z } from 'zod';
import { isSmall } from '../domain/small-numbers.ts';
import { learntChancePoints } from './points/learnt-chance.ts';
import type { RegionIndex } from './region-index.ts';

export const learntEffectSchema = z.strictObject({
  /** At a chance of 1. */
  points: z.int(),
  /** Women, then men: the mean of what the chance gives them. Nobody where one of them are few. */
  groups: z.array(
    z.strictObject({ gender: z.enum(['woman', 'man']), people: z.int(), meanPoints: z.number() }),
  ),
  sv: z.string(),
  en: z.string(),
});
export type LearntEffect = z.infer<typeof learntEffectSchema>;

/** Null where no learnt chance counts. Cost: one pass over the participants. */
export function learntEffect(index: RegionIndex): LearntEffect | null {
  const points = index.policy.learnt_chance?.points ?? 0;
  if (points === 0) return null;
  const groups = groupsOf(index);
  const told = groups.length === 0 ? fewOf : meansOf(groups);
  return {
    points,
    groups,
    sv: `Poängen räknar in en inlärd chans att fullfölja, högst ${points} poäng. ${told.sv} Kvinnor och män kan få olika utsikter av den: se efter innan förslaget används.`,
    en: `The points count a learnt chance of completing, at most ${points} points. ${told.en} It may give women and men unequal prospects: look before the proposal is used.`,
  };
}

function groupsOf(index: RegionIndex): LearntEffect['groups'] {
  const sums = { woman: { people: 0, points: 0 }, man: { people: 0, points: 0 } };
  index.region.participants.forEach(({ gender }, p) => {
    if (gender === 'other') return;
    sums[gender].people++;
    sums[gender].points += learntChancePoints(index, p);
  });
  const groups = (['woman', 'man'] as const).map((gender) => {
    const { people, points } = sums[gender];
    return { gender, people, meanPoints: people === 0 ? 0 : Math.round((points / people) * 10) / 10 };
  });
  return groups.some(({ people }) => people === 0 || isSmall(people)) ? [] : groups;
}

const fewOf = {
  sv: 'Kvinnorna eller männen är för få för att visa vad den ger dem.',
  en: 'The women or the men are too few to show what it gives them.',
};

function meansOf([women, men]: LearntEffect['groups']): typeof fewOf {
  return {
    sv: `Den ger kvinnorna i snitt ${women.meanPoints.toLocaleString('sv')} och männen ${men.meanPoints.toLocaleString('sv')}.`,
    en: `It gives the women ${women.meanPoints} on average and the men ${men.meanPoints}.`,
  };
}

/** What one more of each place is worth, as one list; apart from worth.ts, which needs all that solves. */
import type { Assigned } from '../../../solver/solution.ts';
import { byText } from '../../matching/order.ts';
import { type PlaceWorth, WORTH_FORMAT, type Worth } from './worth-format.ts';

/** The ranked list: the most that is certain first, then the most that is possible, then the price. */
export function rankWorth(
  region: string,
  today: Pick<Assigned, 'objective' | 'bound'>,
  places: readonly PlaceWorth[],
): Worth {
  const { objective, bound } = today;
  return {
    format: WORTH_FORMAT,
    region,
    today: { objective, bound },
    places: places.toSorted(
      (a, b) =>
        b.confirmed.least - a.confirmed.least ||
        b.confirmed.most - a.confirmed.most ||
        b.price - a.price ||
        byText(`${a.kind} ${a.id}`, `${b.kind} ${b.id}`),
    ),
  };
}

/** What the simulated years say, in a sentence or two that a planner can pass on. */
import type { Text } from '../../domain/text.ts';
import type { Simulation } from './result-format.ts';

type Figures = Pick<Simulation, 'policies' | 'ahead'>;

/** Below this share of the limit there is something to be won. */
const LITTLE = 0.02;

export function conclusionOf({ policies, ahead }: Figures): Text {
  const lost = 1 - policies.greedy.share.mean;
  const greedy = both(policies.greedy.share.mean);
  if (lost < LITTLE) {
    return {
      sv: `Här är lite att vinna: den som placerar i turordning når redan ${greedy.sv} av det som går att nå.`,
      en: `There is little to be won here: placing people as they come already reaches ${greedy.en} of what can be reached.`,
    };
  }
  const batch = both(policies.batch.share.mean);
  const priced = both(policies.priced.share.mean);
  const [low, high] = ahead.pricedOverBatch.interval;
  const [least, most] = ahead.pricedOverGreedy.interval;
  const gained = { least: both(least), most: both(most) };
  const prices = comparison(low, high);
  return {
    sv: `I turordning nås ${greedy.sv} av det som går att nå, med matchning i omgångar ${batch.sv} och med priser som håller platser åt dem som väntas ${priced.sv}. Priserna ger ${gained.least.sv} till ${gained.most.sv} av det nåbara mer än turordning, och ${prices.sv}.`,
    en: `As they come, ${greedy.en} of what can be reached is reached, with matching in batches ${batch.en}, and with prices that hold seats for those expected ${priced.en}. Prices give ${gained.least.en} to ${gained.most.en} of the reachable more than as they come, and ${prices.en}.`,
  };
}

function comparison(low: number, high: number): Text {
  if (low > 0) return { sv: 'är bättre än omgångar utan priser', en: 'are ahead of batches without prices' };
  if (high < 0) return { sv: 'är sämre än omgångar utan priser', en: 'are behind batches without prices' };
  return {
    sv: 'går inte säkert att skilja från omgångar utan priser',
    en: 'cannot be told for certain from batches without prices',
  };
}

function both(share: number): Text {
  const number = (100 * share).toFixed(1);
  return { sv: `${number.replace('.', ',').replace('-', '−')} %`, en: `${number}%` };
}

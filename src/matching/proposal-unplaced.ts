import { UNPLACED } from '../../solver/problem.ts';
import type { Assigned } from '../../solver/solution.ts';
import type { Text } from '../domain/text.ts';
import { groupLabel, teamLabel } from './constraints/labels.ts';
import { type Choices, describeConstraint } from './matching.ts';
import { byText } from './order.ts';
import type { AssignedProposal } from './proposal-format.ts';
import { reasonsWithoutOptions } from './reason-without-options.ts';

/**
 * Why somebody has no place, the first that holds:
 *
 * 1. No option at all: the lock that leaves none (`locked`), else the first rule that leaves none.
 * 2. seats_worth_more: what the option with the most points takes is worth at least those points to others, at the prices of the proof.
 * 3. limits_reached: that option does not fit into what is left of some hard limit. Whole numbers, or a search that was cut short, have
 *    decided, not the prices.
 * 4. search_stopped: it would fit; a longer search may find the place.
 *
 * Cost: one pass over the options of those who are unplaced.
 */
type Unplaced = AssignedProposal['unplaced'][number];
type Reason = Unplaced['reason'];

/** Prices are floating-point numbers and points whole, so less than this is nothing. */
const NOTHING = 1e-6;

export function unplacedReasons(choices: Choices, solution: Assigned): Unplaced[] {
  const used = usage(choices, solution.chosen);
  const withoutOptions = reasonsForNoOption(choices);
  const found: Unplaced[] = [];
  choices.region.participants.forEach(({ id }, p) => {
    if (solution.chosen[p] !== UNPLACED) return;
    const best = bestOption(choices, p);
    const reason =
      best === UNPLACED
        ? withoutOptions(p)
        : (worthMore(choices, solution.prices, best) ??
          limitsReached(choices, used, best) ??
          searchStopped(choices, best));
    found.push({ participant: id, reason });
  });
  return found.sort((a, b) => byText(a.participant, b.participant));
}

/** Per row, what an assignment uses of it. */
function usage({ rows, teller }: Choices, chosen: Int32Array): Float64Array {
  const used = new Float64Array(rows.length);
  const tell = teller((row, amount) => {
    used[row] += amount;
  });
  for (const option of chosen) if (option !== UNPLACED) tell(option);
  return used;
}

/** The option with the most points; of equal ones the first by team id, then by SFI group id. */
function bestOption({ options }: Choices, participant: number): number {
  let best = UNPLACED;
  for (let k = options.start[participant]; k < options.start[participant + 1]; k++) {
    if (best === UNPLACED || options.points[k] > options.points[best]) best = k;
  }
  return best;
}

/** Why a participant (a row) has no option, by their lock or by the rules. */
function reasonsForNoOption(choices: Choices): (participant: number) => Reason {
  const { participants, decisions } = choices.region;
  // Few are locked, and to look for a row goes through all of them.
  const locked = new Set(
    decisions.filter(({ decision }) => decision === 'lock').map(({ participant }) => participant),
  );
  const reasonWithoutOptions = reasonsWithoutOptions(choices.index);
  return (participant) => {
    const { id } = participants[participant];
    const lock = locked.has(id) && describeConstraint(choices, `lock:${id}`);
    if (lock) {
      const change = { sv: 'Att beslutet om låsning ändras.', en: 'If the decision to lock is changed.' };
      return { code: 'locked', ...lock, change };
    }
    const without = reasonWithoutOptions(participant);
    if (!without) throw new Error('A participant without options is excluded by no rule.');
    return { code: without.rule, ...without.reason, change: without.change };
  };
}

function worthMore(choices: Choices, prices: Float64Array, best: number): Reason | null {
  const { rows, options, teller } = choices;
  const costs: { id: string; text: Text; cost: number }[] = [];
  let total = 0;
  let brings = 0;
  teller((row, amount) => {
    const { id, text } = rows[row];
    const cost = amount * prices[row];
    total += cost;
    if (cost > NOTHING) costs.push({ id, text, cost });
    if (cost < 0) brings -= cost;
  })(best);
  const points = options.points[best];
  if (total < points - NOTHING) return null;
  costs.sort((a, b) => b.cost - a.cost || byText(a.id, b.id));
  const named = costs.map(({ text, cost }) => ({
    sv: `”${text.sv}” (${Math.round(cost)})`,
    en: `“${text.en}” (${Math.round(cost)})`,
  }));
  const less = Math.round(brings);
  const lessSv = less > 0 ? `. Vad personen själv tillför är avdraget (${less})` : '';
  const lessEn = less > 0 ? `. What the person brings is taken off (${less})` : '';
  const place = placeOf(choices, best);
  return {
    code: 'seats_worth_more',
    sv: `Bäst hade varit ${place.sv}, ${points} poäng, men det som den platsen tar är värt ${Math.round(total)} poäng för andra: ${named.map(({ sv }) => sv).join(', ')}${lessSv}.`,
    en: `Best would have been ${place.en}, ${points} points, but what that place takes is worth ${Math.round(total)} points to others: ${named.map(({ en }) => en).join(', ')}${lessEn}.`,
    change: { sv: 'Mer utrymme i något av det som nämns.', en: 'More room in something of what is named.' },
  };
}

function limitsReached(choices: Choices, used: Float64Array, best: number): Reason | null {
  const { rows, options, teller } = choices;
  const full: { id: string; text: Text }[] = [];
  teller((row, amount) => {
    const { limit, penalty } = rows[row];
    const hard = penalty === Number.POSITIVE_INFINITY;
    if (hard && amount > 0 && used[row] + amount > limit) full.push(rows[row]);
  })(best);
  if (full.length === 0) return null;
  const texts = full.toSorted((a, b) => byText(a.id, b.id)).map(({ text }) => text);
  const place = placeOf(choices, best);
  const points = options.points[best];
  return {
    code: 'limits_reached',
    sv: `Bäst hade varit ${place.sv}, ${points} poäng, men det ryms inte: ${texts.map(({ sv }) => `”${sv}”`).join(', ')}.`,
    en: `Best would have been ${place.en}, ${points} points, but it does not fit: ${texts.map(({ en }) => `“${en}”`).join(', ')}.`,
    change: { sv: 'Mer utrymme i något av det som nämns.', en: 'More room in something of what is named.' },
  };
}

function searchStopped(choices: Choices, best: number): Reason {
  const place = placeOf(choices, best);
  return {
    code: 'search_stopped',
    sv: `Sökningen tog slut innan en plats hittades; ${place.sv} kan passa.`,
    en: `The search ended before a place was found; ${place.en} may fit.`,
    change: { sv: 'En längre sökning.', en: 'A longer search.' },
  };
}

function placeOf({ index, options }: Choices, option: number): Text {
  const team = teamLabel(index, options.team[option]);
  const group = groupLabel(index, options.sfi[option]);
  return { sv: `${team.sv} med ${group.sv}`, en: `${team.en} with ${group.en}` };
}

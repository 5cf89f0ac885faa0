/**
 * A dual simplex for programs whose variables all lie between 0 and an upper bound, kept from one solve to the next.
 * Any basis is dual feasible there, once every variable stands at the bound that its reduced cost asks for; so limits and
 * bounds may change at will, and each solve goes on from where the last one ended.
 *
 * 1. The basic variable that misses its bounds by most leaves, by Devex weights (Forrest and Goldfarb 1992).
 * 2. The ratio test (ratio.ts) says who enters and who flips.
 * 3. The basis is changed (basis.ts), values and reduced costs follow; now and then all is computed anew.
 *
 * Points carry a tiny, fixed noise against ties, never below 0, so that a bound stays one. Reduced costs of slacks are the prices: a bound follows from them
 * whatever rounding did. Cost of a step: the entries of the rows that the leaving variable's row is made of, and the
 * square of the kernel's size.
 */
import { createBasis } from './basis.ts';
import type { Columns, Program } from './program.ts';
import { ratioTest } from './ratio.ts';
import { addTo, clear, createSparse, type Sparse } from './sparse.ts';

/**
 * `optimal`: all are within their bounds. `below`: no point is worth as much as was asked for. `infeasible`: there is no
 * point; prices stand so far out on the ray which proves it that they show a bound below what was asked for.
 * `stopped`: the steps ran out.
 */
type LinearStatus = 'optimal' | 'below' | 'infeasible' | 'stopped';

export interface DualSimplex {
  /** Sets what a variable may be at most; 0 closes it. */
  readonly setUpper: (variable: number, upper: number) => void;
  readonly upper: (variable: number) => number;
  readonly setLimit: (row: number, limit: number) => void;
  /** Replaces the columns by more of them; the old ones stand first. */
  readonly extend: (columns: Columns) => void;
  /** Goes on until it is optimal, or proven to be worth less than `least`, or so many steps are made. */
  readonly solve: (least: number, mostSteps: number) => LinearStatus;
  /** In points, at the present prices: no point of the program is worth more. */
  readonly bound: () => number;
  readonly value: (variable: number) => number;
  /** The row of a basic variable in the inverse of the basis: its weights of the scaled rows, and of the participants' ones. */
  readonly inverseRow: (variable: number) => { readonly ofRows: Sparse; readonly ofPeople: Sparse };
  readonly isBasic: (variable: number) => boolean;
  /** In points a unit of the scaled row. */
  readonly price: (row: number) => number;
  readonly steps: () => number;
}

const FEASIBLE = 1e-7;
const FAR = 1000;
const SMALLEST_PIVOT = 1e-7;
const SMALLEST_ENTRY = 1e-9;
/** How far the two ways to compute a pivot may differ before all is computed anew. */
const INEXACT = 1e-6;
const MOST_TROUBLE = 3;
const STEPS_BETWEEN_REFRESHES = 300;
const STEPS_PER_LOOK = 4;
const NOISE = 1e-5;
/** A price that moves by less stands still; after so many such steps in a row costs are perturbed. */
const STANDSTILL = 1e-12;
const MOST_STALLED = 200;
/** An entry that a column needs to enter the first basis; a price that makes a row tight there. */
const CRASH_PIVOT = 0.1;
const CRASH_PRICE = 1e-6;

/**
 * Starts from prices of the scaled rows, and what each participant's best is worth at them: its first basis is made of
 * variables of small loss, with costs shifted for a while so that exactly these prices belong to it.
 */
export function createDualSimplex(
  program: Program,
  first: Columns,
  startPrices: Float64Array,
  startBest: Float64Array,
): DualSimplex {
  const { rows, people, penalty, mostUsed, leastUsed, overruns, overrunsIn } = program;
  const unplaced = 2 * rows;
  const offset = unplaced + people;
  const limit = program.limit.slice();
  const basis = createBasis(program, first);
  const rest = createSparse(rows);
  const share = new Float64Array(people);
  const prices = new Float64Array(rows);
  const ray = new Float64Array(rows);
  const row = createSparse(rows);
  const ofPerson = createSparse(people);
  let columns = first;
  let variables = 0;
  let high = new Float64Array(0);
  let atHigh = new Uint8Array(0);
  let cost = new Float64Array(0);
  let shift = new Float64Array(0);
  let reduced = new Float64Array(0);
  let weight = new Float64Array(0);
  let x = new Float64Array(0);
  let image = createSparse(0);
  let entries = createSparse(0);
  let size = new Float64Array(0);
  let candidate = new Int32Array(0);
  let steps = 0;
  let sinceRefresh = 0;
  let stalled = 0;
  let perturbations = 0;
  let isShifted = false;
  let isOnRay = false;

  // Far more than can be, so that neither an optimum nor a proof that there is none rests on it: prices alone must tell.
  const slackMost = (i: number): number => FAR * (Math.max(0, limit[i] - leastUsed[i]) + 1);
  const overrunMost = (i: number): number =>
    penalty[i] === Number.POSITIVE_INFINITY ? 0 : FAR * (Math.max(0, mostUsed[i] - limit[i]) + 1);
  const noise = (v: number): number =>
    NOISE * (1 + ((Math.imul(v + 1, 0x9e3779b1) >>> 8) & 0xffff) / 0x10000);

  const resize = (): void => {
    const from = variables;
    variables = offset + columns.count;
    high = longer(high, variables);
    cost = longer(cost, variables);
    shift = longer(shift, variables);
    reduced = longer(reduced, variables);
    weight = longer(weight, variables).fill(1, from);
    x = longer(x, variables);
    const flags = new Uint8Array(variables);
    flags.set(atHigh);
    atHigh = flags;
    image = createSparse(variables);
    entries = createSparse(variables);
    size = new Float64Array(variables);
    candidate = new Int32Array(variables);
    for (let v = from; v < variables; v++) {
      if (v < rows) high[v] = slackMost(v);
      else if (v < unplaced) {
        high[v] = overrunMost(v - rows);
        cost[v] = penalty[v - rows] === Number.POSITIVE_INFINITY ? 0 : penalty[v - rows];
      } else {
        high[v] = 1;
        cost[v] = v < offset ? 0 : -columns.points[v - offset] - noise(v - offset);
      }
    }
  };

  const costOf = (v: number): number => cost[v] + shift[v];

  /** The cost of a variable at prices per row, without its participant's share. */
  const costAt = (at: Float64Array, v: number): number => {
    if (v < rows) return costOf(v) + at[v];
    if (v < unplaced) {
      let sum = costOf(v) - at[v - rows];
      for (const [i, amount] of overruns[v - rows]) sum -= at[i] * amount;
      return sum;
    }
    if (v < offset) return costOf(v);
    let sum = costOf(v);
    const j = v - offset;
    for (let e = columns.start[j]; e < columns.start[j + 1]; e++)
      sum += at[columns.row[e]] * columns.amount[e];
    return sum;
  };

  /** A variable that is not basic moves. */
  const moveBy = (v: number, by: number): void => {
    if (by === 0) return;
    basis.image(v, image);
    for (let n = 0; n < image.count; n++) x[image.index[n]] -= by * image.value[image.index[n]];
  };

  const valuesAnew = (): void => {
    clear(rest);
    for (let i = 0; i < rows; i++) addTo(rest, i, limit[i]);
    share.fill(1);
    for (let v = 0; v < variables; v++) {
      if (basis.isBasic(v) || atHigh[v] === 0 || high[v] === 0) continue;
      if (v < rows) rest.value[v] -= high[v];
      else if (v < unplaced) {
        rest.value[v - rows] += high[v];
        for (const [i, amount] of overruns[v - rows]) rest.value[i] += amount * high[v];
      } else {
        share[basis.personOf(v)] -= high[v];
        const j = v - offset;
        if (j < 0) continue;
        for (let e = columns.start[j]; e < columns.start[j + 1]; e++)
          rest.value[columns.row[e]] -= columns.amount[e] * high[v];
      }
    }
    basis.values(rest, share, x);
  };

  const reducedAnew = (): void => {
    basis.prices(costOf, prices);
    const keyCost = Float64Array.from(basis.keys, (key) => costAt(prices, key));
    for (let v = 0; v < variables; v++) {
      const p = basis.personOf(v);
      reduced[v] = basis.isBasic(v) ? 0 : costAt(prices, v) - (p < 0 ? 0 : keyCost[p]);
    }
  };

  /** Puts every variable that is not basic at the bound that its reduced cost asks for; 0 asks for nothing. */
  const place = (): void => {
    for (let v = 0; v < variables; v++) {
      if (basis.isBasic(v) || Math.abs(reduced[v]) <= SMALLEST_ENTRY) continue;
      const to = reduced[v] < 0 ? 1 : 0;
      if (to === atHigh[v]) continue;
      moveBy(v, to === 1 ? high[v] : -high[v]);
      atHigh[v] = to;
    }
  };

  /** The basis anew, variable by variable; one that rounding made dependent stays out. */
  const refresh = (): void => {
    const others = basis.others.slice(0, basis.otherCount());
    const open = Uint8Array.from(basis.rowBasics, (v) => (v < 0 ? 1 : 0));
    const overruns = basis.rowBasics.filter((v) => v >= rows);
    basis.reset(basis.keys.slice());
    for (const v of overruns) basis.exchange(v, v - rows, row);
    for (const v of others) basis.enter(v, open, SMALLEST_PIVOT);
    reducedAnew();
    place();
    valuesAnew();
    weight.fill(1);
    sinceRefresh = 0;
  };

  const leavingVariable = (): number => {
    let best = -1;
    let most = 0;
    const look = (v: number): void => {
      const value = x[v];
      const miss = value < -FEASIBLE ? -value : value - high[v];
      if (miss <= FEASIBLE) return;
      const rank = (miss * miss) / weight[v];
      if (rank > most) {
        most = rank;
        best = v;
      }
    };
    const { keys, others, rowBasics } = basis;
    for (let p = 0; p < people; p++) look(keys[p]);
    for (let t = 0; t < basis.otherCount(); t++) look(others[t]);
    for (let i = 0; i < rows; i++) if (rowBasics[i] >= 0) look(rowBasics[i]);
    return best;
  };

  /** The leaving variable's row, at every variable that it touches. */
  const entriesOf = (leaving: number): void => {
    clear(entries);
    clear(ofPerson);
    basis.rowOf(leaving, row);
    for (let n = 0; n < row.count; n++) {
      const i = row.index[n];
      const by = row.value[i];
      if (by === 0) continue;
      addTo(entries, i, by);
      if (penalty[i] !== Number.POSITIVE_INFINITY) addTo(entries, rows + i, -by);
      for (const [soft, amount] of overrunsIn[i]) addTo(entries, rows + soft, -by * amount);
      for (let e = columns.byRowStart[i]; e < columns.byRowStart[i + 1]; e++) {
        const j = columns.byRowColumn[e];
        addTo(entries, offset + j, by * columns.byRowAmount[e]);
        addTo(ofPerson, columns.person[j], 0);
      }
    }
    const own = basis.personOf(leaving);
    if (own >= 0 && basis.keys[own] === leaving) addTo(ofPerson, own, 1);
    for (let n = 0; n < ofPerson.count; n++) {
      const p = ofPerson.index[n];
      const by = ofPerson.value[p] - entries.value[basis.keys[p]];
      if (by === 0) continue;
      addTo(entries, unplaced + p, by);
      for (let i = columns.personStart[p]; i < columns.personStart[p + 1]; i++)
        addTo(entries, offset + columns.byPerson[i], by);
    }
  };

  /** Those that could enter when the leaving variable moves by `sign`. */
  const candidates = (sign: number): number => {
    let count = 0;
    for (let n = 0; n < entries.count; n++) {
      const v = entries.index[n];
      if (high[v] === 0 || basis.isBasic(v)) continue;
      const signed = sign * entries.value[v];
      if (atHigh[v] === 1 ? signed > -SMALLEST_ENTRY : signed < SMALLEST_ENTRY) continue;
      size[v] = Math.abs(signed);
      candidate[count++] = v;
    }
    return count;
  };

  /** Prices out on the ray along which the bound falls for ever, so far that it is below `least`. */
  const followRay = (sign: number, miss: number, able: number, least: number): void => {
    let slope = miss;
    let last = 0;
    for (let k = 0; k < able; k++) {
      const v = candidate[k];
      slope -= size[v] * high[v];
      last = Math.max(last, Math.abs(reduced[v]) / size[v]);
    }
    const wanted = Number.isFinite(least) ? Math.max(0, bound() - least + 1) : 0;
    const theta = sign * (last + wanted / slope);
    for (let i = 0; i < rows; i++) ray[i] = (basis.isBasic(i) ? 0 : reduced[i]) - theta * row.value[i];
    isOnRay = true;
  };

  const step = (leaving: number, least: number): 'made' | 'infeasible' | 'inexact' => {
    const isBelow = x[leaving] < 0;
    const sign = isBelow ? -1 : 1;
    const miss = isBelow ? -x[leaving] : x[leaving] - high[leaving];
    entriesOf(leaving);
    const able = candidates(sign);
    const { entering, flips } = ratioTest(candidate, able, miss, size, reduced, high);
    if (entering < 0) {
      followRay(sign, miss, able, least);
      return 'infeasible';
    }
    for (let k = 0; k < flips; k++) {
      const v = candidate[k];
      moveBy(v, atHigh[v] === 1 ? -high[v] : high[v]);
      atHigh[v] = atHigh[v] === 1 ? 0 : 1;
    }
    basis.image(entering, image);
    const pivot = image.value[leaving];
    const expected = entries.value[entering];
    if (Math.abs(pivot) < SMALLEST_PIVOT || Math.abs(pivot - expected) > INEXACT * (1 + Math.abs(pivot)))
      return 'inexact';
    const theta = reduced[entering] / expected;
    stalled = Math.abs(theta) < STANDSTILL ? stalled + 1 : 0;
    for (let n = 0; n < entries.count; n++) {
      const v = entries.index[n];
      if (!basis.isBasic(v)) reduced[v] -= theta * entries.value[v];
    }
    reduced[entering] = 0;
    reduced[leaving] = -theta;
    const by = (x[leaving] - (isBelow ? 0 : high[leaving])) / pivot;
    const heavy = weight[leaving] / (pivot * pivot);
    for (let n = 0; n < image.count; n++) {
      const v = image.index[n];
      const alpha = image.value[v];
      if (alpha === 0) continue;
      x[v] -= by * alpha;
      weight[v] = Math.max(weight[v], alpha * alpha * heavy);
    }
    x[entering] = (atHigh[entering] === 1 ? high[entering] : 0) + by;
    weight[entering] = Math.max(heavy, 1);
    basis.exchange(entering, leaving, row);
    atHigh[leaving] = isBelow ? 0 : 1;
    steps++;
    return 'made';
  };

  /** Moves every reduced cost a little away from 0, for a while: a row of steps without any gain may go round in a circle. */
  const perturb = (): void => {
    for (let v = 0; v < variables; v++) {
      if (basis.isBasic(v)) continue;
      const by = (atHigh[v] === 1 ? -1 : 1) * noise(v + perturbations);
      shift[v] += by;
      reduced[v] += by;
    }
    perturbations++;
    stalled = 0;
    isShifted = true;
  };

  const bound = (): number => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += limit[i] * reduced[i];
    for (let p = 0; p < people; p++) sum += reduced[unplaced + p];
    for (let v = 0; v < variables; v++) if (reduced[v] < 0) sum -= reduced[v] * high[v];
    return sum;
  };

  /** Whether prices are within [0, penalty], so that they tell the bound by themselves. */
  const isPriced = (): boolean => {
    for (let v = 0; v < unplaced; v++) if (reduced[v] < -SMALLEST_ENTRY && high[v] > 0) return false;
    return true;
  };

  const solve: DualSimplex['solve'] = (least, mostSteps) => {
    const last = steps + mostSteps;
    let trouble = 0;
    isOnRay = false;
    place();
    for (;;) {
      const leaving = leavingVariable();
      if (leaving < 0) {
        if (!isShifted) return 'optimal';
        isShifted = false;
        shift.fill(0);
        reducedAnew();
        place();
        continue;
      }
      if (!isShifted && steps % STEPS_PER_LOOK === 0 && bound() < least && isPriced()) return 'below';
      if (steps >= last) return 'stopped';
      const made = step(leaving, least);
      if (made === 'infeasible') return 'infeasible';
      if (made === 'inexact' && ++trouble > MOST_TROUBLE) return 'stopped';
      if (stalled > MOST_STALLED) perturb();
      if (made === 'inexact' || ++sinceRefresh >= STEPS_BETWEEN_REFRESHES) refresh();
    }
  };

  const crash = (): void => {
    const worth = Float64Array.from({ length: columns.count }, (_, j) => -costAt(startPrices, offset + j));
    const keys = Int32Array.from({ length: people }, (_, p) => unplaced + p);
    const most = new Float64Array(people);
    for (let j = 0; j < columns.count; j++) {
      const p = columns.person[j];
      if (worth[j] <= most[p]) continue;
      most[p] = worth[j];
      keys[p] = offset + j;
    }
    basis.reset(keys);
    const loss = worth.map((points, j) => startBest[columns.person[j]] - points);
    const order = Int32Array.from(loss.keys()).sort((a, b) => loss[a] - loss[b] || a - b);
    const open = Uint8Array.from(startPrices, (price) => (price > CRASH_PRICE ? 1 : 0));
    let left = open.reduce((sum, is) => sum + is, 0);
    for (const j of order) {
      if (left === 0) break;
      if (!basis.isBasic(offset + j) && basis.enter(offset + j, open, CRASH_PIVOT)) left--;
    }
    for (let v = 0; v < variables; v++) {
      const p = basis.personOf(v);
      reduced[v] = costAt(startPrices, v) + (p < 0 ? 0 : startBest[p]);
      if (!basis.isBasic(v)) continue;
      shift[v] = -reduced[v];
      reduced[v] = 0;
    }
    isShifted = true;
    place();
    valuesAnew();
  };

  resize();
  crash();

  return {
    setUpper: (v, upper) => {
      if (!basis.isBasic(v) && atHigh[v] === 1) moveBy(v, upper - high[v]);
      high[v] = upper;
    },
    upper: (v) => high[v],
    setLimit: (i, to) => {
      // Another limit moves what a slack would: the row's basics take it up.
      if (basis.isBasic(i)) x[i] += to - limit[i];
      else moveBy(i, limit[i] - to);
      limit[i] = to;
      for (const [v, most] of [
        [i, slackMost(i)],
        [rows + i, overrunMost(i)],
      ]) {
        if (!basis.isBasic(v) && atHigh[v] === 1) moveBy(v, most - high[v]);
        high[v] = most;
      }
    },
    extend: (more) => {
      const from = variables;
      columns = more;
      basis.extend(more);
      resize();
      basis.prices(costOf, prices);
      for (let v = from; v < variables; v++)
        reduced[v] = costAt(prices, v) - costAt(prices, basis.keys[basis.personOf(v)]);
    },
    solve,
    bound,
    value: (v) => (basis.isBasic(v) ? x[v] : atHigh[v] === 1 ? high[v] : 0),
    price: (i) => (isOnRay ? ray[i] : basis.isBasic(i) ? 0 : reduced[i]),
    isBasic: basis.isBasic,
    inverseRow: (v) => {
      entriesOf(v);
      for (let n = 0; n < ofPerson.count; n++) {
        const p = ofPerson.index[n];
        const own = entries.value[unplaced + p];
        ofPerson.value[p] = atHigh[unplaced + p] === 1 && !basis.isBasic(unplaced + p) ? 0 : own;
        // Whoever is at 1 without being basic takes the key's part, which is 0.
        for (let i = columns.personStart[p]; i < columns.personStart[p + 1]; i++) {
          const at = offset + columns.byPerson[i];
          if (atHigh[at] === 1 && high[at] > 0 && !basis.isBasic(at))
            ofPerson.value[p] = own - entries.value[at];
        }
      }
      return { ofRows: row, ofPeople: ofPerson };
    },
    steps: () => steps,
  };
}

function longer(old: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(length);
  made.set(old);
  return made;
}

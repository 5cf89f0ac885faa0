import type { Problem } from './problem.ts';

/**
 * Builds a Problem: names are taken once, here, and become integers; nothing is allocated per option.
 * A mistake of the caller (a name used twice, a number that is not whole, an index out of range) throws a RangeError:
 * it is a bug, for what people bring has been checked before.
 */
export interface ProblemBuilder {
  /** Adds a participant and returns the index. */
  readonly participant: (id: string) => number;
  /** Adds a constraint and returns the index. Penalty in points per unit of overrun; Infinity (default) = hard. */
  readonly constraint: (id: string, limit: number, penalty?: number) => number;
  /** Starts a new option of a participant, worth so many whole points, and returns its index. */
  readonly option: (participant: number, score: number, team?: number, sfi?: number) => number;
  /** Lets the option started last use a whole amount of a constraint. Amounts of the same constraint add up. */
  readonly use: (constraint: number, amount: number) => void;
  readonly build: () => Problem;
}

/** A typed array that doubles when it is full. */
function growable<T extends Int32Array | Float64Array>(make: (length: number) => T) {
  let values = make(1024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = make(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    at: (index: number): number => values[index],
    add: (index: number, value: number): void => {
      values[index] += value;
    },
    length: (): number => length,
    finish: (): T => values.slice(0, length) as T,
  };
}
const integers = () => growable((length) => new Int32Array(length));
const numbers = () => growable((length) => new Float64Array(length));

function names(kind: string) {
  const index = new Map<string, number>();
  return {
    add(id: string): number {
      if (index.has(id)) throw new RangeError(`${kind} ${id} is added twice`);
      index.set(id, index.size);
      return index.size - 1;
    },
    size: (): number => index.size,
    finish: (): string[] => [...index.keys()],
  };
}

function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${what} is ${value}, not a whole number below 2^53`);
  return value;
}

function within(index: number, size: number, what: string): number {
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`${what} ${index} is not among the ${size} that exist`);
  }
  return index;
}

/** A new, empty problem. */
export function createProblemBuilder(): ProblemBuilder {
  const participants = names('participant');
  const constraints = names('constraint');
  const limit = numbers();
  const penalty = numbers();
  const participant = integers();
  const score = numbers();
  const team = integers();
  const sfi = integers();
  const useStart = integers();
  const useConstraint = integers();
  const useAmount = numbers();
  let placesKnown = false;

  return {
    participant: participants.add,
    constraint(id, most, points = Number.POSITIVE_INFINITY) {
      const index = constraints.add(id);
      limit.push(whole(most, `limit of ${id}`));
      if (points !== Number.POSITIVE_INFINITY) whole(points, `penalty of ${id}`);
      if (points < 0) throw new RangeError(`penalty of ${id} is below 0`);
      penalty.push(points);
      return index;
    },
    option(who, points, teamIndex, sfiIndex) {
      participant.push(within(who, participants.size(), 'participant'));
      score.push(whole(points, 'score of an option'));
      team.push(teamIndex ?? -1);
      sfi.push(sfiIndex ?? -1);
      if (teamIndex !== undefined || sfiIndex !== undefined) placesKnown = true;
      useStart.push(useConstraint.length());
      return score.length() - 1;
    },
    use(constraint, amount) {
      if (score.length() === 0) throw new RangeError('use comes before the first option');
      within(constraint, constraints.size(), 'constraint');
      whole(amount, 'an amount');
      const first = useStart.at(score.length() - 1);
      for (let e = first; e < useConstraint.length(); e++) {
        if (useConstraint.at(e) === constraint) {
          useAmount.add(e, amount);
          return;
        }
      }
      useConstraint.push(constraint);
      useAmount.push(amount);
    },
    build() {
      useStart.push(useConstraint.length());
      return {
        participants: participants.finish(),
        constraints: constraints.finish(),
        limit: limit.finish(),
        penalty: penalty.finish(),
        participant: participant.finish(),
        score: score.finish(),
        useStart: useStart.finish(),
        useConstraint: useConstraint.finish(),
        useAmount: useAmount.finish(),
        ...(placesKnown ? { team: team.finish(), sfi: sfi.finish() } : {}),
      };
    },
  };
}

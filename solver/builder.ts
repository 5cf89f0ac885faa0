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

/** How large the problem will be, where that is known: no more memory is then taken than its arrays need. */
export interface ProblemSize {
  readonly options: number;
  readonly uses: number;
}

const SMALL: ProblemSize = { options: 1024, uses: 1024 };

/** Numbers in a typed array that doubles when it is full. */
function integers(capacity: number) {
  let values = new Int32Array(capacity);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Int32Array(Math.max(1, length * 2));
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    length: (): number => length,
    finish: (): Int32Array => (length === values.length ? values : values.slice(0, length)),
  };
}

// Not one function for both kinds: it would be as slow as the arrays are long.
function numbers(capacity: number) {
  let values = new Float64Array(capacity);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Float64Array(Math.max(1, length * 2));
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    add: (index: number, value: number): void => {
      values[index] += value;
    },
    finish: (): Float64Array => (length === values.length ? values : values.slice(0, length)),
  };
}

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

/** A new, empty problem, expected to become so large. */
export function createProblemBuilder(size: ProblemSize = SMALL): ProblemBuilder {
  const participants = names('participant');
  const constraints = names('constraint');
  const limit = numbers(SMALL.options);
  const penalty = numbers(SMALL.options);
  const participant = integers(size.options);
  const score = numbers(size.options);
  const team = integers(size.options);
  const sfi = integers(size.options);
  const useStart = integers(size.options + 1);
  const useConstraint = integers(size.uses);
  const useAmount = numbers(size.uses);
  /** Per constraint: the entry of the latest option that uses it. */
  const entryOf: number[] = [];
  let firstEntry = 0;
  let placesKnown = false;

  return {
    participant: participants.add,
    constraint(id, most, points = Number.POSITIVE_INFINITY) {
      const index = constraints.add(id);
      limit.push(whole(most, `limit of ${id}`));
      if (points !== Number.POSITIVE_INFINITY) whole(points, `penalty of ${id}`);
      if (points < 0) throw new RangeError(`penalty of ${id} is below 0`);
      penalty.push(points);
      entryOf.push(-1);
      return index;
    },
    option(who, points, teamIndex, sfiIndex) {
      firstEntry = useConstraint.length();
      participant.push(within(who, participants.size(), 'participant'));
      score.push(whole(points, 'score of an option'));
      team.push(teamIndex ?? -1);
      sfi.push(sfiIndex ?? -1);
      if (teamIndex !== undefined || sfiIndex !== undefined) placesKnown = true;
      useStart.push(firstEntry);
      return participant.length() - 1;
    },
    use(constraint, amount) {
      if (participant.length() === 0) throw new RangeError('use comes before the first option');
      within(constraint, entryOf.length, 'constraint');
      whole(amount, 'an amount');
      if (entryOf[constraint] >= firstEntry) {
        useAmount.add(entryOf[constraint], amount);
        return;
      }
      entryOf[constraint] = useConstraint.length();
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

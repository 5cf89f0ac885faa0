/** What an indicator counts, in words, so that partners can read what they agree on without reading data. */
import { leaveReasons } from '../../domain/pair-reasons.ts';
import type { Text } from '../../domain/text.ts';
import { amount as amountWritten } from '../report/words.ts';
import type { AmountName, Condition } from './condition.ts';
import type { Indicator } from './indicator-format.ts';

export type Counts = Indicator['counts'];
type Period = NonNullable<Extract<Counts, { kind: 'share' }>['period']>;
type Milestone = Period['of'];

/** One sentence. */
export function countsInWords(counts: Counts): Text {
  switch (counts.kind) {
    case 'share': {
      const [of, count] = [those(counts.denominator), those(counts.numerator)];
      const within = periodWords(counts.period);
      return {
        sv: `Av dem som ${of.sv}${within.sv} räknas de som ${count.sv}.`,
        en: `Of those who ${of.en}${within.en}, those who ${count.en} count.`,
      };
    }
    case 'median': {
      const [of, what] = [those(counts.denominator), amounts[counts.amount]];
      const within = periodWords(counts.period);
      return {
        sv: `Det mittersta värdet av ${what.sv} bland dem som ${of.sv}${within.sv}.`,
        en: `The middle value of ${what.en} among those who ${of.en}${within.en}.`,
      };
    }
    case 'language_need':
      return {
        sv: 'Av de vuxna som arbetslagen önskar sig, språk för språk, räknas de som har kommit.',
        en: 'Of the adults that teams want, language by language, those who have come count.',
      };
    case 'commitments':
      return counts.of === 'seats'
        ? {
            sv: 'Av de platser i arbetslag som parterna har lovat räknas de som blev av.',
            en: 'Of the seats in teams that partners promised, those that were delivered count.',
          }
        : {
            sv: 'Av de platser i sfi som parterna har lovat räknas de som blev av.',
            en: 'Of the places in SFI that partners promised, those that were delivered count.',
          };
  }
}

/** A condition as it goes on after "those who". */
function those(condition: Condition): Text {
  if ('everybody' in condition) return { sv: 'är deltagare', en: 'are participants' };
  if ('happened' in condition) return events[condition.happened];
  if ('left_because' in condition) {
    const because = either(condition.left_because.map((reason) => leaveReasons[reason]));
    return { sv: `har slutat i förtid (${because.sv})`, en: `have left early (${because.en})` };
  }
  if ('status' in condition) return statusWords(condition.status);
  if ('within' in condition) {
    const { weeks, from, to } = condition.within;
    const [first, last, number] = [milestones[from], milestones[to], amountWritten(weeks)];
    return {
      sv: `kom från ${first.sv} till ${last.sv} på högst ${number.sv} veckor`,
      en: `came from ${first.en} to ${last.en} in at most ${number.en} weeks`,
    };
  }
  if ('amount' in condition) {
    const { of, at_least, at_most } = condition.amount;
    const limit = (words: Text, value: number | undefined): readonly Text[] =>
      value === undefined ? [] : [joined([words, amountWritten(value)], ' ')];
    const limits = joined(
      [
        ...limit({ sv: 'minst', en: 'at least' }, at_least),
        ...limit({ sv: 'högst', en: 'at most' }, at_most),
      ],
      ', ',
    );
    return { sv: `har ${amounts[of].sv}: ${limits.sv}`, en: `have ${amounts[of].en}: ${limits.en}` };
  }
  if ('gender' in condition) {
    const is = either(condition.gender.map((gender) => genders[gender]));
    return { sv: `är ${is.sv}`, en: `are ${is.en}` };
  }
  if ('sfi_path' in condition) {
    const path = either(condition.sfi_path.map((number) => ({ sv: String(number), en: String(number) })));
    return { sv: `går studieväg ${path.sv}`, en: `follow study path ${path.en}` };
  }
  if ('not' in condition) {
    const inner = those(condition.not);
    return { sv: `inte hör till dem som ${inner.sv}`, en: `are not among those who ${inner.en}` };
  }
  const [parts, word] = 'all' in condition ? [condition.all, and] : [condition.any, or];
  return inner(parts, word);
}

/** Each part in brackets where it is one of several and has several parts of its own. */
function inner(parts: readonly Condition[], word: Text): Text {
  const told = parts.map((part) => {
    const words = those(part);
    const isCompound =
      parts.length > 1 && (('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1));
    return isCompound ? { sv: `(${words.sv})`, en: `(${words.en})` } : words;
  });
  return {
    sv: told.map(({ sv }) => sv).join(` ${word.sv} `),
    en: told.map(({ en }) => en).join(` ${word.en} `),
  };
}

function statusWords({
  at,
  occupation = [],
  self_support = [],
}: Extract<Condition, { status: unknown }>['status']): Text {
  const when =
    at === 'latest'
      ? { sv: 'enligt senaste uppgift', en: 'by the latest report' }
      : { sv: `${at} månader efteråt`, en: `${at} months afterwards` };
  const is = [occupation.map((one) => occupations[one]), self_support.map((one) => supports[one])]
    .filter((words) => words.length > 0)
    .map(either);
  const what =
    is.length === 0
      ? { sv: 'har berättat hur det går', en: 'have told how they are' }
      : joined(is, ' och ', ' and ');
  return joined([what, when], ' ');
}

function periodWords(period: Period | null): Text {
  if (period === null) return { sv: '', en: '' };
  const { of, from, to } = period;
  return {
    sv: ` (${milestones[of].sv} från ${from} till ${to})`,
    en: ` (${milestones[of].en} from ${from} to ${to})`,
  };
}

function either(words: readonly Text[]): Text {
  return joined(words, ' eller ', ' or ');
}

function joined(words: readonly Text[], sv: string, en = sv): Text {
  return { sv: words.map((word) => word.sv).join(sv), en: words.map((word) => word.en).join(en) };
}

const and: Text = { sv: 'och', en: 'and' };
const or: Text = { sv: 'eller', en: 'or' };

export const events: Readonly<Record<Extract<Condition, { happened: unknown }>['happened'], Text>> = {
  enrolled: { sv: 'har skrivits in', en: 'have been enrolled' },
  started: { sv: 'har börjat i ett arbetslag', en: 'have started in a team' },
  sfi_passed: { sv: 'har klarat en sfi-kurs', en: 'have passed an SFI course' },
  completed: { sv: 'har fullföljt', en: 'have completed' },
  left_early: { sv: 'har slutat i förtid', en: 'have left early' },
};

export const milestones: Readonly<Record<Milestone, Text>> = {
  permit: { sv: 'uppehållstillstånd', en: 'residence permit' },
  enrolled: { sv: 'inskrivning', en: 'enrolment' },
  started: { sv: 'start', en: 'start' },
  ended: { sv: 'slut', en: 'end' },
};

export const amounts: Readonly<Record<AmountName, Text>> = {
  weeks_permit_to_start: {
    sv: 'veckor från uppehållstillstånd till start',
    en: 'weeks from residence permit to start',
  },
  weeks_enrolled_to_start: { sv: 'veckor från inskrivning till start', en: 'weeks from enrolment to start' },
  weeks_attended: { sv: 'veckor med närvaro', en: 'weeks attended' },
  work_hours: { sv: 'arbetstimmar i veckan', en: 'hours of work a week' },
  swedish_hours: { sv: 'timmar svenska i veckan', en: 'hours of Swedish a week' },
  points: { sv: 'poäng i förslaget', en: 'points in the proposal' },
};

type Status = Extract<Condition, { status: unknown }>['status'];

export const occupations: Readonly<Record<NonNullable<Status['occupation']>[number], Text>> = {
  work: { sv: 'har arbete', en: 'have work' },
  education: { sv: 'är i utbildning', en: 'are in education' },
  other: { sv: 'gör något annat', en: 'do something else' },
  unknown: { sv: 'gör något som inte är känt', en: 'do what is not known' },
};

export const supports: Readonly<Record<NonNullable<Status['self_support']>[number], Text>> = {
  full: { sv: 'försörjer sig själva helt', en: 'support themselves in full' },
  part: { sv: 'försörjer sig själva delvis', en: 'support themselves in part' },
  none: { sv: 'inte försörjer sig själva', en: 'do not support themselves' },
  unknown: { sv: 'har en försörjning som inte är känd', en: 'have a livelihood that is not known' },
};

export const genders: Readonly<Record<Extract<Condition, { gender: unknown }>['gender'][number], Text>> = {
  woman: { sv: 'kvinnor', en: 'women' },
  man: { sv: 'män', en: 'men' },
  other: { sv: 'av annat kön', en: 'of another gender' },
};

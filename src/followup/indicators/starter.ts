/**
 * A set of indicators to begin from, one for each part of the model. They are proposals: nobody has agreed on them, none has a target, and
 * the partners copy them into followup.json, change them and put their names to them.
 */
import type { Condition } from './condition.ts';
import type { Indicator } from './indicator-format.ts';

const enrolled: Condition = { happened: 'enrolled' };
const completed: Condition = { happened: 'completed' };
const supported: Condition = { status: { at: 'latest', self_support: ['full', 'part'] } };

type Counts = Indicator['counts'];

export const starterIndicators: readonly Indicator[] = [
  starter('enrolled', 'inskrivna', 'enrolled', share({ everybody: true }, enrolled)),
  starter(
    'started',
    'har börjat i ett arbetslag',
    'have started in a team',
    share(enrolled, { happened: 'started' }),
  ),
  starter('completed', 'har fullföljt', 'have completed', share(enrolled, completed)),
  starter(
    'left-early',
    'har slutat i förtid',
    'have left early',
    share(enrolled, { happened: 'left_early' }),
  ),
  starter(
    'in-work',
    'har arbete enligt senaste uppgift',
    'have work by the latest report',
    share(enrolled, { status: { at: 'latest', occupation: ['work'] } }),
  ),
  starter(
    'in-education',
    'är i utbildning enligt senaste uppgift',
    'are in education by the latest report',
    share(enrolled, { status: { at: 'latest', occupation: ['education'] } }),
  ),
  starter(
    'self-support',
    'försörjer sig själva helt eller delvis',
    'support themselves in full or part',
    share(enrolled, supported),
  ),
  starter(
    'self-support-of-completers',
    'av dem som fullföljt försörjer sig själva helt eller delvis',
    'of those who completed support themselves in full or part',
    share(completed, supported),
  ),
  starter(
    'contact-within-12-weeks',
    'kom ut i arbetslivet inom 12 veckor från inskrivning',
    'had contact with working life within 12 weeks of enrolment',
    share(enrolled, { within: { weeks: 12, from: 'enrolled', to: 'started' } }),
  ),
  starter(
    'swedish-hours-kept',
    'fick minst 15 timmar svenska i veckan',
    'had at least 15 hours of Swedish a week',
    share({ happened: 'started' }, { amount: { of: 'swedish_hours', at_least: 15 } }),
  ),
  starter(
    'sfi-course-passed',
    'har godkänts på en sfi-kurs',
    'have passed an SFI course',
    share(enrolled, { happened: 'sfi_passed' }),
  ),
  starter('permit-to-start', 'veckor från uppehållstillstånd till start', 'weeks from permit to start', {
    kind: 'median',
    population: 'participants',
    period: null,
    denominator: { happened: 'started' },
    amount: 'weeks_permit_to_start',
  }),
  starter('points', 'poäng för placeringen', 'points of the placement', {
    kind: 'median',
    population: 'participants',
    period: null,
    denominator: { happened: 'started' },
    amount: 'points',
  }),
  starter('language-need-met', 'arbetslagens behov av språk är mött', "the teams' need of languages is met", {
    kind: 'language_need',
    population: 'adults_wanted',
  }),
  starter('seats-delivered', 'utlovade platser levererades', 'seats promised were delivered', {
    kind: 'commitments',
    population: 'promised',
    of: 'seats',
  }),
  starter('sfi-places-delivered', 'utlovade sfi-platser levererades', 'SFI places promised were delivered', {
    kind: 'commitments',
    population: 'promised',
    of: 'sfi_places',
  }),
];

function starter(id: string, sv: string, en: string, counts: Counts): Indicator {
  return {
    format: 'resursutbyte/indicator@1',
    id,
    version: 1,
    name: { sv, en },
    owner: 'unassigned',
    agreed: { by: [], from: '1900-01-01' },
    target: null,
    counts,
  };
}

function share(denominator: Condition, numerator: Condition): Counts {
  return { kind: 'share', population: 'participants', period: null, denominator, numerator };
}

/** The figures that stand side by side, one a row, in the order in which they are shown: in words, in CSV and in plots. */
import type { Text } from '../../domain/text.ts';
import type { Figures } from './figures-format.ts';

export interface FigureRow {
  readonly key: string;
  readonly label: Text;
  readonly kind: 'count' | 'share' | 'number';
  /** Null where it is not known. */
  readonly value: (figures: Figures) => number | null;
}

const gender = (figures: Figures, which: 'woman' | 'man'): Figures['genders'][number] | undefined =>
  figures.genders.find((report) => report.gender === which);

export const figureRows: readonly FigureRow[] = [
  row('people', 'count', 'Som väntar', 'Who wait', ({ people }) => people),
  row('placed', 'count', 'Placerade', 'Placed', ({ placed }) => placed),
  row('unplaced', 'count', 'Utan plats', 'Unplaced', ({ people, placed }) => people - placed),
  row('objective', 'count', 'Poäng, avdrag gjorda', 'Points less penalties', ({ objective }) => objective),
  row('bound', 'count', 'Högst möjliga', 'At most possible', ({ bound }) => bound),
  row(
    'women_placed',
    'share',
    'Andel kvinnor placerade',
    'Share of women placed',
    (f) => gender(f, 'woman')?.rate ?? null,
  ),
  row(
    'men_placed',
    'share',
    'Andel män placerade',
    'Share of men placed',
    (f) => gender(f, 'man')?.rate ?? null,
  ),
  row(
    'women_points',
    'count',
    'Kvinnors medelpoäng',
    "Women's mean points",
    (f) => gender(f, 'woman')?.meanPoints ?? null,
  ),
  row(
    'men_points',
    'count',
    'Mäns medelpoäng',
    "Men's mean points",
    (f) => gender(f, 'man')?.meanPoints ?? null,
  ),
  row(
    'pupils_reached',
    'count',
    'Elever med en vuxen som talar deras språk',
    'Pupils with an adult who speaks their language',
    ({ pupils }) => pupils.all.reached,
  ),
  row(
    'pupils_newly',
    'count',
    'varav tack vare nya vuxna',
    'of them through new adults',
    ({ pupils }) => pupils.all.newly,
  ),
  row('pupils_share', 'share', 'Andel av eleverna', 'Share of pupils', ({ pupils }) => pupils.all.share),
  row(
    'team_seats_unused',
    'count',
    'Platser i arbetslag som blir över',
    'Seats in teams left over',
    ({ teamSeats }) => teamSeats.unused,
  ),
  row(
    'sfi_seats_unused',
    'count',
    'Sfi-platser som blir över',
    'SFI seats left over',
    ({ sfiSeats }) => sfiSeats.unused,
  ),
  row(
    'swedish_hours',
    'count',
    'Timmar svenska i veckan',
    'Hours of Swedish a week',
    ({ hours }) => hours.swedish,
  ),
  row(
    'work_hours',
    'count',
    'Timmar i arbetslag i veckan',
    'Hours in teams a week',
    ({ hours }) => hours.work,
  ),
  row(
    'minutes_to_team',
    'number',
    'Minuter till arbetslaget',
    'Minutes to the team',
    ({ commute }) => commute.meanToTeam,
  ),
  row(
    'longest_minutes',
    'count',
    'Längsta resan, minuter',
    'Longest way, minutes',
    ({ commute }) => commute.longest,
  ),
  row(
    'days_waited',
    'number',
    'Dagars väntan, placerade',
    'Days waited, placed',
    ({ waiting }) => waiting.placed,
  ),
  row(
    'days_waited_unplaced',
    'number',
    'Dagars väntan, utan plats',
    'Days waited, unplaced',
    ({ waiting }) => waiting.unplaced,
  ),
];

function row(
  key: string,
  kind: FigureRow['kind'],
  sv: string,
  en: string,
  value: FigureRow['value'],
): FigureRow {
  return { key, kind, label: { sv, en }, value };
}

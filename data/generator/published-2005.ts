/**
 * What the project's report says of its participants, and what it leaves open. This is the one place where that is assumed: the outcomes are
 * drawn so that the published figures come out exactly, and the report of farsta-2004 prints every assumption that stands here.
 */
import type { Text } from '../../src/domain/text.ts';

/** Published, autumn 2005. */
export const published = {
  enrolled: 93,
  completed: 53,
  leftEarly: 22,
  inWork: 27,
  inEducation: 13,
  /** Self-supporting in full or part: 43 % of those enrolled, 75 % of those who completed. */
  supported: 40,
  supportedShare: 0.43,
  supportedShareOfCompleters: 0.75,
  /** "74 % in the second year": of whom, the source does not say. */
  supportedShareSecondYear: 0.74,
} as const;

export interface ProjectYear {
  readonly id: string;
  readonly name: Text;
  readonly from: string;
  readonly to: string;
  /** Assumed: the sums are published, how they fall on the years is not. */
  readonly completed: number;
  readonly leftEarly: number;
  /** Assumed: still in the project, whose state the source leaves open. */
  readonly open: number;
  readonly inWork: number;
  readonly inEducation: number;
}

/** Assumed: a year of the project runs from its start in May, and people belong to the year in which they enrolled. */
export const projectYears: readonly ProjectYear[] = [
  {
    id: 'year-1',
    name: { sv: 'första året', en: 'the first year' },
    from: '2002-05-01',
    to: '2003-04-30',
    completed: 15,
    leftEarly: 12,
    open: 0,
    inWork: 5,
    inEducation: 2,
  },
  {
    id: 'year-2',
    name: { sv: 'andra året', en: 'the second year' },
    from: '2003-05-01',
    to: '2004-04-30',
    completed: 33,
    leftEarly: 5,
    open: 0,
    inWork: 19,
    inEducation: 9,
  },
  {
    id: 'year-3',
    name: { sv: 'tredje året', en: 'the third year' },
    from: '2004-05-01',
    to: '2005-04-30',
    completed: 5,
    leftEarly: 5,
    open: 18,
    inWork: 3,
    inEducation: 2,
  },
];

/** Printed with the report. */
export const assumptions: readonly Text[] = [
  {
    sv: 'Alla uppgifter om enskilda är påhittade. Publicerade är bara summorna: 93 inskrivna, 53 fullföljde, 22 slutade i förtid; hösten 2005 27 i arbete och 13 i utbildning; 40 av 93 (43 %) och 75 % av dem som fullföljt försörjde sig helt eller delvis; 74 % andra året.',
    en: 'All data about persons are made up. Only the sums are published: 93 enrolled, 53 completed, 22 left early; in autumn 2005 27 in work and 13 in education; 40 of 93 (43 %) and 75 % of those who completed supported themselves in full or part; 74 % in the second year.',
  },
  {
    sv: 'Antaget: 18 av de 93 varken fullföljde eller slutade i förtid. Källan säger inget om dem. Här skrevs de in sist och är kvar i projektet; hur det går för dem är okänt.',
    en: 'Assumed: 18 of the 93 neither completed nor left early. The source says nothing of them. Here they enrolled last and are still in the project; how they will fare is unknown.',
  },
  {
    sv: 'Antaget: de 40 som försörjer sig är de 27 i arbete och de 13 i utbildning, och alla hör till de 53 som fullföljt (40 av 53 är 75 %). Vem som gör det helt och vem delvis är påhittat.',
    en: 'Assumed: the 40 who support themselves are the 27 in work and the 13 in education, and all are among the 53 who completed (40 of 53 is 75 %). Who does so in full and who in part is made up.',
  },
  {
    sv: 'Antaget: de 74 procenten andra året är 28 av de 38 som skrevs in från maj 2003 till april 2004. Källan säger inte vilka det är räknat på, och inte hur de inskrivna fördelar sig på åren.',
    en: 'Assumed: the 74 % in the second year are 28 of the 38 who enrolled from May 2003 to April 2004. The source does not say of whom it was counted, nor how those enrolled fall on the years.',
  },
  {
    sv: 'Antaget: om dem som slutade i förtid och dem som är kvar vet man inte hur de försörjer sig. De räknas som källan gör, som inte självförsörjande, och visas som okända.',
    en: 'Assumed: of those who left early and those still there it is not known how they live. They count as the source counts them, as not supporting themselves, and are shown as unknown.',
  },
  {
    sv: 'Antaget: parternas löften i siffror är påhittade. Av källan kommer bara att alla höll vad de lovat andra året. Vilken part som lämnade 2004 sägs inte.',
    en: 'Assumed: the partners’ promises in figures are made up. From the source comes only that all kept them in the second year. Which partner left in 2004 is not said.',
  },
  {
    sv: 'Deltagarna i participants.csv väntar alla i augusti 2004; uppföljningen lägger dem i projektets egna år, var och en efter sitt uppehållstillstånd.',
    en: "The participants in participants.csv all wait in August 2004; the follow-up places them in the project's own years, each after their permit.",
  },
];

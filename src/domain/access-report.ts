/**
 * The access report of one person (registerutdrag, GDPR art. 15): all that is kept about them, part by part, each with what it is for. As
 * JSON for machines, as plain text for the person.
 */
import { columnTexts } from './tables/columns.ts';
import type { Text } from './text.ts';

export const reportParts = {
  key: {
    title: { sv: 'Pseudonymen', en: 'The pseudonym' },
    explanation: {
      sv: 'När du först fanns med, och om dina uppgifter har raderats. I alla listor heter du bara din pseudonym.',
      en: 'When you were first there, and whether your data have been erased. All lists know you by your pseudonym only.',
    },
  },
  contact: {
    title: { sv: 'Namn och kontakt', en: 'Name and contact' },
    explanation: {
      sv: 'För att kunna nå dig. Det används aldrig när platser föreslås.',
      en: 'To be able to reach you. It is never used when places are proposed.',
    },
  },
  versions: {
    title: { sv: 'Uppgifter som lästs in', en: 'Data that were imported' },
    explanation: {
      sv: 'Det som platser föreslås efter: språk, kunskaper, önskemål, restid och tider, som de var vid varje inläsning.',
      en: 'What places are proposed by: languages, knowledge, wishes, travel and times, as they were at each import.',
    },
  },
  inputs: {
    title: { sv: 'Vad ett förslag utgick från', en: 'What a proposal started from' },
    explanation: {
      sv: 'Det som redan var bestämt och svarat när ett förslag gjordes: det som skulle stå kvar och det som inte skulle föreslås igen.',
      en: 'What had been decided and answered when a proposal was made: what was to stay, and what was not to be proposed again.',
    },
  },
  told: {
    title: { sv: 'Sådant som inte kunde stå kvar', en: 'What could not stay as it stood' },
    explanation: {
      sv: 'När ett nytt förslag gjordes: det som var bestämt eller önskat och som inte längre gick, och varför.',
      en: 'When a new proposal was made: what had been decided or wished for and was no longer possible, and why.',
    },
  },
  pairs: {
    title: { sv: 'Platser som föreslagits', en: 'Places that were proposed' },
    explanation: {
      sv: 'Arbetslag och sfi-grupp i varje förslag, hur det gick, och poängen med skälen till dem. Ett förslag är ett råd; en människa bestämmer.',
      en: 'Team and SFI group in each proposal, what became of it, and the points with their reasons. A proposal is advice; a person decides.',
    },
  },
  unplaced: {
    title: { sv: 'Förslag utan plats', en: 'Proposals without a place' },
    explanation: {
      sv: 'Förslag där ingen plats fanns för dig, och varför.',
      en: 'Proposals that had no place for you, and why.',
    },
  },
  decisions: {
    title: { sv: 'Beslut', en: 'Decisions' },
    explanation: {
      sv: 'Vad handläggare och skolor har bestämt om dina platser, när och av vilket skäl.',
      en: 'What officers and schools decided about your places, when and for what reason.',
    },
  },
  answers: {
    title: { sv: 'Dina svar', en: 'Your answers' },
    explanation: {
      sv: 'Vad du har svarat på förslag, och vad du har önskat.',
      en: 'What you answered to proposals, and what you wished for.',
    },
  },
  outcomes: {
    title: { sv: 'Hur det gick', en: 'What became of it' },
    explanation: {
      sv: 'Vad som rapporterats om start, närvaro, kurser, avslut och försörjning, av vem och när. Det räknas in i rapporter som aldrig visar färre än fem personer.',
      en: 'What was reported of start, attendance, courses, end and support, by which organisation and when. It counts in reports that never show fewer than five people.',
    },
  },
  cases: {
    title: { sv: 'Invändningar', en: 'Objections' },
    explanation: {
      sv: 'Det du har invänt mot, och svaret som en människa gav.',
      en: 'What you objected to, and the answer that a person gave.',
    },
  },
  log: {
    title: { sv: 'Vem som sett och gjort vad', en: 'What was seen and done' },
    explanation: {
      sv: 'Varje gång någon i tjänsten har sett eller ändrat dina uppgifter. Vem det var lämnas ut efter prövning.',
      en: 'Each time that staff saw or changed your data. Who it was is told upon request, after assessment.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly title: Text; readonly explanation: Text }>>;

export type ReportPart = keyof typeof reportParts;

/** An entry of a part: what JSON can hold. */
export type ReportEntry = Readonly<Record<string, unknown>>;

export interface AccessReport {
  readonly region: string;
  /** The pseudonym. */
  readonly participant: string;
  readonly made_at: string;
  readonly erased: boolean;
  readonly parts: Readonly<Record<ReportPart, readonly ReportEntry[]>>;
}

/** All parts, in the order in which they are told. */
export const partNames: readonly ReportPart[] = Object.keys(reportParts).filter(isPart);

function isPart(name: string): name is ReportPart {
  return Object.hasOwn(reportParts, name);
}

/** The report as plain text, every part with its explanation, also those that are empty. */
export function accessReportText(report: AccessReport, lang: keyof Text): string {
  const words = {
    title: { sv: 'Registerutdrag', en: 'Access report' },
    made: { sv: 'Gjort', en: 'Made' },
    nothing: { sv: 'Inget finns.', en: 'There is nothing.' },
    erased: {
      sv: 'Uppgifterna har raderats: det som var förseglat går inte längre att läsa.',
      en: 'The data have been erased: what was sealed can no longer be read.',
    },
  };
  const head = [
    `${words.title[lang]}: ${report.participant} (${report.region})`,
    `${words.made[lang]} ${report.made_at}`,
    ...(report.erased ? [words.erased[lang]] : []),
  ];
  const parts = partNames.map((name) => {
    const { title, explanation } = reportParts[name];
    const entries = report.parts[name];
    const told =
      entries.length === 0
        ? [`  ${words.nothing[lang]}`]
        : entries.map((entry) => linesOf(entry, lang, '  ').join('\n'));
    return [title[lang].toUpperCase(), explanation[lang], '', told.join('\n\n')].join('\n');
  });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

function linesOf(entry: ReportEntry, lang: keyof Text, indent: string): string[] {
  return Object.entries(entry).flatMap(([name, value]) => {
    const label = `${indent}${labelOf(name, lang)}:`;
    if (Array.isArray(value) && value.some(isEntry)) {
      return [label, ...value.flatMap((inner) => nested(inner, lang, indent))];
    }
    return isEntry(value) ? [label, ...nested(value, lang, indent)] : [`${label} ${plain(value)}`];
  });
}

function nested(value: unknown, lang: keyof Text, indent: string): string[] {
  if (!isEntry(value)) return [`${indent}  - ${plain(value)}`];
  const [first = '', ...rest] = linesOf(value, lang, `${indent}    `);
  return [`${indent}  - ${first.trimStart()}`, ...rest];
}

function isEntry(value: unknown): value is ReportEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function plain(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain).join(', ') || '–';
  return value === null || value === undefined || value === '' ? '–' : String(value);
}

/** What the columns of a person's own row are called in the templates is what they are called here. */
const ownColumns: Readonly<Record<string, Text>> = {
  ...columnTexts.participant_languages,
  ...columnTexts.participants,
};

function labelOf(name: string, lang: keyof Text): string {
  const text = Object.hasOwn(ownColumns, name) ? ownColumns[name][lang] : undefined;
  return text === undefined ? name : `${name} (${text})`;
}

/** What an erasure cannot take away, and why: for the answer to whoever asked for it, and for runs that were made with the erased. */
import type { Text } from './text.ts';

/** Per kind of row that stays when a person is erased. */
export const whatStays = {
  versions: {
    sv: 'Regionens versioner är arkiverade underlag för beslut om andra. Personens del i dem är förseglad och går inte längre att läsa; kvar är pseudonymen och närmaste stadsdel.',
    en: "The region's versions are kept as the ground for decisions about others. The person's part in them is sealed and can no longer be read; the pseudonym and the nearest district stay.",
  },
  proposals: {
    sv: 'Förslagen visar vilka platser som var tagna. Kvar är pseudonymen, platsen, poängen och läget; skälen går inte längre att läsa.',
    en: 'Proposals show which seats were taken. The pseudonym, the place, the points and the state stay; the terms can no longer be read.',
  },
  decisions: {
    sv: 'Beslut är allmänna handlingar som visar vem som bestämde vad. Kvar är beslutet, platsen och skälets kod; fritexten går inte längre att läsa.',
    en: "Decisions are public records of who decided what. The decision, the place and the reason's code stay; the free text can no longer be read.",
  },
  answers: {
    sv: 'Svaren visar att personen tillfrågades. Kvar är ja, nej eller önskemål; fritexten går inte längre att läsa.',
    en: 'Answers show that the person was asked. Yes, no or wish stays; the free text can no longer be read.',
  },
  outcomes: {
    sv: 'Rapporterna om hur det gick är förseglade och går inte längre att läsa. Personen räknas inte längre med i uppföljningen.',
    en: 'The reports of what became of the person are sealed and can no longer be read. The person counts no more in the follow-up.',
  },
  cases: {
    sv: 'Ärendena visar att en invändning kom in och besvarades. Frågan och svaret går inte längre att läsa.',
    en: 'Cases show that an objection was made and answered. Question and answer can no longer be read.',
  },
  log_entries: {
    sv: 'Loggen visar vem som har sett och gjort vad, och går inte att ändra utan att det märks. Den innehåller pseudonymen, aldrig namn eller uppgifter.',
    en: 'The log shows who saw and did what, and cannot be changed without a trace. It holds the pseudonym, never a name or data.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What goes by itself, and what an erasure here cannot reach. */
export const whatElseStays: Text = {
  sv: 'Svar på frågor ligger förseglade kvar i högst ett dygn, en fil som väntar på att bekräftas i högst en timme. Säkerhetskopior som gjorts tidigare innehåller nyckeln: den som återställer en sådan raderar personen igen.',
  en: 'Answers to requests stay, sealed, for at most a day, a file that waits to be confirmed for at most an hour. Backups that were made earlier hold the key: whoever restores one erases the person again.',
};

/** What a version or a run must say of itself where people in it have been erased; null where nobody has. */
export function cannotBeRepeated(erased: number): Text | null {
  if (erased === 0) return null;
  return {
    sv: `${erased} ${erased === 1 ? 'person har' : 'personer har'} raderats och kan inte längre visas. Det som räknades fram av helheten går inte att göra om eller kontrollera på nytt.`,
    en: `${erased} ${erased === 1 ? 'person has' : 'persons have'} been erased and can no longer be shown. What was computed from the whole cannot be repeated or verified anew.`,
  };
}

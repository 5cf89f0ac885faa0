/** What each table is called and what it holds, in Swedish and English: for spreadsheets, summaries and documentation. */
import type { TableName } from '../region.ts';
import type { Text } from '../text.ts';

type Texts = { readonly [T in TableName]: Text };

/** A sheet may have the Swedish one as its name. */
export const tableTitles: Texts = {
  participants: { sv: 'deltagare', en: 'participants' },
  participant_languages: { sv: 'deltagares språk', en: "participants' languages" },
  units: { sv: 'enheter', en: 'units' },
  teams: { sv: 'arbetslag', en: 'teams' },
  team_languages: { sv: 'arbetslags språk', en: "teams' languages" },
  sfi_groups: { sv: 'sfi-grupper', en: 'SFI groups' },
  sessions: { sv: 'pass', en: 'sessions' },
  areas: { sv: 'områden', en: 'areas' },
  extracts: { sv: 'utdrag', en: 'extracts' },
  team_backgrounds: { sv: 'arbetslags länder', en: "teams' backgrounds" },
  travel: { sv: 'restider', en: 'travel' },
  decisions: { sv: 'beslut', en: 'decisions' },
};

export const tableTexts: Texts = {
  participants: {
    sv: 'vilka som väntar: studieväg, önskemål, kunskaper, veckans gränser',
    en: 'who waits: study path, wishes, knowledge, limits of the week',
  },
  participant_languages: { sv: 'språken som de talar', en: 'the languages that they speak' },
  units: { sv: 'skolor och förskolor, och var de ligger', en: 'schools and preschools, where they are' },
  teams: {
    sv: 'arbetslag: platser, handledare, timmar, roller som behövs',
    en: 'work teams: seats, supervisors, hours, roles wanted',
  },
  team_languages: {
    sv: 'elevernas språk, vuxna som finns och som önskas',
    en: "the pupils' languages, adults present and wanted",
  },
  sfi_groups: {
    sv: 'sfi-grupper: studieväg, kurs, platser',
    en: 'classes of Swedish: path, course, seats',
  },
  sessions: {
    sv: 'när arbetslag arbetar, när grupper träffas, när en deltagare inte kan',
    en: 'when teams work, when classes meet, when a participant cannot come',
  },
  areas: {
    sv: 'mittpunkter som gäller där koordinater saknas',
    en: 'centres that stand in for missing coordinates',
  },
  extracts: {
    sv: 'att ett utdrag ur belastningsregistret visats, aldrig vad det säger',
    en: 'that a criminal-record extract was shown, never what it says',
  },
  team_backgrounds: { sv: 'elevernas länder', en: "the pupils' countries" },
  travel: { sv: 'minuter mellan platser, där de är kända', en: 'minutes between places, where known' },
  decisions: {
    sv: 'par som handläggare låst eller avböjt, med skälet; en låsning med `override` gäller fast en regel talar mot paret, och förslaget säger vilken',
    en: 'pairs that officers locked or turned down, with the reason; a lock with `override` holds although a rule speaks against the pair, and the proposal says which',
  },
};

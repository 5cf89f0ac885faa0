/** What each column of each table means, in Swedish and English: for error messages and spreadsheet templates. */
import type { TableName, TableRow } from '../region.ts';
import type { Text } from '../text.ts';

type Columns = { readonly [T in TableName]: { readonly [C in keyof Required<TableRow<T>>]: Text } };

const t = (sv: string, en: string): Text => ({ sv, en });

/** Per table and column, in the order in which the columns are written. */
export const columnTexts: Columns = {
  participants: {
    id: t(
      'deltagarens pseudonym, aldrig namn eller personnummer',
      "the participant's pseudonym, never a name or identity number",
    ),
    gender: t('kön: woman (kvinna), man eller other (annat)', 'gender: woman, man or other'),
    permit_date: t('dag för permanent uppehållstillstånd', 'day of the permanent residence permit'),
    arrived_on: t('dag för ankomst till Sverige', 'day of arrival in Sweden'),
    available_from: t('första dag som personen kan börja', 'first day on which the person can start'),
    area: t('område där personen bor', 'area where the person lives'),
    lat: t(
      'hemmets latitud; annars gäller områdets mittpunkt',
      "latitude of the home; else the area's centre is used",
    ),
    lon: t(
      'hemmets longitud; annars gäller områdets mittpunkt',
      "longitude of the home; else the area's centre is used",
    ),
    sfi_path: t('studieväg i sfi: 1, 2 eller 3', 'SFI study path: 1, 2 or 3'),
    sfi_course: t('kurs i sfi: A, B, C eller D', 'SFI course: A, B, C or D'),
    sfi_group: t('sfi-grupp som personen redan går i', 'SFI group that the person already attends'),
    school_forms: t('skolformer som personen kan tänka sig', 'school forms that the person accepts'),
    roles: t('roller som personen kan tänka sig', 'roles that the person accepts'),
    competences: t('kunskaper och erfarenheter', 'knowledge and experience'),
    max_commute_min: t('längsta resa åt ett håll, i minuter', 'longest journey one way, in minutes'),
    min_team_hours: t('minsta tid i arbetslaget, timmar i veckan', 'least time in the team, hours a week'),
    max_week_hours: t(
      'största tid i veckan för sfi, arbetslag och samhällsorientering',
      'most hours a week for SFI, team and civic orientation',
    ),
    background: t(
      'land som personen själv anger; används bara med samtycke',
      'country as the person states it; used only with consent',
    ),
    background_consent: t(
      'om personen samtycker till att bakgrund används',
      'whether the person consents to the use of background',
    ),
    avoid_units: t(
      'enheter dit personen inte vill eller bör',
      'units where the person does not want to be or should not be',
    ),
    prefer_units: t('enheter som personen önskar', 'units that the person wishes for'),
    child_units: t('enheter där personens egna barn går', "units that the person's own children attend"),
    protected: t(
      'ska vara tomt eller nej: skyddade personer läggs aldrig i en fil',
      'must be empty or no: protected persons are never put in a file',
    ),
  },
  participant_languages: {
    participant: t('deltagarens id', "the participant's id"),
    language: t('språkets kod enligt ISO 639-3', 'code of the language (ISO 639-3)'),
    level: t('nivå: A1 till C2 eller native (modersmål)', 'level: A1 to C2 or native'),
  },
  units: {
    id: t('enhetens id', "the unit's id"),
    name: t('enhetens namn', "the unit's name"),
    form: t(
      'skolform: preschool (förskola), compulsory (grundskola) eller leisure (fritidshem)',
      'school form: preschool, compulsory or leisure',
    ),
    principal: t('huvudman', 'principal (huvudman)'),
    district: t('stadsdel eller distrikt', 'district'),
    lat: t('latitud', 'latitude'),
    lon: t('longitud', 'longitude'),
  },
  teams: {
    id: t('arbetslagets id', "the team's id"),
    unit: t('enhetens id', "the unit's id"),
    name: t('arbetslagets namn', "the team's name"),
    seats: t('platser', 'seats'),
    reserved_seats: t('platser som hålls utanför gemensam matchning', 'seats kept out of batches'),
    supervisors: t('antal handledare', 'number of supervisors'),
    per_supervisor: t('deltagare per handledare', 'participants per supervisor'),
    min_hours: t('minsta tid i arbetslaget, timmar i veckan', 'least time in the team, hours a week'),
    starts_on: t('första dag', 'first day'),
    roles: t('roller som arbetslaget behöver', 'roles that the team needs'),
    competences: t('kunskaper som arbetslaget efterfrågar', 'competences that the team asks for'),
    women_share_min: t('minsta andel kvinnor bland de placerade', 'least share of women among those placed'),
    men_share_min: t('minsta andel män bland de placerade', 'least share of men among those placed'),
  },
  team_languages: {
    team: t('arbetslagets id', "the team's id"),
    language: t('språkets kod enligt ISO 639-3', 'code of the language (ISO 639-3)'),
    pupils: t(
      'elever eller barn som talar språket; 1–4 får skrivas <5',
      'pupils who speak the language; 1-4 may be written <5',
    ),
    pupils_last_year: t('samma antal förra året', 'the same number last year'),
    adults_present: t(
      'vuxna i laget som redan talar språket',
      'adults of the team who already speak the language',
    ),
    adults_wanted: t('vuxna som laget önskar för språket', 'adults that the team wants for the language'),
  },
  sfi_groups: {
    id: t('sfi-gruppens id', "the SFI group's id"),
    provider: t('anordnare', 'provider'),
    path: t('studieväg: 1, 2 eller 3', 'study path: 1, 2 or 3'),
    course: t('kurs: A, B, C eller D', 'course: A, B, C or D'),
    seats: t('platser', 'seats'),
    reserved_seats: t('platser som hålls utanför gemensam matchning', 'seats kept out of batches'),
    lat: t('latitud', 'latitude'),
    lon: t('longitud', 'longitude'),
    starts_on: t('första dag', 'first day'),
  },
  sessions: {
    owner: t(
      'vems pass: team (arbetslag), sfi eller participant (tid då deltagaren inte kan)',
      'whose session: team, sfi or participant (a time when the participant cannot come)',
    ),
    id: t('arbetslagets, sfi-gruppens eller deltagarens id', "the team's, SFI group's or participant's id"),
    weekday: t(
      'veckodag: mon, tue, wed, thu, fri, sat eller sun',
      'weekday: mon, tue, wed, thu, fri, sat or sun',
    ),
    start: t('början, TT:MM', 'start, HH:MM'),
    end: t('slut, TT:MM', 'end, HH:MM'),
  },
  areas: {
    name: t('områdets namn', "the area's name"),
    lat: t('mittpunktens latitud', 'latitude of the centre'),
    lon: t('mittpunktens longitud', 'longitude of the centre'),
  },
  extracts: {
    participant: t('deltagarens id', "the participant's id"),
    principal: t('huvudman som utdraget visades för', 'principal to whom the extract was shown'),
    issued_on: t('dag då utdraget utfärdades', 'day on which the extract was issued'),
    shown_on: t('dag då utdraget visades', 'day on which the extract was shown'),
  },
  team_backgrounds: {
    team: t('arbetslagets id', "the team's id"),
    country: t('landskod enligt ISO 3166', 'country code (ISO 3166)'),
    pupils: t('elever eller barn; 1–4 får skrivas <5', 'pupils; 1-4 may be written <5'),
  },
  travel: {
    from: t(
      'område, enhet eller sfi-grupp där resan börjar',
      'area, unit or SFI group where the journey starts',
    ),
    to: t('område, enhet eller sfi-grupp där resan slutar', 'area, unit or SFI group where the journey ends'),
    minutes: t('restid i minuter', 'travel time in minutes'),
  },
  decisions: {
    participant: t('deltagarens id', "the participant's id"),
    team: t('arbetslagets id; tomt gäller alla', "the team's id; empty means every team"),
    sfi_group: t('sfi-gruppens id; tomt gäller alla', "the SFI group's id; empty means every group"),
    decision: t('lock (låst) eller turned_down (avböjt)', 'lock or turned_down'),
    reason: t('skäl', 'reason'),
    decided_on: t('dag för beslutet', 'day of the decision'),
    override: t(
      'om låset gäller fast regler talar emot paret; skälet säger varför',
      'whether the lock holds although rules speak against the pair; the reason says why',
    ),
  },
};

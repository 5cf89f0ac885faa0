import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'people',
  {
    heading: 'Personer',
    lead: 'De som du får se: de som bor eller har plats där du arbetar. Skyddade personer finns inte här.',
    contests: 'Invändningar att svara på',
    search: 'Sök deltagare',
    table: 'Deltagare',
    none: 'Här finns ingen som du får se.',
    participant: 'Deltagare',
    district: 'Bor i',
    state: 'Läge',
    waits: 'väntar',
    team: 'Arbetslag',
    sfi: 'Sfi-grupp',
  },
  {
    heading: 'People',
    lead: 'Those whom you may see: who live or have a place where you work. Protected persons are not here.',
    contests: 'Objections to answer',
    search: 'Search participants',
    table: 'Participants',
    none: 'There is nobody here whom you may see.',
    participant: 'Participant',
    district: 'Lives in',
    state: 'State',
    waits: 'waits',
    team: 'Team',
    sfi: 'SFI group',
  },
);

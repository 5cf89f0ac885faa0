import { defineTexts } from '../../../texts.ts';

export const texts = defineTexts(
  'approvals',
  {
    heading: 'Etikgodkännanden',
    none: 'Inget etikgodkännande är antecknat.',
    approved: '{{authority}}, {{reference}}, {{date}}',
    record: 'Anteckna ett etikgodkännande',
    authority: 'Myndighet',
    reference: 'Diarienummer',
    decided_on: 'Beslutsdag',
    save: 'Anteckna',
    saved: 'Antecknat.',
  },
  {
    heading: 'Ethical approvals',
    none: 'No ethical approval is on record.',
    approved: '{{authority}}, {{reference}}, {{date}}',
    record: 'Record an ethical approval',
    authority: 'Authority',
    reference: 'Reference number',
    decided_on: 'Day of the decision',
    save: 'Record',
    saved: 'Recorded.',
  },
);

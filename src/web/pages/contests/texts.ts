import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'contests',
  {
    back: 'Alla personer',
    heading: 'Invändningar',
    lead: 'Deltagare som inte går med på ett förslag, eller undrar varför. En människa svarar.',
    none: 'Ingen väntar på svar.',
    from: '{{participant}}, {{time}}',
    answer: 'Svar till deltagaren',
    send: 'Svara',
    answered: 'Någon annan svarade {{time}}. Det du har skrivit finns kvar tills du stänger.',
    close: 'Stäng',
    pair: 'Se paret',
  },
  {
    back: 'All people',
    heading: 'Objections',
    lead: 'Participants who do not agree to a proposal, or wonder why. A human being answers.',
    none: 'Nobody waits for an answer.',
    from: '{{participant}}, {{time}}',
    answer: 'Answer to the participant',
    send: 'Answer',
    answered: 'Somebody else answered {{time}}. What you have written is kept until you close it.',
    close: 'Close',
    pair: 'See the pair',
  },
);

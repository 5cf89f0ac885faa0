import { defineTexts } from '../texts.ts';

export const texts = defineTexts(
  'shell',
  {
    skip: 'Hoppa till innehållet',
    service: 'resursutbyte',
    navigation: 'Sidor',
    region: 'Region',
    language: 'In English',
    sign_out: 'Logga ut',
    signed_in: 'Inloggad som {{name}}',
    accessibility: 'Tillgänglighet',
    unreachable:
      'Tjänsten svarar inte just nu. Det du har skrivit finns kvar, och sidan fortsätter av sig själv.',
    loading: 'Hämtar …',
    broken: 'Sidan gick sönder',
    broken_text: 'Något gick fel i sidan. Ladda om den; det som är sparat finns kvar.',
    reload: 'Ladda om',
  },
  {
    skip: 'Skip to the content',
    service: 'resursutbyte',
    navigation: 'Pages',
    region: 'Region',
    language: 'På svenska',
    sign_out: 'Sign out',
    signed_in: 'Signed in as {{name}}',
    accessibility: 'Accessibility',
    unreachable:
      'The service does not answer right now. What you have typed is kept, and the page goes on by itself.',
    loading: 'Loading …',
    broken: 'The page broke',
    broken_text: 'Something went wrong in the page. Load it again; what is saved is kept.',
    reload: 'Load again',
  },
);

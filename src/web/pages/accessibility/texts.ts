import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'accessibility',
  {
    heading: 'Tillgänglighet',
    lead: 'Sidorna är byggda för att kunna användas av alla som arbetar här.',
    aim: 'Vad vi bygger mot',
    aim_text:
      'Sidorna byggs mot WCAG 2.2 nivå AA, som lagen om tillgänglighet till digital offentlig service hänvisar till.',
    works: 'Så är de gjorda',
    works_keyboard: 'Allt kan nås och göras med tangentbordet. Det syns var man är.',
    works_figures: 'Varje diagram och karta har samma siffror som tabell.',
    works_colour: 'Ingenting sägs med färg allena. Ljust, mörkt och hög kontrast följer datorns inställning.',
    works_zoom:
      'Sidorna går att använda på en skärm som är 320 punkter bred, och förstorade till 400 procent.',
    works_motion: 'Den som har valt mindre rörelse slipper den.',
    tested: 'Hur det prövas',
    tested_text:
      'Sidorna prövas automatiskt i en webbläsare vid varje ändring, i ljust, mörkt och på smal skärm. Automatiska prov hittar inte allt; en granskning av någon utomstående är inte gjord.',
    contact: 'Om något inte fungerar',
    contact_text:
      'Säg till den som sköter tjänsten hos er. Får du inget svar kan du anmäla det till Myndigheten för digital förvaltning, Digg.',
  },
  {
    heading: 'Accessibility',
    lead: 'The pages are built to be used by everybody who works here.',
    aim: 'What we build towards',
    aim_text:
      'The pages are built towards WCAG 2.2 level AA, to which the Swedish act on accessibility of digital public services refers.',
    works: 'How they are made',
    works_keyboard: 'Everything can be reached and done with the keyboard. One sees where one is.',
    works_figures: 'Each chart and map has the same figures as a table.',
    works_colour:
      'Nothing is said by colour alone. Light, dark and high contrast follow the computer’s setting.',
    works_zoom: 'The pages can be used on a screen 320 points wide, and enlarged to 400 per cent.',
    works_motion: 'Whoever has chosen less motion is spared it.',
    tested: 'How it is tried',
    tested_text:
      'The pages are tried automatically in a browser at each change, in light, in dark and on a narrow screen. Automatic tests do not find everything; nobody from outside has examined them yet.',
    contact: 'If something does not work',
    contact_text:
      'Tell whoever runs the service where you work. If you get no answer, you can report it to the Agency for Digital Government, Digg.',
  },
);

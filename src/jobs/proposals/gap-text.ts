/** How good a proposal is for certain, in a sentence. */
import type { Text } from '../../domain/text.ts';
import type { ProposalSummary } from './summary.ts';

export function gapText({ objective, bound, broken, proof }: ProposalSummary): Text {
  if (broken.length > 0) {
    return {
      sv: `Förslaget bryter ${broken.length} krav och kan inte jämföras med andra.`,
      en: `The proposal breaks ${broken.length} demand${broken.length === 1 ? '' : 's'} and cannot be compared with others.`,
    };
  }
  const word =
    proof === 'engine'
      ? { sv: ' Det är motorns eget ord.', en: " That is the engine's own word." }
      : { sv: ' Vem som helst kan räkna efter.', en: ' Anybody can check.' };
  const points = Math.max(0, Math.floor(bound - objective));
  const claim =
    points === 0
      ? { sv: 'Inget annat förslag kan vara bättre.', en: 'No other proposal can be better.' }
      : {
          sv: `Inget annat förslag kan vara mer än ${points.toLocaleString('sv-SE')} poäng bättre.`,
          en: `No other proposal can be more than ${points.toLocaleString('en-GB')} points better.`,
        };
  return { sv: claim.sv + word.sv, en: claim.en + word.en };
}

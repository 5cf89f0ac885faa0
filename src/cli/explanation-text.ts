/** An explanation in lines that anybody can read. */
import type { Alternative, Explanation, Place } from '../matching/explain/explanation-format.ts';
import { whole } from './numbers.ts';
import type { Language } from './terminal.ts';

/** The place and its terms, or why there is none; the best other teams; and the answer about the team asked for. */
export function describeExplanation(explanation: Explanation, lang: Language): string {
  const sv = lang === 'sv';
  const { participant, place, reason, alternatives, team, withholding } = explanation;
  const number = (value: number): string => whole(value, lang);
  const lines: string[] = [];
  if (place === null) {
    lines.push(
      `${participant}: ${sv ? 'ingen plats' : 'no place'}.`,
      ...(reason === null
        ? []
        : [
            `  ${sv ? 'Varför' : 'Why'}: ${reason[lang]}`,
            `  ${sv ? 'Vad som skulle ändra det' : 'What would change it'}: ${reason.change[lang]}`,
          ]),
    );
  } else {
    lines.push(
      `${participant}: ${place.team}, ${place.sfiGroup}, ${number(place.points)} ${sv ? 'poäng' : 'points'}`,
    );
    for (const term of place.terms) {
      lines.push(
        `  ${number(term.points).padStart(6)} ${sv ? 'av' : 'of'} ${number(term.most)} ${term[lang]}`,
      );
    }
  }
  if (alternatives.length > 0) {
    lines.push(
      sv
        ? 'Andra arbetslag, efter poäng minus vad platsen är värd för andra:'
        : 'Other teams, by points less what the place is worth to others:',
    );
  }
  for (const alternative of alternatives) lines.push(`  ${describeAlternative(alternative, lang)}`);
  if (team !== null) lines.push(`${team.team}: ${team[lang]}`);
  if (team?.verdict === 'excluded') lines.push(...team.rules.map((rule) => `  ${rule[lang]}`));
  if (team?.verdict === 'conflict') lines.push(...team.clash.map((row) => `  ${row[lang]}`));
  if (team?.verdict === 'possible') {
    const at = (place: Place | null): string => place?.team ?? (sv ? 'ingen plats' : 'no place');
    lines.push(...team.moves.map((move) => `  ${move.participant}: ${at(move.from)} → ${at(move.to)}`));
  }
  if (withholding.status === 'used') {
    lines.push(
      sv
        ? `Utan uppgift om bakgrund: ${withholding.teamsLost} färre möjliga arbetslag, som mest ${number(withholding.mostPointsLost)} poäng mindre.`
        : `Without the background: ${withholding.teamsLost} fewer possible teams, at most ${number(withholding.mostPointsLost)} points less.`,
    );
  }
  return lines.join('\n');
}

function describeAlternative(
  { team, sfiGroup, points, difference, seatPrice }: Alternative,
  lang: Language,
): string {
  const number = (value: number): string => whole(value, lang);
  const signed = `${difference > 0 ? '+' : ''}${number(difference)}`;
  return lang === 'sv'
    ? `${team}, ${sfiGroup}: ${number(points)} poäng (${signed}), platsen är värd ${number(seatPrice)} poäng för andra`
    : `${team}, ${sfiGroup}: ${number(points)} points (${signed}), the place is worth ${number(seatPrice)} points to others`;
}

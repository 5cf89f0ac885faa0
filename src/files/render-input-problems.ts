/** Problems of what was read, as lines for people. */
import type { InputProblem } from '../domain/checks/input-problem.ts';

export type Language = 'sv' | 'en';

const words = {
  sv: { row: 'rad', item: 'post', column: 'kolumn', read: 'lästes' },
  en: { row: 'row', item: 'item', column: 'column', read: 'read' },
} as const;

/** One line per problem: where it is, what was read, what is expected. */
export function renderInputProblems(problems: readonly InputProblem[], language: Language): string {
  return problems.map((problem) => renderInputProblem(problem, language)).join('\n');
}

function renderInputProblem({ file, row, column, value, message }: InputProblem, language: Language): string {
  const word = words[language];
  const rowWord = file.endsWith('.csv') || file.startsWith('xlsx') ? word.row : word.item;
  const where = [
    ...(file === '' ? [] : [visible(file)]),
    ...(row === null ? [] : [`${rowWord} ${row}`]),
    ...(column === null ? [] : [`${word.column} ${visible(column)}`]),
  ].join(', ');
  const read = value === null ? '' : ` (${word.read}: ${visible(value)})`;
  return `${where === '' ? '' : `${where}: `}${message[language]}${read}`;
}

/** Line breaks and other control characters, which a terminal might obey, as spaces. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

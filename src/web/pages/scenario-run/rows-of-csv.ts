/** The rows of a CSV text as the service writes it: fields in quotes may hold separators, line ends and doubled quotes. */
export function rowsOfCsv(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\uFEFF/, '');
  const separator = /^[^\n"]*;/.test(body) ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  const fields = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'gy');
  for (const [whole, quoted, plain = '', end] of body.matchAll(fields)) {
    if (whole === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === separator) continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** A button that hands over a file made in the page. */
interface DownloadProps {
  readonly label: string;
  /** With its ending: `vantande.csv`. */
  readonly file: string;
  readonly type: 'text/csv' | 'image/svg+xml' | 'application/json';
  readonly content: () => string;
}

export function Download({ label, file, type, content }: DownloadProps) {
  const download = (): void => {
    const url = URL.createObjectURL(new Blob([content()], { type: `${type};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = url;
    link.download = file;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" className="quiet" onClick={download}>
      {label}
    </button>
  );
}

/** A table as spreadsheets read it in Sweden: semicolons, and a mark that it is UTF-8. A cell that begins like a formula is only text. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

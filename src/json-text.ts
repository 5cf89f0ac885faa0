/**
 * JSON for people and machines: indented, but with every list of numbers on one line, so that a proof of thousands of
 * prices does not take a line for each.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // A list starts with a line break, which no string can hold unescaped.
  return `${text.replace(/\[\n[-+.\deE,\s]+\]/g, (list) => list.replace(/\s+/g, ''))}\n`;
}

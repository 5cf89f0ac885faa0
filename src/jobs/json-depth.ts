/**
 * How deep a JSON text nests, from the text alone. What walks a value is mostly recursive, and a hostile text of a few
 * kilobytes can nest deeper than a call stack reaches. One pass over the text.
 */
export function nestsDeeper(json: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{' || c === '[') {
      depth++;
      if (depth > limit) return true;
    } else if (c === '}' || c === ']') depth--;
  }
  return false;
}

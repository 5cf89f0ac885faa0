import type { Text } from '../../../../domain/text.ts';

/** What stands in a table of words, as options in its order. */
export function optionsOf<Value extends string>(
  words: Readonly<Record<Value, Text>>,
  said: (text: Text) => string,
): readonly (readonly [Value, string])[] {
  return Object.keys(words)
    .filter((name): name is Value => Object.hasOwn(words, name))
    .map((name) => [name, said(words[name])]);
}

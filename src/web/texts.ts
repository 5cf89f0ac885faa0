/** Texts in two languages, each page's beside it. A key that one language lacks does not compile. */

/** The texts of one page or part, under a name of their own. */
export interface Texts<Key extends string> {
  readonly name: string;
  readonly sv: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** `name` is the folder's. Plurals end in _one and _other, as i18next reads them. */
export function defineTexts<Key extends string>(
  name: string,
  sv: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
): Texts<Key> {
  return { name, sv, en };
}

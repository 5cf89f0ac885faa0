/** A sentence or a name as users read it: Swedish first, English beside it. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

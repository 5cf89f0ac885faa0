/** The engines' names alone, for whoever offers a choice and loads none of them. */
export const engineNames = ['greedy', 'highs', 'priced', 'simplex'] as const;

export type EngineName = (typeof engineNames)[number];

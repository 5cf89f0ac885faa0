/**
 * `team` is a seat with the supervision that it needs; `supervisors` room for one more person with the supervisors, where they are what
 * binds; `district` a seat, with supervision, in whichever of its teams it is worth most.
 */
export const placeKinds = ['team', 'supervisors', 'sfi_group', 'district'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** How large the made-up instances are. S0 is one district with everybody near; M1, M5 and M20 lie between for the scaling suite. */
export interface Size {
  readonly participants: number;
  readonly teams: number;
  readonly sfiGroups: number;
  readonly districts: number;
  /** The side of the square that they live in, in km. */
  readonly sideKm: number;
  /** One small place, where study path does not part people and teams have many languages. */
  readonly onePlace?: true;
}

export const sizes = {
  S0: { participants: 93, teams: 12, sfiGroups: 8, districts: 6, sideKm: 2.2, onePlace: true },
  S1: { participants: 500, teams: 80, sfiGroups: 30, districts: 10, sideKm: 5 },
  M1: { participants: 1000, teams: 180, sfiGroups: 60, districts: 16, sideKm: 6.5 },
  S2: { participants: 2000, teams: 400, sfiGroups: 120, districts: 25, sideKm: 9 },
  M5: { participants: 5000, teams: 1000, sfiGroups: 220, districts: 40, sideKm: 13 },
  S3: { participants: 10000, teams: 2000, sfiGroups: 400, districts: 60, sideKm: 18 },
  M20: { participants: 20000, teams: 4000, sfiGroups: 700, districts: 90, sideKm: 25.5 },
  S4: { participants: 50000, teams: 10000, sfiGroups: 1500, districts: 150, sideKm: 40 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;

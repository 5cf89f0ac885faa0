/** resursutbyte/figures@1: what a proposal does, in numbers that can stand beside those of another. No pseudonyms. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { learntEffectSchema } from '../../matching/learnt-effect.ts';

export const FIGURES_FORMAT = 'resursutbyte/figures@1';

const count = z.int().min(0);
const rate = z.number().min(0).max(1);
const mean = z.number().nullable();

/** Pupils of other languages than Swedish, and those of them who have an adult in their team who can speak with them. */
const pupils = z.strictObject({
  pupils: count,
  /** An adult who was there already, or one who is placed. */
  reached: count,
  /** Only through somebody who is placed. */
  newly: count,
  /** reached / pupils; null without pupils. */
  share: rate.nullable(),
});

const seats = z.strictObject({ open: count, used: count, unused: count });

export const figuresSchema = z.strictObject({
  format: z.literal(FIGURES_FORMAT),
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  /** Points less penalties; `bound` is what no proposal exceeds, null where nothing is known of it (by hand). */
  objective: z.number(),
  bound: z.number().nullable(),
  /** What a learnt chance does to women and men, where the policy lets one count: here only as a what-if. */
  learntChance: learntEffectSchema.exactOptional(),
  people: count,
  placed: count,
  /** Why, by the reason's code, most first. */
  unplaced: z.array(z.strictObject({ code: z.string(), people: count })),
  /** Without penalties. */
  points: z.number(),
  genders: z.array(
    z.strictObject({ gender: cell.gender, pool: count, placed: count, rate, meanPoints: z.number() }),
  ),
  /** `<5` pupils count as 2, as everywhere. */
  pupils: z.strictObject({
    all: pupils,
    byLanguage: z.array(z.strictObject({ language: z.string(), ...pupils.shape })),
    byUnit: z.array(z.strictObject({ unit: z.string(), ...pupils.shape })),
  }),
  /** Seats that a batch may fill; those held in reserve are not among them. */
  teamSeats: seats,
  sfiSeats: seats,
  /** A week, all together. */
  hours: z.strictObject({ swedish: z.number(), work: z.number() }),
  /** Of those placed: from home to the team, and the longest of their ways. Minutes. */
  commute: z.strictObject({ meanToTeam: mean, meanLongest: mean, longest: count.nullable() }),
  /** Mean days from the permit to the start of the period. */
  waiting: z.strictObject({ placed: mean, unplaced: mean }),
  load: z.strictObject({
    units: z.array(z.strictObject({ unit: z.string(), district: z.string(), open: count, placed: count })),
    districts: z.array(z.strictObject({ district: z.string(), open: count, placed: count })),
  }),
});

export type Figures = z.infer<typeof figuresSchema>;
export type PupilFigures = z.infer<typeof pupils>;

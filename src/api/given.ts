/** Values in questions that reach the database: within what it can hold, so that a question beyond that is refused at the door. */
import { z } from 'zod';

/** The number of a version or the like: within the database's integers. */
export const ordinal = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** What is looked up, on one line; the database knows no text with NUL. */
export const word = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

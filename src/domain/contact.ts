/** A participant's name and how to reach them: kept apart from everything that matching reads, and only where an office wants it. */
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);

export const contact = z
  .strictObject({
    name: line.exactOptional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d ()-]{5,30}$/)
      .exactOptional(),
    email: z.email().max(200).exactOptional(),
    address: line.exactOptional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'at least one of name, phone, email and address');

export type Contact = Readonly<z.infer<typeof contact>>;

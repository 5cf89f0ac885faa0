/** A region's short name for addresses: a-z, 0-9 and single hyphens inside. */
import { z } from 'zod';

export const regionId = z.string().regex(/^[a-z0-9](-?[a-z0-9]){0,62}$/);

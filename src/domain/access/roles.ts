import { z } from 'zod';
import type { Text } from '../text.ts';

/** Who uses the service. A role says what may be done; a grant (grants.ts) says where. */
export const role = z.enum([
  'officer',
  'planner',
  'sfi_coordinator',
  'school_supervisor',
  'evaluator',
  'partner',
  'administrator',
  'protected_identity_handler',
]);
export type Role = z.infer<typeof role>;

export const roleNames: Readonly<Record<Role, Text>> = {
  officer: { sv: 'handläggare', en: 'officer' },
  planner: { sv: 'planerare', en: 'planner' },
  sfi_coordinator: { sv: 'sfi-samordnare', en: 'SFI coordinator' },
  school_supervisor: { sv: 'handledare på skolan', en: 'school supervisor' },
  evaluator: { sv: 'utvärderare', en: 'evaluator' },
  partner: { sv: 'part i samarbetet', en: 'partner' },
  administrator: { sv: 'administratör', en: 'administrator' },
  protected_identity_handler: {
    sv: 'ansvarig för skyddade personuppgifter',
    en: 'protected-identity handler',
  },
};

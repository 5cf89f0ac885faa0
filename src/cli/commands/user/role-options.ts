/** The options that name a role and where it holds. */
import type { Command } from 'commander';
import { z } from 'zod';
import { type Grant, grant } from '../../../domain/access/grants.ts';
import { role } from '../../../domain/access/roles.ts';
import { failure } from '../../../errors.ts';

export function addRoleOptions(command: Command, sv: boolean): Command {
  return command
    .option('--role <role>', `${sv ? 'roll' : 'role'}: ${role.options.join(', ')}`)
    .option('--region <id>', sv ? 'bara i denna region' : 'in this region only')
    .option('--district <name>', sv ? 'bara i detta område' : 'in this district only')
    .option('--principal <name>', sv ? 'bara hos denna huvudman' : 'at this principal only')
    .option('--teams <ids...>', sv ? 'bara för dessa arbetslag' : 'for these teams only')
    .option(
      '--partner <id>',
      sv ? 'den part som rollen partner talar för' : 'whom the role partner speaks for',
    );
}

const options = z
  .object({
    role: z.unknown(),
    region: z.unknown(),
    district: z.unknown(),
    principal: z.unknown(),
    teams: z.unknown(),
    partner: z.unknown(),
  })
  .partial();

/** The grant that the options name; null where they name none. */
export function readGrant(given: unknown): Grant | 'faulty' | null {
  const named = options.parse(given);
  if (Object.keys(named).length === 0) return null;
  const read = grant.safeParse(named);
  if (!read.success) return 'faulty';
  const { region, district, principal, teams, partner } = read.data;
  const limited = [district, principal, teams, partner].some((limit) => limit !== undefined);
  return limited && region === undefined ? 'faulty' : read.data;
}

export const faultyGrant = failure('usage', {
  sv: 'Rollen är inte rätt angiven: --role krävs, --district, --principal, --teams och --partner kräver --region, en handledare har --teams och en part --partner.',
  en: 'The role is not well put: --role is needed, --district, --principal, --teams and --partner need --region, a school supervisor has --teams and a partner --partner.',
});
export const unknownRegion = failure('not_found', {
  sv: 'Regionen finns inte.',
  en: 'There is no such region.',
});
export const unknownUser = failure('not_found', {
  sv: 'Kontot finns inte, eller är redan avstängt.',
  en: 'There is no such user, or they are disabled already.',
});

/** withdraw_partner: a principal leaves with all its units and teams, or a provider of Swedish with all its groups. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, refuse, type State } from './edit.ts';
import { without } from './remove.ts';

export const withdrawPartnerSchema = z
  .strictObject({
    kind: z.literal('withdraw_partner'),
    /** One of the two. */
    principal: cell.name.optional(),
    provider: cell.name.optional(),
  })
  .refine(({ principal, provider }) => (principal === undefined) !== (provider === undefined));

export function withdrawPartner(state: State, edit: z.infer<typeof withdrawPartnerSchema>): Edited {
  const { region } = state;
  if (edit.principal !== undefined) {
    const units = region.units.filter(({ principal }) => principal === edit.principal);
    if (units.length === 0) {
      return refuse('principal', edit.principal, {
        sv: 'ingen enhet har den huvudmannen',
        en: 'no unit has that principal',
      });
    }
    return edited(state, without(region, { units: new Set(units.map(({ id }) => id)) }));
  }
  const { provider = '' } = edit;
  const groups = region.sfi_groups.filter((group) => group.provider === provider);
  if (groups.length === 0) {
    return refuse('provider', provider, {
      sv: 'ingen sfi-grupp har den anordnaren',
      en: 'no SFI group has that provider',
    });
  }
  return edited(state, without(region, { groups: new Set(groups.map(({ id }) => id)) }));
}

/** placementPage: what a person takes home on paper about their place: where, when and with whom, and nothing that was weighed. */
import { pairDetail } from '../../../matching/pair-detail.ts';
import { type WeekPlan, weekPlan } from '../../../matching/week-plan.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { inStore } from '../../in-store.ts';
import { standingOf } from './standing-proposal.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly proposal: string;
  readonly participant: string;
}

export interface PlacementPage {
  readonly region: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly participant: string;
  readonly team: { readonly name: string; readonly unit: string; readonly district: string };
  readonly sfi: { readonly group: string; readonly provider: string; readonly course: string };
  /** When both the team and the SFI group have begun. */
  readonly startsOn: string;
  readonly teamHours: number;
  readonly sfiHours: number;
  readonly week: WeekPlan;
  readonly conditions: ReturnType<typeof pairDetail>['conditions'];
}

export type PlacementPageAnswer =
  | { readonly status: 'told'; readonly page: PlacementPage }
  /** No such person in the pool, or one without a place. */
  | { readonly status: 'not_found' };

export function placementPage({ access, proposal, participant }: Asked): Promise<PlacementPageAnswer> {
  return inStore(access, async (store): Promise<PlacementPageAnswer> => {
    const found = await standingOf(store, proposal, participant);
    const own = found?.standing.live.standing.get(found.row);
    if (found === null || own === undefined) return { status: 'not_found' };
    const { index } = found.standing.live;
    const { teams, units, sfi_groups, name, period } = index.region;
    const team = teams[own.team];
    const unit = units[index.teams.unit[own.team]];
    const group = sfi_groups[own.sfi];
    const detail = pairDetail(index, found.row, own.team, own.sfi);
    return {
      status: 'told',
      page: {
        ...{ region: name, period, participant },
        team: { name: team.name, unit: unit.name, district: unit.district },
        sfi: { group: group.id, provider: group.provider, course: group.course },
        startsOn: team.starts_on > group.starts_on ? team.starts_on : group.starts_on,
        ...{ teamHours: detail.teamHours, sfiHours: detail.sfiHours, conditions: detail.conditions },
        week: weekPlan(index, found.row, own.team, own.sfi),
      },
    };
  });
}

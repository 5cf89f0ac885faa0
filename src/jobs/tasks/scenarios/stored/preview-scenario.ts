/** previewScenario: what a scenario would change in a version of a region, or every reason why it cannot be made. Nothing is kept. */
import { defaultPolicy, type Policy } from '../../../../domain/policy.ts';
import { regionDifference, withoutPersons } from '../../../../domain/region-difference.ts';
import { type Failure, failure } from '../../../../errors.ts';
import { applyScenario } from '../../../../scenarios/apply-scenario.ts';
import { impersonalFaults } from '../../../../scenarios/reasons.ts';
import type { Scenario } from '../../../../scenarios/scenario-format.ts';
import type { StoreAccess } from '../../../../store/open-store.ts';
import { findPolicy } from '../../../../store/policies/policies.ts';
import { findVersion, latestVersion } from '../../../../store/regions/region-version.ts';
import { type Answer, answer } from '../../../answer.ts';
import { inStore } from '../../../in-store.ts';
import { loadGround } from '../../../scenarios/order.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  /** Numbers within the region; the newest by default. */
  readonly version: number | undefined;
  readonly policy: number | undefined;
  readonly scenario: Scenario;
  /** Ids of versions, under the names by which edits take districts from them. */
  readonly sources: ReadonlyMap<string, number>;
}

export function previewScenario(asked: Asked): Promise<Answer | Failure> {
  return inStore(asked.access, async (store) => {
    const { region: id, scenario } = asked;
    const version = await (asked.version === undefined
      ? latestVersion(store.db, id)
      : findVersion(store.db, id, asked.version));
    if (version === null) return noVersion;
    const { region, sources } = await loadGround(store, { version: version.id, sources: asked.sources });
    const found = await findPolicy(store.db, id, asked.policy ?? 'latest');
    if (found === null && asked.policy !== undefined) return noPolicy;
    const policy: Policy = found?.policy ?? region.policy ?? defaultPolicy;
    const applied = applyScenario(region, policy, scenario, sources);
    if (applied.status === 'conflict')
      return answer({
        status: 'conflict',
        version: version.number,
        faults: impersonalFaults(applied.faults),
      });
    const difference = regionDifference({ ...region, policy }, { ...applied.region, policy: applied.policy });
    return answer({
      status: 'applied',
      version: version.number,
      difference: withoutPersons(difference),
    });
  });
}

const noVersion = failure('not_found', {
  sv: 'Det finns ingen sådan region, eller ingen sådan version av den.',
  en: 'There is no such region, or no such version of it.',
});
const noPolicy = failure('not_found', {
  sv: 'Regionen har ingen sådan policy.',
  en: 'The region has no such policy.',
});

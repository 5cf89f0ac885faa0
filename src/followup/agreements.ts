/**
 * What partners agreed on, entry by entry as a service keeps it, and how the entries make the settings that a report is built from. An entry
 * is never changed: a later one takes its place, and a report of an earlier day still finds the earlier one.
 */
import type { z } from 'zod';
import { type CommitmentRow, commitmentRow } from '../domain/tables/followup.ts';
import { type Indicator, indicatorSchema } from './indicators/indicator-format.ts';
import { starterIndicators } from './indicators/starter.ts';
import { approvalOn, type EthicalApproval, ethicalApprovalSchema } from './lottery/approval.ts';
import {
  defaultSettings,
  type LearningSwitch,
  learningSwitchSchema,
  type Settings,
  settingsSchema,
} from './settings-format.ts';

/** followup.json without what has entries of its own. */
export const partnershipSchema = settingsSchema.omit({
  as_of: true,
  indicators: true,
  ethical_approval: true,
  learning: true,
});
type Partnership = z.infer<typeof partnershipSchema>;

/** Of each kind the entries in the order in which they were recorded. */
export interface Entries {
  readonly settings: readonly Partnership[];
  readonly indicator: readonly Indicator[];
  readonly commitment: readonly CommitmentRow[];
  readonly ethical_approval: readonly EthicalApproval[];
  readonly learning: readonly LearningSwitch[];
}

/** One entry as it is kept. */
export interface Entry {
  readonly kind: keyof Entries;
  readonly entry: unknown;
}

const none: Entries = { settings: [], indicator: [], commitment: [], ethical_approval: [], learning: [] };

/** What kept entries say. */
export function readEntries(kept: readonly Entry[]): Entries {
  const of = <T>(kind: keyof Entries, schema: z.ZodType<T>): readonly T[] =>
    kept.filter((one) => one.kind === kind).map(({ entry }) => schema.parse(entry));
  return {
    settings: of('settings', partnershipSchema),
    indicator: of('indicator', indicatorSchema),
    commitment: of('commitment', commitmentRow),
    ethical_approval: of('ethical_approval', ethicalApprovalSchema),
    learning: of('learning', learningSwitchSchema),
  };
}

/** Entries to be kept: settings first, so that what names partners and periods comes after them. */
export function toKeep(entries: Partial<Entries>): readonly Entry[] {
  const { settings, indicator, commitment, ethical_approval, learning } = { ...none, ...entries };
  return [
    ...settings.map((entry) => ({ kind: 'settings' as const, entry })),
    ...indicator.map((entry) => ({ kind: 'indicator' as const, entry })),
    ...commitment.map((entry) => ({ kind: 'commitment' as const, entry })),
    ...ethical_approval.map((entry) => ({ kind: 'ethical_approval' as const, entry })),
    ...learning.map((entry) => ({ kind: 'learning' as const, entry })),
  ];
}

/** What held on a day (YYYY-MM-DD), as far as entries have days of their own. Where no indicator has been agreed on, the starters stand. */
export function settingsOn(
  day: string,
  { settings, indicator, ethical_approval, learning }: Entries,
): Settings {
  const approval = approvalOn(ethical_approval, day);
  const decision = learning.findLast(({ decided_on }) => decided_on <= day);
  return {
    ...defaultSettings,
    ...settings.at(-1),
    ...(indicator.length > 0 && { indicators: [...indicator] }),
    ...(approval && { ethical_approval: approval }),
    ...(decision?.on && {
      learning: {
        decided_by: decision.decided_by,
        decided_on: decision.decided_on,
        effect_on_women_and_men_seen: true,
      },
    }),
  };
}

/**
 * The entries that followup.json and commitments.csv make. That a learnt chance is on is not among them: that is decided in the service, by
 * somebody to whom the effect was shown there.
 */
export function entriesFrom(settings: Settings, commitments: readonly CommitmentRow[]): Entries {
  const { as_of: _, indicators, ethical_approval, learning: __, ...partnership } = settings;
  const approvals = ethical_approval === undefined ? [] : [ethical_approval];
  const entries = { settings: [partnership], indicator: indicators, commitment: commitments };
  // Through the schemas, so that their fields stand in the order of entries that were kept.
  return readEntries(toKeep({ ...entries, ethical_approval: approvals }));
}

export type Additions =
  | { readonly status: 'agreed'; readonly entries: Entries }
  /** That version of the indicator stands and says something else. */
  | { readonly status: 'version_taken'; readonly indicator: Indicator };

/** Those of the entries that do not stand yet: settings and approvals that differ from the last, and of all else what is new. */
export function additionsTo(standing: Entries, given: Entries): Additions {
  const entries: Entries = {
    settings: unlike(standing.settings.slice(-1), given.settings),
    indicator: unlike(standing.indicator, given.indicator),
    commitment: unlike(standing.commitment, given.commitment),
    ethical_approval: unlike(standing.ethical_approval.slice(-1), given.ethical_approval),
    learning: unlike(standing.learning.slice(-1), given.learning),
  };
  const taken = entries.indicator.find((one) =>
    standing.indicator.some(({ id, version }) => id === one.id && version === one.version),
  );
  return taken === undefined ? { status: 'agreed', entries } : { status: 'version_taken', indicator: taken };
}

/**
 * The version that the next of an indicator must have, and the indicators to keep before it: the starters, where they stand only for lack of
 * any that were agreed on.
 */
export function nextVersion(
  { indicator: own }: Pick<Entries, 'indicator'>,
  id: string,
): { readonly version: number; readonly first: readonly Indicator[] } {
  const first = own.length > 0 ? [] : starterIndicators;
  const versions = [...own, ...first].filter((one) => one.id === id).map(({ version }) => version);
  return { version: Math.max(0, ...versions) + 1, first };
}

/** What has been parsed has its fields in the schema's order, so that like entries have like texts. */
function unlike<T>(standing: readonly T[], given: readonly T[]): readonly T[] {
  const known = new Set(standing.map((one) => JSON.stringify(one)));
  return given.filter((one) => !known.has(JSON.stringify(one)));
}

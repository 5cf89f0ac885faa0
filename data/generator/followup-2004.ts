/** The follow-up of farsta-2004: outcomes, made-up commitments of its partners, and what the report rests on. */
import type { Region } from '../../src/domain/region.ts';
import type { CommitmentRow } from '../../src/domain/tables/followup.ts';
import type { FollowupContent } from '../../src/files/followup/write-followup.ts';
import { starterIndicators } from '../../src/followup/indicators/starter.ts';
import type { Settings } from '../../src/followup/settings-format.ts';
import { outcomes2004 } from './outcomes-2004.ts';
import { assumptions, projectYears } from './published-2005.ts';

/** All of it. */
export function followup2004(region: Region): FollowupContent {
  return { outcomes: outcomes2004(region), commitments, settings };
}

const commitments: readonly CommitmentRow[] = [
  promise('farsta-district', 'year-1', 'seats', 40, 29, '2003-05-30'),
  promise('education-administration', 'year-1', 'sfi_places', 40, 26, '2003-05-30'),
  promise('education-administration', 'year-1', 'sfi_places', 40, 30, '2003-09-15'),
  promise('farsta-district', 'year-2', 'seats', 30, 30, '2004-05-28'),
  promise('skarholmen-district', 'year-2', 'seats', 8, 9, '2004-05-28'),
  promise('education-administration', 'year-2', 'sfi_places', 38, 38, '2004-05-28'),
  promise('farsta-district', 'year-3', 'seats', 30, 22, '2005-05-27'),
  promise('skarholmen-district', 'year-3', 'seats', 12, 12, '2005-05-27'),
  promise('education-administration', 'year-3', 'sfi_places', 40, null, '2004-06-10'),
];

function promise(
  partner: string,
  period: string,
  kind: CommitmentRow['kind'],
  promised: number,
  delivered: number | null,
  recordedOn: string,
): CommitmentRow {
  return {
    partner,
    period,
    kind,
    promised,
    ...(delivered !== null && { delivered }),
    recorded_on: recordedOn,
  };
}

/** Comparisons are the usual ones, so they are left out. */
const settings: Omit<Settings, 'comparisons'> = {
  format: 'resursutbyte/followup@1',
  as_of: '2005-11-30',
  partners: [
    { id: 'social-services', name: { sv: 'Socialtjänstförvaltningen', en: 'the social services' } },
    {
      id: 'education-administration',
      name: { sv: 'Utbildningsförvaltningen', en: 'the education administration' },
    },
    { id: 'county-labour-board', name: { sv: 'Länsarbetsnämnden', en: 'the county labour board' } },
    { id: 'farsta-district', name: { sv: 'Farsta stadsdelsförvaltning', en: 'the district of Farsta' } },
    {
      id: 'skarholmen-district',
      name: { sv: 'Skärholmens stadsdelsförvaltning', en: 'the district of Skärholmen' },
    },
    { id: 'innotiimi', name: { sv: 'Innotiimi', en: 'Innotiimi' } },
  ],
  periods: projectYears.map(({ id, name, from, to }) => ({ id, name, from, to })),
  assumptions: [...assumptions],
  indicators: [
    ...starterIndicators.map((indicator) => ({ ...indicator, owner: 'social-services' })),
    {
      format: 'resursutbyte/indicator@1',
      id: 'self-support-second-year',
      version: 1,
      name: {
        sv: 'av dem som skrevs in andra året försörjer sig själva helt eller delvis',
        en: 'of those who enrolled in the second year support themselves in full or part',
      },
      owner: 'social-services',
      agreed: { by: [], from: '2003-05-01' },
      target: null,
      counts: {
        kind: 'share',
        population: 'participants',
        period: { of: 'enrolled', from: projectYears[1].from, to: projectYears[1].to },
        denominator: { happened: 'enrolled' },
        numerator: { status: { at: 'latest', self_support: ['full', 'part'] } },
      },
    },
  ],
};

/** showRun: the result of a run as it was kept, as CSV or as a figure, for whoever sees persons or for those who see figures alone. */
import type { Text } from '../../../../domain/text.ts';
import { type Failure, failure } from '../../../../errors.ts';
import { csvText } from '../../../../files/csv-text.ts';
import { capacitySchema } from '../../../../scenarios/capacity/capacity-format.ts';
import { comparisonSchema } from '../../../../scenarios/compare.ts';
import { capacitySvg } from '../../../../scenarios/plots/capacity-plot.ts';
import { comparisonSvg } from '../../../../scenarios/plots/comparison-plot.ts';
import { simulationSvg } from '../../../../scenarios/plots/simulation-plot.ts';
import { sweepSvg } from '../../../../scenarios/plots/sweep-plot.ts';
import { worthSvg } from '../../../../scenarios/plots/worth-plot.ts';
import { shownComparison, shownSweep } from '../../../../scenarios/small-numbers.ts';
import { sweepSchema } from '../../../../scenarios/sweep/sweep-format.ts';
import { capacityTable } from '../../../../scenarios/tables/capacity-table.ts';
import { comparisonTable } from '../../../../scenarios/tables/comparison-table.ts';
import { simulationTable } from '../../../../scenarios/tables/simulation-table.ts';
import { sweepTable } from '../../../../scenarios/tables/sweep-table.ts';
import type { Table } from '../../../../scenarios/tables/table.ts';
import { worthTable } from '../../../../scenarios/tables/worth-table.ts';
import { worthSchema } from '../../../../scenarios/worth/worth-format.ts';
import { simulationSchema } from '../../../../scenarios/year/result-format.ts';
import type { StoreAccess } from '../../../../store/open-store.ts';
import type { ScenarioRunKind } from '../../../../store/schema/scenarios.ts';
import { type Answer, answer, type FileAnswer } from '../../../answer.ts';
import { inStore } from '../../../in-store.ts';

export type RunForm = 'json' | 'csv' | 'svg';

interface Asked {
  readonly access: StoreAccess;
  readonly run: string;
  readonly form: RunForm;
  readonly lang: keyof Text;
  /** Whether whoever asks sees figures and no persons: then small numbers are not shown. */
  readonly figuresOnly: boolean;
}

export function showRun({
  access,
  run,
  form,
  lang,
  figuresOnly,
}: Asked): Promise<Answer | FileAnswer | Failure> {
  return inStore(access, async ({ db }) => {
    const kept = await db
      .selectFrom('scenario_runs')
      .select(['kind', 'result'])
      .where('id', '=', run)
      .executeTakeFirstOrThrow();
    if (kept.result === null) return nothingYet;
    const forms = formsOf[kept.kind](kept.result, figuresOnly);
    const name = `scenario-${kept.kind}.${form}`;
    const file = (kind: 'csv' | 'svg', text: string): FileAnswer => ({
      ...{ status: 'file', kind, name },
      bytes: new TextEncoder().encode(text),
    });
    switch (form) {
      case 'json':
        return answer(forms.json);
      case 'csv':
        return file(form, csvText(forms.table(lang)));
      case 'svg':
        return file(form, forms.svg(lang));
    }
  });
}

interface Forms {
  readonly json: unknown;
  readonly table: (lang: keyof Text) => Table;
  readonly svg: (lang: keyof Text) => string;
}

const formsOf: Readonly<Record<ScenarioRunKind, (result: unknown, figuresOnly: boolean) => Forms>> = {
  run: (result, figuresOnly) => {
    const whole = comparisonSchema.parse(result);
    const comparison = figuresOnly ? shownComparison(whole) : whole;
    return {
      json: comparison,
      table: (lang) => comparisonTable(comparison, lang),
      svg: (lang) => comparisonSvg(comparison, lang),
    };
  },
  worth: (result) => {
    const worth = worthSchema.parse(result);
    return {
      json: worth,
      table: (lang) => worthTable(worth, lang),
      svg: (lang) => worthSvg(worth, lang),
    };
  },
  sweep: (result, figuresOnly) => {
    const whole = sweepSchema.parse(result);
    const sweep = figuresOnly ? shownSweep(whole) : whole;
    return { json: sweep, table: () => sweepTable(sweep), svg: (lang) => sweepSvg(sweep, lang) };
  },
  capacity: (result) => {
    const capacity = capacitySchema.parse(result);
    return {
      json: capacity,
      table: () => capacityTable(capacity),
      svg: (lang) => capacitySvg(capacity, lang),
    };
  },
  simulate: (result) => {
    const simulation = simulationSchema.parse(result);
    return {
      json: simulation,
      table: () => simulationTable(simulation),
      svg: (lang) => simulationSvg(simulation, lang),
    };
  },
};

const nothingYet = failure('not_found', {
  sv: 'Körningen har inget resultat.',
  en: 'The run has no result.',
});

/** Languages that teams want against those that people speak: where a column to the left is dark and one to the right is pale, somebody is missing. */
import { useCallback } from 'react';
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Overview } from './answers.ts';
import { drawn, useCount } from './count.tsx';
import { texts } from './texts.ts';

const parts = ['wanted', 'present', 'placed', 'waiting'] as const;

export function Languages({ languages }: Pick<Overview, 'languages'>) {
  const t = useTexts(texts);
  const count = useCount();
  const said = useSaid();
  const { number } = useFormats();
  const cells = languages.flatMap((row) =>
    parts.map((part) => ({
      language: said(row.name),
      part: t(`language_${part}`),
      people: drawn(row[part]),
      told: count(row[part]),
    })),
  );
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) => {
      const most = Math.max(1, ...cells.map(({ people }) => people));
      return plot.plot({
        width: Math.min(width, 720),
        height: 60 + languages.length * 30,
        marginLeft: 130,
        marginTop: 40,
        x: { label: null, axis: 'top', domain: parts.map((part) => t(`language_${part}`)) },
        y: { label: null, domain: languages.map(({ name }) => said(name)) },
        marks: [
          plot.cell(cells, {
            x: 'part',
            y: 'language',
            fill: 'currentColor',
            fillOpacity: ({ people }) => 0.05 + (0.5 * people) / most,
            inset: 1.5,
          }),
          plot.text(cells, { x: 'part', y: 'language', text: 'told' }),
        ],
      });
    },
    [cells, languages, said, t],
  );
  return (
    <Figure
      title={t('languages')}
      file="sprak"
      columns={[t('language'), t('teams'), ...parts.map((part) => t(`language_${part}`))]}
      rows={languages.map((row) => [
        said(row.name),
        number(row.teams),
        ...parts.map((part) => count(row[part])),
      ])}
      draw={draw}
    />
  );
}

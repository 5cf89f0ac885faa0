import { describe, expect, test } from 'vitest';
import { renderChart } from '../../bench/plots/chart.ts';
import { fitPower } from '../../bench/plots/fit.ts';

describe('fitPower', () => {
  test('finds the exponent of what is a power', () => {
    const fit = fitPower([1, 10, 100, 500].map((x) => [x, 3 * x ** 1.5]));
    expect(fit?.exponent).toBeCloseTo(1.5, 10);
    expect(fit?.factor).toBeCloseTo(3, 10);
  });

  test('of one size there is no exponent', () => {
    expect(
      fitPower([
        [5, 1],
        [5, 2],
      ]),
    ).toBeNull();
  });
});

describe('renderChart', () => {
  const chart = {
    title: 'a < b & c',
    xLabel: 'x',
    yLabel: 'y',
    series: [
      {
        label: 's',
        points: [
          [1, 100],
          [10, 1],
        ] as const,
        shape: 'steps' as const,
      },
    ],
  };

  test('puts equal ratios at equal distances, the larger value higher', () => {
    // Both axes have one or two decades between margins at 80 and 640, 50 and 460.
    expect(renderChart(chart)).toContain('d="M80 50H640L640 460"');
  });

  test('escapes what it is given, and draws nothing where there is nothing above 0', () => {
    expect(renderChart(chart)).toContain('a &lt; b &amp; c');
    const empty = renderChart({ ...chart, series: [{ label: 's', points: [[0, 1]], shape: 'dots' }] });
    expect(empty).not.toContain('NaN');
    expect(empty).not.toContain('<circle');
  });
});

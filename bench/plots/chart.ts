/**
 * A line chart with two logarithmic axes as SVG text. Series differ by colour (Okabe and Ito 2008, told apart with any
 * colour vision) and by their label at the end of the line.
 */
export interface Series {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Steps hold their height until the next point. */
  readonly shape: 'steps' | 'dots' | 'dashes';
}

export interface Chart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
}

const WIDTH = 980;
const HEIGHT = 520;
const MARGIN = { left: 80, right: 340, top: 50, bottom: 60 };
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#000000'];
const LABEL_HEIGHT = 16;

type Scale = (value: number) => number;

/** The chart as a whole SVG file. Points that are not above 0 have no place on a logarithmic axis and are left out. */
export function renderChart({ title, xLabel, yLabel, series }: Chart): string {
  const shown = series
    .map((one) => ({ ...one, points: one.points.filter(([x, y]) => x > 0 && y > 0) }))
    .filter(({ points }) => points.length > 0);
  const xs = decades(shown.flatMap(({ points }) => points.map(([x]) => x)));
  const ys = decades(shown.flatMap(({ points }) => points.map(([, y]) => y)));
  const x = scale(xs, MARGIN.left, WIDTH - MARGIN.right);
  const y = scale(ys, HEIGHT - MARGIN.bottom, MARGIN.top);
  const body = [
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(MARGIN.left, 28, title, 'font-size="16" font-weight="bold"'),
    ...xs.map((value) => verticalLine(x(value), label(value))),
    ...ys.map((value) => horizontalLine(y(value), label(value))),
    text((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 16, xLabel, 'text-anchor="middle"'),
    `<g transform="rotate(-90 20 ${HEIGHT / 2})">${text(20, HEIGHT / 2, yLabel, 'text-anchor="middle"')}</g>`,
    ...shown.map((one, i) => drawn(one, colours[i % colours.length], x, y)),
    ...legend(shown),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">
${body.join('\n')}
</svg>
`;
}

/** The powers of ten that hold all values between them. */
function decades(values: readonly number[]): readonly number[] {
  const exponents = values.map((value) => Math.log10(value));
  const least = Math.floor(exponents.length > 0 ? Math.min(...exponents) : 0);
  const most = Math.max(least + 1, Math.ceil(exponents.length > 0 ? Math.max(...exponents) : 0));
  return Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i));
}

function scale(ticks: readonly number[], from: number, to: number): Scale {
  const first = Math.log10(ticks[0]);
  const last = Math.log10(ticks[ticks.length - 1]);
  return (value) => round(from + ((Math.log10(value) - first) / (last - first)) * (to - from));
}

const round = (value: number): number => Math.round(value * 10) / 10;
const label = (value: number): string => `${Number(value.toPrecision(1))}`;

function drawn({ points, shape }: Series, colour: string, x: Scale, y: Scale): string {
  if (shape === 'dots')
    return points.map(([px, py]) => `<circle cx="${x(px)}" cy="${y(py)}" r="4" fill="${colour}"/>`).join('');
  const path = points.map(([px, py], i) => {
    const rise = i > 0 && shape === 'steps' ? `H${x(px)}` : '';
    return `${rise}${i === 0 ? 'M' : 'L'}${x(px)} ${y(py)}`;
  });
  const dash = shape === 'dashes' ? ' stroke-dasharray="6 4"' : '';
  return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`;
}

function legend(series: readonly Series[]): string[] {
  return series.map((one, i) =>
    text(
      WIDTH - MARGIN.right + 12,
      MARGIN.top + 12 + i * LABEL_HEIGHT,
      one.label,
      `fill="${colours[i % colours.length]}"`,
    ),
  );
}

function verticalLine(x: number, value: string): string {
  const line = `<line x1="${x}" x2="${x}" y1="${MARGIN.top}" y2="${HEIGHT - MARGIN.bottom}" stroke="#dddddd"/>`;
  return line + text(x, HEIGHT - MARGIN.bottom + 18, value, 'text-anchor="middle"');
}

function horizontalLine(y: number, value: string): string {
  const line = `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y}" y2="${y}" stroke="#dddddd"/>`;
  return line + text(MARGIN.left - 8, y + 4, value, 'text-anchor="end"');
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

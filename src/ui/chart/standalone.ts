/** A chart as a picture of its own: title, legend and drawing in one SVG, its colours taken from the theme that shows. */
import { HATCH, REFUSING_LOADER, fillView } from '../../core/chart-view.ts';
import type { ChartModel, LegendEntry } from '../../core/chart.ts';
import type { CompileChart } from './picture.ts';

export interface StandalonePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What the picture takes over from the page: values of `var(--…)`, and widths of its texts in pixels. */
export interface PictureStyle {
  readonly font: string;
  colour(token: string): string;
  textWidth(text: string, size: number, bold: boolean): number;
}

const PADDING = 16;
const TITLE_SIZE = 14;
const SMALL_SIZE = 11;
const LINE = 18;
const SWATCH = 10;
const GAP = 14;

/** The chart, `width` pixels wide without its padding. Rejects when it cannot be drawn. */
export async function standalonePicture(
  model: ChartModel<unknown>,
  compile: CompileChart,
  width: number,
  style: PictureStyle,
): Promise<StandalonePicture> {
  const inner = await drawing(model, compile, width);
  const title = brokenLines(model.title, width, (text) => style.textWidth(text, TITLE_SIZE, true));
  const legend = legendLines(model.legend, width, style);
  const unitLines = model.unit === '' ? 0 : 1;
  const top = PADDING + (title.length + unitLines + legend.length) * LINE + 6;
  const [full, height] = [width + 2 * PADDING, top + model.margins.top + model.height + model.margins.bottom + PADDING];
  const texts = [
    ...title.map((line, index) => textAt(line, PADDING, PADDING + index * LINE + 13, TITLE_SIZE, true)),
    ...(unitLines ? [textAt(model.unit, PADDING, PADDING + title.length * LINE + 12, SMALL_SIZE, false)] : []),
    ...legend.map((line, index) => legendLine(line, PADDING + (title.length + unitLines + index) * LINE, style)),
  ];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(full)}" height="${String(height)}" ` +
    `viewBox="0 0 ${String(full)} ${String(height)}" font-family="${escaped(style.font)}" role="img" ` +
    `aria-label="${escaped(`${model.title}. ${model.summary}`)}">${hatch(model.legend)}` +
    `<rect width="100%" height="100%" fill="var(--surface)"/>${texts.join('')}` +
    `<g transform="translate(${String(PADDING)},${String(top)})">${inner}</g></svg>`;
  return { svg: coloured(svg, style), width: full, height };
}

async function drawing(model: ChartModel<unknown>, compile: CompileChart, width: number): Promise<string> {
  const [{ View, parse }, { expressionInterpreter }, spec] = await Promise.all([
    import('vega'),
    import('vega-interpreter'),
    compile(model),
  ]);
  const runtime = parse(spec, {}, { ast: true });
  const view = new View(runtime, { renderer: 'none', loader: REFUSING_LOADER, expr: expressionInterpreter });
  try {
    fillView(view, model, width);
    await view.runAsync();
    return (await view.toSVG()).replaceAll(' font-family="inherit"', '');
  } finally {
    view.finalize();
  }
}

/** `var(--token)` as the colour that it stands for: a picture has no style sheet. */
function coloured(svg: string, style: PictureStyle): string {
  const known = new Map<string, string>();
  return svg.replaceAll(/var\((--[\w-]+)\)/g, (_, token: string) => {
    const colour = known.get(token) ?? style.colour(token);
    known.set(token, colour);
    return colour;
  });
}

function brokenLines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function legendLines(
  entries: readonly LegendEntry[],
  width: number,
  style: PictureStyle,
): readonly (readonly LegendEntry[])[] {
  const lines: LegendEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const needed = entryWidth(entry, style);
    const line = lines.at(-1);
    if (line && needed <= room) line.push(entry);
    else lines.push([entry]);
    room = (line && needed <= room ? room : width) - needed;
  }
  return lines;
}

function entryWidth({ label }: LegendEntry, style: PictureStyle): number {
  return SWATCH + 5 + style.textWidth(label, SMALL_SIZE, false) + GAP;
}

function legendLine(entries: readonly LegendEntry[], top: number, style: PictureStyle): string {
  let left = PADDING;
  return entries
    .map((entry) => {
      const fill = entry.hatched ? `url(#${HATCH.id})` : entry.colour;
      const size = String(SWATCH);
      const swatch = `<rect x="${String(left)}" y="${String(top + 3)}" width="${size}" height="${size}" fill="${fill}"/>`;
      const text = textAt(entry.label, left + SWATCH + 5, top + 12, SMALL_SIZE, false);
      left += entryWidth(entry, style);
      return swatch + text;
    })
    .join('');
}

function textAt(text: string, x: number, y: number, size: number, strong: boolean): string {
  const weight = strong ? ' font-weight="600"' : '';
  const fill = strong ? 'var(--text)' : 'var(--muted)';
  return `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}"${weight} fill="${fill}">${escaped(text)}</text>`;
}

function hatch(legend: readonly LegendEntry[]): string {
  if (!legend.some(({ hatched }) => hatched)) return '';
  const { id, size, line, fill, stroke } = HATCH;
  const square = `width="${String(size)}" height="${String(size)}"`;
  return (
    `<defs><pattern id="${id}" ${square} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect ${square} ` +
    `fill="${fill}"/><rect width="${String(line)}" height="${String(size)}" fill="${stroke}"/></pattern></defs>`
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (char) => ESCAPES[char] ?? '');
}

/** The inspect file as text for a terminal: a block for each file, labels and figures aligned, at most 100 wide. */
import type { ControlTotals } from '../../core/schema/dataset.ts';
import type { AppliedRepair } from '../../core/schema/repairs.ts';
import { inspectText } from '../../core/text/en/inspect.ts';
import type { InspectDiagnostic, InspectDocument, InspectedFile } from './document.ts';

const WIDTH = 100;
const { labels } = inspectText;
const INDENT = 2 + Math.max(...Object.values(labels).map((label) => label.length));
/** Findings shown for one file; all of them stand in the JSON. */
const SHOWN = 20;

/** A block for each file and a line that sums them up. */
export function inspectTable({ files }: InspectDocument): string {
  const unread = files.filter(({ kind }) => kind === 'unknown').length;
  const rejected = files.reduce((sum, { rows }) => sum + rows.rejected, 0);
  const summary = inspectText.summary(files.length, unread, rejected);
  return [...files.map(blockOf), `${summary}\n`].join('\n');
}

function blockOf(file: InspectedFile): string {
  const { read, accepted, rejected, skipped } = file.rows;
  const lines = [
    safe(file.file),
    ...entry(labels.kind, [file.kind]),
    ...entry(labels.hash, file.sha256 === '' ? [] : [file.sha256]),
    ...entry(labels.rows, [inspectText.rows(count(read), count(accepted), count(rejected), count(skipped))]),
    ...entry(labels.columns, wrapped(file.columns.map((name) => safe(name) || inspectText.noHeader))),
    ...entry(labels.totals, totalLines(file.totals)),
    ...entry(labels.repairs, file.repairs.map(repairLine)),
    ...entry(labels.findings, findingLines(file.diagnostics)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A label with its lines, the first of them beside it; nothing without lines. */
function entry(label: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(INDENT)}${line}`);
}

/** Names one after the other, as many to a line as fit. */
function wrapped(names: readonly string[]): string[] {
  return wrap(names.map((name, index) => (index < names.length - 1 ? `${name},` : name)));
}

function wrap(words: readonly string[], hanging = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.trim() !== '' && INDENT + 2 + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = hanging + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

interface TotalLine {
  readonly column: string;
  readonly currency: string;
  readonly whole: string;
  readonly part: string;
}

/** One line for each amount column and currency, decimal points below each other. */
function totalLines(totals: ControlTotals): string[] {
  const lines: TotalLine[] = Object.entries(totals).flatMap(([column, sums]) =>
    Object.entries(sums).map(([currency, sum]) => {
      const [whole = '', part = ''] = sum.split('.');
      return { column: safe(column), currency: safe(currency), whole, part: part === '' ? '' : `.${part}` };
    }),
  );
  const width = (pick: (line: TotalLine) => string): number => Math.max(0, ...lines.map((line) => pick(line).length));
  const [columns, currencies, wholes] = [width((l) => l.column), width((l) => l.currency), width((l) => l.whole)];
  return lines.map(({ column, currency, whole, part }) =>
    `${column.padEnd(columns)}  ${currency.padEnd(currencies)}  ${whole.padStart(wholes)}${part}`.trimEnd(),
  );
}

function repairLine({ code, column, rows, applied }: AppliedRepair): string {
  return inspectText.repair(code, safe(column), rows, applied);
}

function findingLines(diagnostics: readonly InspectDiagnostic[]): string[] {
  const shown = diagnostics.slice(0, SHOWN).flatMap(({ severity, row, column, message }) => {
    const line = row === undefined ? '' : inspectText.line(count(row));
    return wrap(safe(inspectText.finding(severity, line, column ?? '', message)).split(' '), '  ');
  });
  const rest = diagnostics.length - SHOWN;
  return rest > 0 ? [...shown, inspectText.more(count(rest))] : shown;
}

/** Text of a file without what would move the terminal's cursor or turn its direction. */
function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

function count(number: number): string {
  return String(number);
}

/** Workbooks to rows of texts: hucre behind a guard of our own. */
import type { CellValue } from 'hucre/xlsx';
import { MAX_COLUMNS, MAX_WORKBOOK_BYTES } from '../limits.ts';
import { InflateGuard } from './inflate-guard.ts';
import { Refusal } from './refusal.ts';
import type { RowBatch, Rows } from './rows.ts';
import { type SheetOddities, WorkbookSurvey } from './workbook/survey.ts';
import { type ZipEntry, unzip } from './zip.ts';

const BATCH_ROWS = 1000;

/** Whether an archive is an Excel workbook. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith('xl/'));
}

/** Whether an archive is a document of LibreOffice and the like. */
export function isOpenDocument(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return names.has('content.xml') && (names.has('mimetype') || names.has('META-INF/manifest.xml'));
}

/** Inflates every part of a workbook under count, before the reader is let near it; tells what its cells hide, by sheet. */
export async function guardWorkbook(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<ReadonlyMap<string, SheetOddities>> {
  if (entries.some(({ name }) => name === 'xl/workbook.bin')) throw new Refusal('binary-workbook');
  const guard = new InflateGuard(MAX_WORKBOOK_BYTES);
  const survey = new WorkbookSurvey();
  for (const entry of entries) {
    const scanner = survey.scannerOf(entry.name);
    for await (const chunk of unzip(bytes, entry, guard)) scanner?.push(chunk);
  }
  const oddities = survey.oddities();
  for (const [sheet, { lostTexts }] of oddities) if (lostTexts.count > 0) throw lostText(sheet, lostTexts.first);
  return oddities;
}

/** A reader would give an empty cell. */
function lostText(sheet: string, cell: string): Refusal {
  return new Refusal('damaged-workbook', { reason: `${sheet}!${cell} refers to a text that is not there` });
}

/** Names of the visible and of the hidden sheets. */
export async function sheetNames(bytes: Uint8Array): Promise<{ names: string[]; hiddenNames: string[] }> {
  const names: string[] = [];
  const hiddenNames: string[] = [];
  const { readXlsx } = await import('hucre/xlsx');
  await orRefuse(
    readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        (hidden === true || veryHidden === true ? hiddenNames : names).push(name);
        return false;
      },
    }),
  );
  return { names, hiddenNames };
}

/** The rows of one sheet; a row's line is its row number in Excel. */
export async function* sheetRows(bytes: Uint8Array, sheet: string, signal?: AbortSignal): Rows {
  const { streamXlsxRows } = await import('hucre/xlsx');
  const rows = streamXlsxRows(bytes, { sheet });
  let batch = emptyBatch();
  for (let next = await orRefuse(rows.next()); next.done !== true; next = await orRefuse(rows.next())) {
    const { index, values } = next.value;
    if (values.length > MAX_COLUMNS) throw new Refusal('too-many-columns', { limit: MAX_COLUMNS }, index + 1);
    batch.rows.push(trimmed(values.map(cellText)));
    batch.lines.push(index + 1);
    if (batch.rows.length < BATCH_ROWS) continue;
    signal?.throwIfAborted();
    yield batch satisfies RowBatch;
    batch = emptyBatch();
  }
  if (batch.rows.length > 0) yield batch;
}

function emptyBatch(): { rows: string[][]; lines: number[]; openEnded: boolean } {
  return { rows: [], lines: [], openEnded: true };
}

async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Refusal('damaged-workbook', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Without the empty cells at the end, of which Excel stores any number. */
function trimmed(cells: string[]): string[] {
  let length = cells.length;
  while (length > 1 && cells[length - 1] === '') length--;
  return cells.slice(0, length);
}

/** Dates as ISO text, numbers as their shortest decimal text. */
function cellText(value: CellValue): string {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}

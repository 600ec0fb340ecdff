/** The manifest of a stored dataset: everything but the rows, and what proves that the rows are whole. */
import type { Ledger } from '../core/diagnostics.ts';
import type { DatasetInfo, ErasedRows } from '../core/schema/dataset.ts';
import { FIELDS, type PackedField, type PartPlace, type TableLayout } from './layout.ts';
import { isCoverage } from './valid-coverage.ts';
import { isCount, isFields, isInteger, isListOf, isOneOf, isText } from './validate.ts';

/** A part as the manifest remembers it; its bytes stand in a record of their own under `batch` and `index`. */
export interface StoredPart extends PartPlace {
  readonly index: number;
  readonly size: number;
  readonly crc32: number;
}

export interface StoredTable {
  readonly layout: TableLayout;
  readonly parts: readonly StoredPart[];
}

/** The original file, compressed. */
export interface StoredSource {
  /** Size of the file itself. */
  readonly bytes: number;
  readonly parts: readonly StoredPart[];
}

export interface Manifest {
  readonly id: string;
  readonly info: DatasetInfo;
  /** Names the dataset's part records; never used twice. */
  readonly batch: string;
  readonly table: StoredTable;
  readonly rejects: StoredTable;
  /** Undefined when the file was too large to be kept, or stored by schema 1. */
  readonly source?: StoredSource;
}

export function manifestParts(manifest: Manifest): readonly StoredPart[] {
  return [...manifest.table.parts, ...manifest.rejects.parts, ...(manifest.source?.parts ?? [])];
}

/** Bytes of all parts. */
export function storedBytes(manifest: Manifest): number {
  return manifestParts(manifest).reduce((sum, part) => sum + part.size, 0);
}

/**
 * Whether a record is a manifest that this version can read. Kind, ledger numbers and diagnostics are taken as this app
 * wrote them: they are shown, nothing is computed from them.
 */
export function isManifest(value: unknown): value is Manifest {
  if (!isFields(value) || !isText(value['id']) || !isText(value['batch'])) return false;
  const { source } = value;
  const hasSource = source === undefined || (isFields(source) && isListOf(source['parts'], isStoredPart));
  return hasSource && isInfo(value['info']) && isStoredTable(value['table']) && isStoredTable(value['rejects']);
}

function isInfo(value: unknown): value is DatasetInfo {
  if (!isFields(value) || !isLedger(value['ledger']) || !isCount(value['bytes'])) return false;
  const { defaults, listDate, importedOn, exportedOn, drop, follows } = value;
  const isDay = (day: unknown): boolean => day === undefined || isInteger(day);
  if (!(defaults === undefined || isFields(defaults)) || ![listDate, importedOn, exportedOn].every(isDay)) return false;
  if (![drop, follows].every((text) => text === undefined || isText(text))) return false;
  if (value['erased'] !== undefined && !isListOf(value['erased'], isErased)) return false;
  if (value['coverage'] !== undefined && !isCoverage(value['coverage'])) return false;
  const texts = [value['id'], value['kind'], value['file'], value['sha256']];
  return texts.every(isText) && isInteger(value['order']) && isListOf(value['diagnostics'], isFields);
}

function isErased(value: unknown): value is ErasedRows {
  return isFields(value) && isInteger(value['day']) && isCount(value['rows']);
}

function isLedger(value: unknown): value is Ledger {
  return isFields(value) && [value['read'], value['accepted'], value['rejected'], value['skipped']].every(isCount);
}

function isStoredTable(value: unknown): value is StoredTable {
  return isFields(value) && isLayout(value['layout']) && isListOf(value['parts'], isStoredPart);
}

function isLayout(value: unknown): value is TableLayout {
  return isFields(value) && isCount(value['rows']) && isListOf(value['columns'], isColumnLayout);
}

function isColumnLayout(value: unknown): value is TableLayout['columns'][number] {
  if (!isFields(value) || !isText(value['name']) || !isCount(value['scale']) || !isCount(value['texts'])) return false;
  return isOneOf(value['kind'], ['text', 'decimal', 'exact', 'day', 'flag', 'count']);
}

function isStoredPart(value: unknown): value is StoredPart {
  if (!isFields(value) || !isOneOf(value['holds'], ['cells', 'texts', 'wide', 'source', 'rows'])) return false;
  if (value['fields'] !== undefined && !isListOf(value['fields'], isPackedField)) return false;
  const counts = [value['from'], value['count'], value['index'], value['size'], value['crc32']];
  return isInteger(value['column']) && counts.every(isCount);
}

function isPackedField(value: unknown): value is PackedField {
  if (!isFields(value) || !isOneOf(value['name'], FIELDS) || !isFields(value['packing'])) return false;
  const { base, hasEmpty, constant } = value['packing'];
  return isInteger(base) && typeof hasEmpty === 'boolean' && typeof constant === 'boolean';
}

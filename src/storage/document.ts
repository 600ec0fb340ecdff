/** The workbook's small state: everything but the datasets, in one record. */
import { isCount, isFields, isInteger, isText } from './validate.ts';

/** What JSON can say; the owner of a setting validates its own shape. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Number of the document's own format; older ones are migrated when they are read. */
export const DOCUMENT_VERSION = 1;

export interface StoredDocument {
  readonly version: typeof DOCUMENT_VERSION;
  readonly name: string;
  /** Text of the scenario file (JSON). */
  readonly scenario: string;
  /** UTC day; undefined: today, whenever that is. */
  readonly asOf: number | undefined;
  readonly horizonMonths: number;
  /** How the columns of an unknown header were mapped, by the header's hash. */
  readonly mappings: ReadonlyMap<string, Json>;
  /** Settings of screens by their name. */
  readonly views: ReadonlyMap<string, Json>;
}

export function isStoredDocument(value: unknown): value is StoredDocument {
  if (!isFields(value) || value['version'] !== DOCUMENT_VERSION) return false;
  if (!isText(value['name']) || !isText(value['scenario']) || !isCount(value['horizonMonths'])) return false;
  if (value['asOf'] !== undefined && !isInteger(value['asOf'])) return false;
  return isJsonMap(value['mappings']) && isJsonMap(value['views']);
}

function isJsonMap(value: unknown): value is ReadonlyMap<string, Json> {
  return value instanceof Map && [...value].every(([key, item]) => isText(key) && isJson(item));
}

function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'boolean' || isText(value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isFields(value) && Object.values(value).every(isJson);
}

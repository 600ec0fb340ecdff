/** Values of Parquet as the texts that a CSV of the same data would hold: decimals by their digits, instants in UTC. */
import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { Refusal } from '../refusal.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SECONDS_OF_DAY = 86_400n;

function utf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Refusal('bad-encoding', { encoding: 'UTF-8' });
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An instant as ISO text, with as many digits of the second as it has. */
function instant(units: bigint, perSecond: bigint): string {
  const part = ((units % perSecond) + perSecond) % perSecond;
  const seconds = new Date(Number((units - part) / perSecond) * 1000);
  if (Number.isNaN(seconds.getTime())) return `${String(units)}/${String(perSecond)} s`;
  const digits = String(part)
    .padStart(String(perSecond).length - 1, '0')
    .replace(/0+$/, '');
  return `${seconds.toISOString().slice(0, 19)}${digits === '' ? '' : `.${digits}`}Z`;
}

/** Makes texts of what has a meaning beyond its bits. Empty cells never get here. */
export const TEXT_PARSERS: ParquetParsers = {
  timestampFromMilliseconds: (value) => instant(value, 1000n),
  timestampFromMicroseconds: (value) => instant(value, 1_000_000n),
  timestampFromNanoseconds: (value) => instant(value, 1_000_000_000n),
  dateFromDays: (days) => instant(BigInt(days) * SECONDS_OF_DAY, 1n).slice(0, -10),
  stringFromBytes: utf8,
  jsonFromBytes: utf8,
  geometryFromBytes: hex,
  geographyFromBytes: hex,
  uuidFromBytes: (bytes) => hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
};

export function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
}

/** How the values of a top-level column become cells. */
export function cellsOf(element: SchemaElement): (value: unknown) => string {
  if (isDecimal(element)) {
    const { logical_type: logical } = element;
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return (value) => (value === undefined || value === null ? '' : withPoint(wholeOf(value), scale));
  }
  if (element.type === 'FLOAT')
    return (value) => (typeof value === 'number' ? shortestFloat(value) : scalarText(value));
  return scalarText;
}

/** The unscaled whole number of a decimal, from a number or big-endian bytes. */
function wholeOf(value: unknown): bigint {
  if (typeof value === 'bigint' || typeof value === 'number') return BigInt(value);
  if (!(value instanceof Uint8Array)) throw new Refusal('damaged-parquet', { reason: 'a decimal of unknown form' });
  let whole = 0n;
  for (const byte of value) whole = (whole << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * value.length, whole);
}

function withPoint(whole: bigint, scale: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const text = scale <= 0 ? digits + '0'.repeat(-scale) : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return whole < 0n ? `-${text}` : text;
}

/** The shortest text that gives the same 32-bit float. */
function shortestFloat(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

function scalarText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  // Byte arrays without a word about what they hold are texts of old writers.
  if (value instanceof Uint8Array) return utf8(value);
  return nestedText(value);
}

/** Lists and structures as compact JSON; numbers with their digits. */
function nestedText(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(nestedText).join(',')}]`;
  if (typeof value === 'object' && !(value instanceof Uint8Array)) {
    const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${nestedText(inner)}`);
    return `{${entries.join(',')}}`;
  }
  const text = scalarText(value);
  return typeof value === 'string' || value instanceof Uint8Array ? JSON.stringify(text) : text;
}

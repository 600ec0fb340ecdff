/** Dates as they stand in files, to instants: a UTC day and whether it is that day's 00:00. */
import { type Day, makeDay } from '../../core/days.ts';

/** Order of the first two parts of a slashed date. */
export type DateOrder = 'mdy' | 'dmy';

export interface Instant {
  readonly day: Day;
  /** The instant is exactly 00:00 UTC. */
  readonly midnight: boolean;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const PARTED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i;
/** `0001-01-01`: how .NET writes that there is no date. */
const NO_DATE = /^(?:0001-01-01|0?1\/0?1\/0001)(?:[T ](?:00:00(?::00(?:\.0+)?)?Z?|12:00:00 AM))?$/i;
/** 1753-01-01 and the day after: the first days of SQL Server, written where a start is not known. */
const UNKNOWN_START = /^(?:1753-01-0[12]|0?1\/0?[12]\/1753)(?!\d)/;

/** True for texts that stand for "no date". */
export function isNoDate(text: string): boolean {
  return NO_DATE.test(text);
}

/** True for texts that stand for a start that nobody knows. */
export function isUnknownStart(text: string): boolean {
  return UNKNOWN_START.test(text);
}

/** An ISO date or time; without a zone it is UTC. Undefined when it is none or the calendar lacks the day. */
export function readIso(text: string): Instant | undefined {
  const m = ISO.exec(text);
  if (!m) return undefined;
  const day = makeDay(Number(m[1]), Number(m[2]), Number(m[3]));
  if (day === undefined) return undefined;
  if (m[4] === undefined) return { day, midnight: true };
  const hours = Number(m[4]);
  const minutes = Number(m[5]);
  const rest = Number(m[6] ?? 0) + Number(`0.${m[7] ?? '0'}`);
  if (hours > 24 || minutes > 59 || rest >= 61) return undefined;
  return instantOf(day, hours * 60 + minutes - offsetMinutes(m[8] ?? 'Z'), rest > 0);
}

function instantOf(day: Day, minutes: number, seconds: boolean): Instant {
  const days = Math.floor(minutes / 1440);
  return { day: day + days, midnight: minutes - days * 1440 === 0 && !seconds };
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** A date in parts such as `2/28/2019 11:59:59 PM` or `31.12.2026`, read in the given order. */
export function readParted(text: string, order: DateOrder): Instant | undefined {
  const m = PARTED.exec(text);
  if (!m) return undefined;
  const [month, date] = order === 'mdy' ? [m[1], m[3]] : [m[3], m[1]];
  const day = makeDay(Number(m[4]), Number(month), Number(date));
  if (day === undefined) return undefined;
  if (m[5] === undefined) return { day, midnight: true };
  const hours = hoursOf(Number(m[5]), m[8]);
  if (hours === undefined || Number(m[6]) > 59) return undefined;
  return instantOf(day, hours * 60 + Number(m[6]), Number(m[7] ?? 0) > 0);
}

function hoursOf(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours <= 24 ? hours : undefined;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** What one date in parts tells about its column: an order, both possible, the same either way, or no such date. */
export type OrderEvidence = DateOrder | 'either' | 'same' | 'none';

export function orderEvidence(text: string): OrderEvidence {
  const m = PARTED.exec(text);
  if (!m) return 'none';
  const first = Number(m[1]);
  const second = Number(m[3]);
  if (first > 12 && second > 12) return 'none';
  // With dots the day comes first wherever such dates are written.
  if (first > 12 || (m[2] === '.' && second <= 12)) return 'dmy';
  if (second > 12) return 'mdy';
  return first === second ? 'same' : 'either';
}

const SERIAL = /^(\d{5,7})(?:[.,](\d+))?$/;
/** Serial 0 of Excel's 1900 system, as it counts from serial 61 on (its day 60 is a 29 February that never was). */
const SERIAL_ZERO = makeDay(1899, 12, 30) ?? 0;
/** Serials of 1954 to 2119, and of the year 9999, which stands for "no end". */
const SERIAL_RANGES = [
  [20_000, 80_000],
  [2_958_101, 2_958_465],
] as const;

/** A day number as Excel shows an unformatted date (`46023`); undefined outside the years that a price or term has. */
export function readSerial(text: string): Instant | undefined {
  const m = SERIAL.exec(text);
  if (!m) return undefined;
  const serial = Number(m[1]);
  if (!SERIAL_RANGES.some(([first, last]) => serial >= first && serial <= last)) return undefined;
  return { day: SERIAL_ZERO + serial, midnight: !/[1-9]/.test(m[2] ?? '') };
}

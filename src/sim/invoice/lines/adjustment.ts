/** What a `PriceAdjustmentDescription` says. Microsoft may arrange it anew at any time, so no text is matched as a whole. */
import { divide, type Exact, fraction, multiply, ONE, parseExact, subtract } from '../../../core/exact.ts';
import type { Adjustment, AdjustmentKind } from './types.ts';

const PERCENT = /(\d+(?:\.\d+)?)\s*%/;
const NUMBER = /^\d+(?:\.\d+)?$/;
const KINDS: readonly (readonly [AdjustmentKind, RegExp])[] = [
  ['earned-credit', /earned\s+credit/i],
  ['tier', /\btier\b/i],
  ['discount', /discount|promotion/i],
];
const HUNDRED = fraction(100);

/** A JSON list of entries, a number of per cent, or any other text as one entry. Empty: none. */
export function readAdjustments(text: string): readonly Adjustment[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  return entriesOf(trimmed).map((entry) => ({ kind: kindOf(entry), percent: percentOf(entry), text: entry }));
}

/** What is left of a price after all entries, one after the other; undefined where one of them names no per cent. */
export function adjustedShare(adjustments: readonly Adjustment[]): Exact | undefined {
  let share = ONE;
  for (const { percent } of adjustments) {
    if (!percent) return undefined;
    share = multiply(share, subtract(ONE, divide(percent, HUNDRED)));
  }
  return share;
}

function entriesOf(text: string): readonly string[] {
  const parsed = parsedJson(text);
  if (!Array.isArray(parsed)) return [text];
  return parsed.filter((entry) => typeof entry === 'string' || typeof entry === 'number').map(String);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function percentOf(entry: string): Exact | undefined {
  const found = NUMBER.test(entry) ? entry : PERCENT.exec(entry)?.[1];
  return found === undefined ? undefined : parseExact(found);
}

function kindOf(entry: string): AdjustmentKind {
  if (NUMBER.test(entry)) return 'discount';
  return KINDS.find(([, pattern]) => pattern.test(entry))?.[0] ?? 'other';
}

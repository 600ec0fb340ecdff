/** The values of a table's axis: evenly spread, or as listed. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { fromSteps, spreadSteps, toSteps } from '../../core/assumptions/steps.ts';
import type { Format } from '../../core/format.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { readValue } from './input-words.ts';

/** The most values of an axis. */
export const MOST_VALUES = 41;
export const USUAL_VALUES = 7;

export interface AxisDraft {
  readonly how: 'range' | 'list';
  readonly from: string;
  readonly to: string;
  readonly steps: number;
  /** As typed. */
  readonly list: string;
}

export const NO_AXES: ReadonlyMap<string, AxisDraft> = new Map();

/** The values of an axis in ascending order, the present one among them where the range holds it; or what is wrong. */
export function axisValues(axis: AxisDraft, assumption: Assumption, format: Format): Result<readonly string[], string> {
  if (axis.how === 'list') return listed(axis.list, assumption, format);
  const [from, to, now] = [axis.from, axis.to, assumption.value].map((value) => toSteps(value, assumption));
  const spread = spreadSteps(Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0), axis.steps);
  const holdsNow = !assumption.open && now !== undefined && isInside(now, spread) && spread.length < MOST_VALUES;
  return ok(sorted(holdsNow ? [...spread, now] : spread, assumption));
}

function isInside(step: number, spread: readonly number[]): boolean {
  return step > (spread[0] ?? NaN) && step < (spread.at(-1) ?? NaN);
}

function listed(typed: string, assumption: Assumption, format: Format): Result<readonly string[], string> {
  const texts = typed.split(/[;\n]/).map((one) => one.trim()).filter((one) => one !== ''); // prettier-ignore
  if (texts.length === 0 || texts.length > MOST_VALUES) return err(whatIfText.refused.list(MOST_VALUES));
  const steps: number[] = [];
  for (const one of texts) {
    const read = readValue(one, assumption, format);
    if (!read.ok) return read;
    steps.push(toSteps(read.value, assumption));
  }
  return ok(sorted(steps, assumption));
}

function sorted(steps: readonly number[], assumption: Assumption): readonly string[] {
  return [...new Set(steps)].sort((a, b) => a - b).map((step) => fromSteps(step, assumption));
}

/** What was decided about differences of invoices, remembered for the months after. */
import type { Month } from '../days.ts';

export const VERDICTS = ['accepted', 'disputed', 'explained'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A decision in the month in which it was taken. */
export interface DifferenceVerdict {
  /** Whose, of what, and the cause: the same difference has it in every month. */
  readonly key: string;
  readonly month: Month;
  readonly verdict: Verdict;
  readonly note: string;
}

/** The decision that counts in a month: its own, else the latest one before; undefined: none. */
export function verdictIn(
  verdicts: readonly DifferenceVerdict[],
  key: string,
  month: Month,
): DifferenceVerdict | undefined {
  let latest: DifferenceVerdict | undefined;
  for (const one of verdicts) {
    if (one.key === key && one.month <= month && (!latest || one.month >= latest.month)) latest = one;
  }
  return latest;
}

/** Decisions with those of some keys in a month replaced; without a verdict they are taken back. */
export function withVerdicts(
  verdicts: readonly DifferenceVerdict[],
  of: { readonly keys: readonly string[]; readonly month: Month },
  decided: Pick<DifferenceVerdict, 'verdict' | 'note'> | undefined,
): readonly DifferenceVerdict[] {
  const keys = new Set(of.keys);
  const others = verdicts.filter(({ key, month }) => month !== of.month || !keys.has(key));
  if (!decided) return others;
  return [...others, ...[...keys].map((key) => ({ key, month: of.month, ...decided }))];
}

/** A decision as it was stored; nothing where it is none. */
export function readVerdict(value: unknown): readonly DifferenceVerdict[] {
  if (typeof value !== 'object' || value === null) return [];
  const { key, month, verdict, note } = value as Readonly<Record<string, unknown>>;
  const known = VERDICTS.find((one) => one === verdict);
  if (typeof key !== 'string' || typeof month !== 'number' || !Number.isInteger(month) || !known) return [];
  return [{ key, month, verdict: known, note: typeof note === 'string' ? note : '' }];
}

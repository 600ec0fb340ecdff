/** The groups of a stretch of periods, fast enough to follow a hand: sums up to each period are made once. */
import type { UsageGroups } from '../../../sim/azure/types.ts';

/** Digits after the point that are added up: those of the files and of what is figured from them. */
const DIGITS = 24;
const UNIT = 10n ** BigInt(DIGITS);

/** Group by group, the sum and the lines of all periods before each place. */
interface Running {
  readonly sums: readonly bigint[];
  readonly lines: Float64Array;
}

export class MarkedGroups {
  private readonly groups: UsageGroups;
  private readonly first: number;
  private readonly running: readonly Running[];

  /** @param groups with periods */
  constructor(groups: UsageGroups) {
    this.groups = groups;
    this.first = groups.period.reduce((least, one) => Math.min(least, one), Infinity);
    const last = groups.period.reduce((most, one) => Math.max(most, one), -Infinity);
    const count = groups.period.length === 0 ? 0 : last - this.first + 1;
    const own = groups.groups.map(() => ({
      sums: Array.from({ length: count + 1 }, () => 0n),
      lines: new Float64Array(count + 1),
    }));
    for (const [at, group] of groups.group.entries()) {
      const place = (groups.period[at] ?? 0) - this.first + 1;
      const found = own[group];
      if (!found) continue;
      found.sums[place] = (found.sums[place] ?? 0n) + scaled(groups.exact[at] ?? '0');
      found.lines[place] = (found.lines[place] ?? 0) + (groups.rows[at] ?? 0);
    }
    for (const { sums, lines } of own)
      for (let place = 1; place <= count; place++) {
        sums[place] = (sums[place] ?? 0n) + (sums[place - 1] ?? 0n);
        lines[place] = (lines[place] ?? 0) + (lines[place - 1] ?? 0);
      }
    this.running = own;
  }

  /** What the groups come to from one period to another, both of them in it; groups without lines in it are left out. */
  between(from: number, to: number): UsageGroups {
    const [before, after] = [from - this.first, to - this.first + 1];
    const found = this.running.flatMap(({ sums, lines }, group) => {
      const rows = (lines[after] ?? 0) - (lines[before] ?? 0);
      return rows === 0 ? [] : [{ group, rows, sum: (sums[after] ?? 0n) - (sums[before] ?? 0n) }];
    });
    found.sort((a, b) => (a.sum === b.sum ? a.group - b.group : a.sum < b.sum ? 1 : -1));
    const totals = found.map(({ sum }) => decimalOf(sum));
    return {
      ...this.groups,
      groups: found.map(({ group }) => this.groups.groups[group] ?? []),
      names: found.map(({ group }) => this.groups.names[group] ?? []),
      totals,
      group: Uint32Array.from(found.keys()),
      period: new Int32Array(found.length),
      value: Float64Array.from(totals, Number),
      exact: totals,
      rows: Uint32Array.from(found, ({ rows }) => rows),
      sum: decimalOf(found.reduce((all, { sum }) => all + sum, 0n)),
    };
  }
}

/** A decimal text in units of 10⁻²⁴; further digits are left out. */
function scaled(decimal: string): bigint {
  const negative = decimal.startsWith('-');
  const [whole = '', digits = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const value = BigInt(whole + digits.slice(0, DIGITS).padEnd(DIGITS, '0'));
  return negative ? -value : value;
}

function decimalOf(value: bigint): string {
  const size = value < 0n ? -value : value;
  const digits = (size % UNIT).toString().padStart(DIGITS, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${(size / UNIT).toString()}${digits === '' ? '' : `.${digits}`}`;
}

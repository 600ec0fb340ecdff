/** Clock, rows of the report, and how they are printed. */

export interface Finding {
  readonly name: string;
  /** What was measured, with its unit. */
  readonly measured: string;
  /** The figure that the limit speaks of. */
  readonly value: number;
  readonly limit: string;
  readonly ok: boolean;
}

/** A ratio or figure that must not be above its limit. */
export function atMost(name: string, value: number, limit: number, measured: string): Finding {
  return { name, measured, value, limit: `≤ ${String(limit)}`, ok: value <= limit };
}

/** A ratio or figure that must not be below its limit. */
export function atLeast(name: string, value: number, limit: number, measured: string): Finding {
  return { name, measured, value, limit: `≥ ${String(limit)}`, ok: value >= limit };
}

/** Milliseconds of the fastest of some runs, and what the last run gave. */
export function fastest<T>(runs: number, run: () => T): { readonly ms: number; readonly value: T } {
  let best = Infinity;
  let value: T | undefined;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    value = run();
    best = Math.min(best, performance.now() - start);
  }
  return { ms: best, value: value as T };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** The findings as a table for people. */
export function printFindings(findings: readonly Finding[]): void {
  const rows = findings.map(({ name, value, limit, ok, measured }) => {
    return { what: name, value: Number(value.toPrecision(4)), limit, ok: ok ? 'yes' : 'NO', measured };
  });
  console.table(rows);
}

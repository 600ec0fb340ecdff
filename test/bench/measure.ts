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

/** Milliseconds of one run, and what it gave. */
export function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
}

/** The fastest time of each rival, who take turns, so that a busy moment of the machine hits all alike. */
export function takeTurns<K extends string>(
  rounds: number,
  rivals: Readonly<Record<K, () => unknown>>,
): Readonly<Record<K, number>> {
  const best = Object.fromEntries(Object.keys(rivals).map((name) => [name, Infinity])) as Record<K, number>;
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(rivals) as [K, () => unknown][]) {
      best[name] = Math.min(best[name], timed(run).ms);
    }
  }
  return best;
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

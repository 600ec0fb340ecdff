import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/core/format.ts';
import { ImportMeter } from '../../src/state/import-meter.ts';
import type { ImportStage } from '../../src/workers/engine-jobs.ts';

const MB = 1_000_000;

/** A file of some size that holds nothing. */
function file(name: string, megabytes: number): { name: string; blob: Blob } {
  const blob = new Blob([]);
  Object.defineProperty(blob, 'size', { value: megabytes * MB });
  return { name, blob };
}

function reading(
  name: string,
  megabytes: number,
  rows: number,
  stage: 'reading' | 'reading-again' | 'hashing' = 'reading',
): ImportStage {
  return { phase: 'reading', file: name, bytesRead: megabytes * MB, bytesTotal: 0, rows, stage };
}

function meterOf(files: readonly { name: string; blob: Blob }[]) {
  let now = 0;
  const meter = new ImportMeter(files, createFormat('en-GB'), () => now);
  return (stage: ImportStage, seconds: number) => {
    now = seconds * 1000;
    return meter.move(stage);
  };
}

describe('the bar of an import', () => {
  it('says megabytes, rows and the time that is left', () => {
    const move = meterOf([file('usage.csv', 180)]);
    expect(move(reading('usage.csv', 0, 0), 0)).toStrictEqual({
      share: 0,
      detail: '0 of 180 MB',
      secondsLeft: undefined,
    });
    const { detail, secondsLeft } = move(reading('usage.csv', 12, 240_000), 2);
    expect(detail).toBe('12 of 180 MB · 240,000 rows');
    expect(secondsLeft).toBeCloseTo(28);
  });

  it('never goes back, when a file is read again, when the next one begins, when rows are stored', () => {
    const move = meterOf([file('a.csv', 10), file('b.zip', 30)]);
    const stages = [
      reading('a.csv', 5, 10),
      reading('a.csv', 10, 20),
      reading('a.csv', 0, 0, 'reading-again'),
      reading('a.csv', 10, 20, 'reading-again'),
      reading('b.zip/inner.csv', 1, 5),
      reading('b.zip/inner.csv', 30, 50),
      { phase: 'storing', rowsWritten: 10, rowsTotal: 50 } as const,
      { phase: 'storing', rowsWritten: 50, rowsTotal: 50 } as const,
    ];
    const shares = stages.map((stage, i) => move(stage, i).share);
    expect(shares).toStrictEqual([...shares].sort((a, b) => a - b));
    expect(shares[3]).toBeGreaterThan(shares[2] ?? 1);
    expect(shares.at(-1)).toBe(1);
  });

  it('says that a file is read once more', () => {
    const move = meterOf([file('a.csv', 10)]);
    move(reading('a.csv', 10, 20), 1);
    expect(move(reading('a.csv', 2, 4, 'reading-again'), 2).detail).toMatch(/^2 of 10 MB · 4 rows · reading once more/);
  });

  it('says what it waits for when all is read but the hash', () => {
    const move = meterOf([file('a.csv', 600)]);
    move(reading('a.csv', 600, 20), 1);
    expect(move(reading('a.csv', 600, 20, 'hashing'), 2).detail).toBe(
      '600 of 600 MB · 20 rows · taking the file’s fingerprint (SHA-256)',
    );
  });
});

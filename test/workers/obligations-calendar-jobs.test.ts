/** The calendar of obligations from imported files, and as a calendar file that other programs read. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { NO_OBLIGATIONS } from '../../src/core/obligations/obligations.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { EngineJobs } from '../../src/workers/engine-jobs.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { portfolioCsv } from './support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const ON = parseDay('2026-11-22') ?? 0;
const request = {
  simulation: { scenario: DEFAULT_SCENARIO, window: { asOf: ON, horizonMonths: 12 } },
  obligations: NO_OBLIGATIONS,
  seatsWanted: new Map<string, number>(),
};

function newRunner(): Runner<EngineJobs> {
  return cloningRunner(engineHost());
}

describe('the calendar job', () => {
  it('tells days without any file: those of rules', async () => {
    const asOf = parseDay('2026-01-04') ?? 0;
    const told = await newRunner().run('dueCalendar', {
      ...request,
      simulation: { ...request.simulation, window: { asOf, horizonMonths: 12 } },
    });
    expect(told?.calendar.events.map(({ id }) => id)).toContain('rules R-136 retired');
  });

  it('tells terms of imported subscriptions', async () => {
    const runner = newRunner();
    await runner.run('open', undefined);
    await runner.run('importFiles', {
      files: [portfolioCsv('portfolio.csv', ['s-1', 's-2'])],
      answers: new Map(),
      encodings: new Map(),
    });
    const told = await runner.run('dueCalendar', request);
    const terms = told?.calendar.events.flatMap((event) =>
      event.kind === 'lock' || event.kind === 'term-end' ? [[event.kind, event.subscriptions]] : [],
    );
    expect(terms).toEqual([
      ['lock', 2],
      ['term-end', 2],
    ]);
  });
});

describe('the calendar file', () => {
  it('keeps lines short and texts escaped, and an event’s uid over two files', async () => {
    const text = async (summary: string): Promise<string> => {
      const { bytes, name } = await newRunner().run('dueCalendarFile', {
        ...{ name: 'Due', asOf: ON, workbookName: 'Book' },
        events: [
          {
            uid: 'a@termwise',
            on: { kind: 'day', day: ON },
            summary,
            description: 'If met: fine\nIf not: blocked',
            alarms: [7],
          },
        ],
      });
      expect(name).toBe('termwise-book-due-2026-11-22.ics');
      return new TextDecoder().decode(bytes);
    };
    const first = await text('Accept; sign, and\\or “wait” ' + 'ä'.repeat(60));
    expect(first).toContain('SUMMARY:Accept\\; sign\\, and\\\\or');
    expect(first).toContain('DESCRIPTION:If met: fine\\nIf not: blocked');
    for (const line of first.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(await text('Other')).toContain('UID:a@termwise');
  });
});

import { describe, expect, it } from 'vitest';
import { milestoneTimeline } from '../../src/charts/milestone-timeline.ts';
import { CONTEXT, dayOf } from './sample.ts';

const at = (asOf: string): ReturnType<typeof milestoneTimeline> =>
  milestoneTimeline({ asOf: dayOf(asOf), horizonMonths: 12 }, CONTEXT);

describe('the time line of known dates', () => {
  const model = at('2026-11-22');

  it('lists every date with its source and how sure it is', () => {
    expect(model.table.rows).toHaveLength(11);
    expect(model.table.rows[0]).toEqual([
      ...['14 Oct 2025', 'Announced', 'Partner posts that cite Partner Center', 'low'],
    ]);
    expect(model.table.rows.at(-1)?.[0]).toBe('4 May 2026');
    for (const row of model.table.rows) expect(row.every((cell) => cell !== '')).toBe(true);
  });

  it('stands in the order of time', () => {
    const days = (model.data['events'] ?? []).map((event) => Number(event['day']));
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it('draws uncertain dates hollow and periods as lines', () => {
    const events = model.data['events'] ?? [];
    expect(events[0]?.['fill']).toBe('var(--surface)');
    expect(events.filter((event) => event['to'] !== event['day'])).toHaveLength(1);
  });

  it('says how far enforcement is from as-of', () => {
    expect(model.summary).toContain('EST has been enforced since 4 May 2026, 202 days before as-of.');
    expect(at('2026-05-04').summary).toContain('EST is enforced from as-of on, 4 May 2026.');
    expect(at('2026-01-01').summary).toContain('EST will be enforced on 4 May 2026, 123 days after as-of.');
  });

  it('holds as-of and the whole window wherever they lie', () => {
    for (const asOf of ['2024-01-31', '2026-11-22', '2031-02-28']) {
      const { data, signals } = at(asOf);
      const [window] = data['window'] ?? [];
      expect(Number(signals['low'])).toBeLessThanOrEqual(Number(window?.['day']));
      expect(Number(signals['high'])).toBeGreaterThanOrEqual(Number(window?.['to']));
    }
  });
});

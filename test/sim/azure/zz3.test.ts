import { it } from 'vitest';
import { judge } from '../../../src/sim/azure/unusual/judge.ts';
import { syntheticUsage } from '../../support/synthetic-usage.ts';
import { parseDay, dayToText } from '../../../src/core/days.ts';
it('x', () => {
  for (const [seed, c, cat, days] of [[5,'c-0','Virtual Machines',['2026-01-31','2026-02-28','2026-03-31','2026-04-30']],[103,'c-1','Virtual Machines',['2026-01-31','2026-02-28','2026-03-31','2026-04-30']]] as const) {
    const s = syntheticUsage(seed, 0);
    for (const m of s.meters.filter((m) => m.customer===c && m.category===cat)) {
      const j = judge(m.values, s.first, { floor: 1, percent: 25 });
      for (const d of days) { const at = parseDay(d)! - s.first; console.log(m.meter, d, m.values[at], j.expected[at], j.spread[at], j.accounted[at], j.signs[at]); }
      const at = parseDay(days[1])! - s.first; console.log([...m.values.subarray(at-14, at+14)].map((v,i)=>dayToText(s.first+at-14+i).slice(5)+' '+v.toFixed(0)).join(', '));
    }
  }
});

import { it } from 'vitest';
import { unusualSpend } from '../../../src/sim/azure/unusual/unusual.ts';
import { syntheticUsage, usageOfSynthetic } from '../../support/synthetic-usage.ts';
import { dayToText } from '../../../src/core/days.ts';
it('x', () => {
  for (const seed of [2,113,103,5]) {
    const t = Date.now();
    const s = syntheticUsage(seed, 0); const u = usageOfSynthetic(s); const t1 = Date.now();
    const { findings } = unusualSpend(u, 'EUR', { floor: 1, percent: 25 });
    console.log(seed, t1-t, Date.now()-t1, '\n' + findings.map((f) => `${f.layer} ${JSON.stringify(Object.values(f.scope))} ${dayToText(f.first)}..${dayToText(f.last)} ${f.isRise} ${f.cost} exp ${f.expected.toFixed(1)} parts ${f.parts.length}`).join('\n'));
  }
});

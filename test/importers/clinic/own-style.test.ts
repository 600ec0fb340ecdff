/** A column in the style that its format documents is no finding, even where every cell could be read in another way. */
import { expect, it } from 'vitest';
import { importOne } from '../support.ts';

const asked = { clinic: { mode: 'ask', choices: new Map() } } as const;

/** Daily usage with these usage dates and the number given. */
function usage(dates: readonly string[], quantity = '1.250'): string {
  const rows = dates.map((date) => `sub-1,${date},meter-1,USD,${quantity},1.10`);
  return ['SubscriptionId,UsageDate,MeterId,BillingCurrency,Quantity,BillingPreTaxTotal', ...rows, ''].join('\n');
}

it.each([
  ['dates that fit both ways', usage(['3/4/2026', '5/6/2026'])],
  ['dates that fit one way', usage(['3/4/2026', '3/31/2026'])],
  ['ISO dates', usage(['2026-03-04', '2026-03-31'])],
])('daily usage with %s is simply read, month first', async (_, text) => {
  const { state, found, questions, dataset } = await importOne('usage.csv', text, asked);
  expect({ state, found, questions }).toStrictEqual({ state: 'read', found: [], questions: [] });
  expect(dataset?.repairs).toStrictEqual([]);
  expect(dataset?.ledger).toStrictEqual({ read: 2, accepted: 2, rejected: 0, skipped: 0 });
});

it('daily usage with the day first is a finding', async () => {
  const { state, questions } = await importOne('usage.csv', usage(['3/4/2026', '31/3/2026']), asked);
  expect(state).toBe('question');
  expect(questions).toMatchObject([{ kind: 'clinic', found: [{ code: 'date-order', certainty: 'sure', rows: 2 }] }]);
});

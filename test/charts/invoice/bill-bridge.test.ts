import { expect, test } from 'vitest';
import { billBridgeChart } from '../../../src/charts/invoice/bill-bridge.ts';
import { createFormat } from '../../../src/core/format.ts';
import { chartText } from '../../../src/core/text/en/charts.ts';
import { reconciliation } from '../../support/books.ts';
import { bridgeOf, charge } from '../../sim/invoice/bridge/lines.ts';

test('the bridge of a bill says what moved most, and its bars hang from one month to the other', () => {
  const lines = [
    { on: '2026-05-10' },
    { on: '2026-06-10', seats: 30, price: '9.00' },
    { on: '2026-06-20', subscriptionId: 'new', chargeType: 'new', seats: 1 },
  ];
  const bridge = bridgeOf([reconciliation(lines.map(charge))]);
  const [currency] = bridge.currencies;
  if (!currency) throw new Error('no currency');
  const chart = billBridgeChart(currency, bridge, { format: createFormat('en-GB'), text: chartText });
  expect(chart.summary).toBe(
    'June 2026 was billed 180.00 EUR more than May 2026 (+180.0%). Most of it: Seats, +200.00 EUR.',
  );
  expect(chart.table.rows).toEqual([
    ['May 2026', '100.00', ''],
    ['New subscriptions', '+10.00', '1'],
    ['Seats', '+200.00', '1'],
    ['Prices', '−30.00', '1'],
    ['June 2026', '280.00', ''],
  ]);
  const bars = chart.data['steps'] ?? [];
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 100],
    [100, 110],
    [110, 310],
    [310, 280],
    [0, 280],
  ]);
  expect(chart.targets.map(({ name }) => name)).toContain('Seats: +200.00 EUR');
});

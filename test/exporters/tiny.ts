/** A tiny portfolio in two currencies, with every kind of thing that an export has to show. */
import { diagnose } from '../../src/core/diagnostics.ts';
import type { DatasetInfo } from '../../src/core/schema/dataset.ts';
import type { Simulation } from '../../src/sim/types.ts';
import { dataset, day, handMadeSimulation, month, totals } from '../support/simulation.ts';

const contosoAmounts = {
  est: 652_500,
  current: 554_400,
  renew: 554_400,
  extra: 98_100,
  commitment: 79_200,
  estUplift: 18_900,
  passed: 60_000,
  absorbed: 38_100,
  margin: -38_100,
};
const kitaAmounts = {
  est: 1428,
  current: 1217,
  renew: 1217,
  extra: 211,
  absorbed: 219,
  commitment: 170,
  estUplift: 41,
};

/** Two exposed subscriptions, one that renews, one without a price; ids are not in order. */
export const tinySimulation: Simulation = handMadeSimulation({
  rows: [
    {
      id: 'sub-b', customerId: 'c-1', customer: 'Contoso', product: 'Microsoft 365 E3', productId: 'CFQ7TTC0LFLX', skuId: '0001',
      segment: 'Commercial', termDuration: 'P1Y', billingPlan: 'Monthly', seats: '25', currency: 'USD',
      termEnd: day('2026-12-31'), estFrom: day('2027-01-01'), estTo: day('2027-11-22'), outcome: 'est-drift', rule: 'R-014', exposed: true,
      currentUnit: '18.48', estUnit: '21.75', renewUnit: '18.48', estSource: 'monthly',
      cliffPromotion: '0.00', cliffListMove: '0.00', cliffCommitment: '2.64', cliffEstUplift: '0.63', cliffCurrency: '0.00',
      notes: 'below-cost est-list-differs', amounts: contosoAmounts,
    },
    {
      id: 'sub-a', customerId: 'c-2', customer: '=北 Kita "KK"', product: 'Power BI', productId: 'CFQ7TTC0H9MP', skuId: '0002',
      segment: 'Commercial', termDuration: 'P1Y', billingPlan: 'Annual', seats: '5', currency: 'JPY',
      termEnd: day('2027-10-29'), estFrom: day('2027-10-30'), estTo: day('2027-11-22'), outcome: 'est-chosen', rule: 'R-018', exposed: true,
      currentUnit: '328.00', estUnit: '385.00', renewUnit: '328.00', estSource: 'monthly',
      cliffPromotion: '0.00', cliffListMove: '0.00', cliffCommitment: '46.00', cliffEstUplift: '11.00', cliffCurrency: '0.00',
      amounts: kitaAmounts,
    },
    {
      id: 'sub-C', customerId: 'c-1', customer: 'Contoso', product: 'Visio', productId: 'CFQ7TTC0HD33', skuId: '000P',
      segment: 'Commercial', termDuration: 'P1M', billingPlan: 'Monthly', seats: '2.5', currency: 'USD',
      termEnd: day('2026-12-01'), outcome: 'renews', rule: 'R-016', exposed: false,
      currentUnit: '5.1234567891', estUnit: '5.28', renewUnit: '5.1234567891', estSource: 'monthly',
      cliffPromotion: '0.00', cliffListMove: '0.00', cliffCommitment: '0.00', cliffEstUplift: '0.1565432109', cliffCurrency: '0.00',
    },
  ],
  totals: [
    totals('USD', { subscriptions: 3, exposed: 1, atRisk: 1, unpriced: 1, ...contosoAmounts }),
    totals('JPY', { subscriptions: 1, exposed: 1, ...kitaAmounts }),
  ],
  months: [
    month('2027-10', 'JPY', kitaAmounts),
    month('2027-01', 'USD', contosoAmounts),
    month('2027-10', 'USD'),
  ],
  unpriced: [{ row: 3, id: 'sub-d', reason: 'no row for P3Y Triennial' }],
  diagnostics: [diagnose('warning', 'unreadable', { file: 'portfolio.csv', row: 5 }, { reason: 'test' })],
}); // prettier-ignore

/** Two files, the later import first. */
export const tinyInputs: readonly DatasetInfo[] = [
  dataset({
    file: 'prices.csv',
    kind: 'licence-prices',
    order: 1,
    sha256: 'b'.repeat(64),
    ledger: { read: 12, accepted: 12, rejected: 0, skipped: 0 },
  }),
  dataset({
    file: 'portfolio.csv',
    kind: 'portfolio',
    order: 0,
    sha256: 'a'.repeat(64),
    ledger: { read: 5, accepted: 4, rejected: 1, skipped: 0 },
    diagnostics: [
      diagnose('error', 'empty-file', { file: 'portfolio.csv', row: 6, column: 'Quantity', text: '=2+3,x' }),
    ],
  }),
];

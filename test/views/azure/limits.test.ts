/** The sheets of budgets and limits: what is typed and pasted, and what they say. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { AzureBudget } from '../../../src/core/scenario/azure.ts';
import { azureLimitsText } from '../../../src/core/text/en/azure-limits.ts';
import type { BudgetStanding, CustomerRisk, ThresholdStanding } from '../../../src/sim/azure/limits/types.ts';
import {
  type BudgetRow,
  budgetColumns,
  freshBudget,
  statusWords,
} from '../../../src/views/azure/limits/budget-rows.ts';
import { burnDown } from '../../../src/views/azure/limits/burn-down.ts';
import { budgetsOf } from '../../../src/views/azure/limits/customer-budgets.ts';
import { exposureColumns, limitsWith, pasteLimits, stressColumns } from '../../../src/views/azure/limits/risk-rows.ts';
import { recordEdits } from '../../../src/views/payers/sheet/record-edits.ts';
import { day } from '../../support/simulation.ts';

const format = createFormat('en-GB');
const { errors, status } = azureLimitsText.budgets;

const budget = (more: Partial<AzureBudget> = {}): AzureBudget => ({
  ...{ name: 'All', match: {}, amount: '310', currency: 'EUR', at: 'cost', thresholds: [50, 100] },
  ...more,
});
const standing = (more: Partial<BudgetStanding> = {}): BudgetStanding => ({
  ...{ month: 2026 * 12 + 9, used: '150', left: '160', thresholds: [], rows: 9, elsewhere: [] },
  ...{ usedBy: Float64Array.of(10, 20), expectedBy: new Float64Array(29).fill(300) },
  expected: { value: 300, low80: 300, high80: 320, low95: 300, high95: 330 },
  ...more,
});
const CHOICES = {
  customers: [
    { id: 'c-1', name: 'Contoso' },
    { id: 'c-2', name: 'Twin' },
    { id: 'c-3', name: 'Twin' },
  ],
  categories: ['Storage'],
  tagKeys: ['team'],
};

/** Types a text into a cell; what the budget becomes, or why it is refused. */
function type(key: string, text: string, own = budget()): AzureBudget | string | undefined {
  const rows: readonly BudgetRow[] = [
    { budget: own, standing: undefined },
    { budget: budget({ name: 'Other' }), standing: undefined },
  ];
  const columns = budgetColumns(rows, CHOICES, format);
  let found: AzureBudget | undefined;
  const edits = recordEdits({
    ...{ rows, columns, order: Uint32Array.of(0, 1), locale: 'en-GB', readOnly: '' },
    commit: (changed) => (found = changed.get(0)?.budget),
  });
  const column = columns.findIndex((one) => one.key === key);
  const [refused] = edits.write([{ row: 0, column, text }], 'typed');
  return refused?.reason ?? found;
}

describe('the sheet of budgets', () => {
  it.each<[string, string, Partial<AzureBudget>]>([
    ['customer', 'contoso', { match: { customerId: 'c-1' } }],
    ['customer', 'C-2', { match: { customerId: 'c-2' } }],
    ['category', 'Storage', { match: { category: 'Storage' } }],
    ['tagKey', 'team', { match: { tag: { key: 'team', value: '' } } }],
    ['at', 'price of sale', { at: 'sell' }],
    ['amount', '1,250.50', { amount: '1250.5' }],
    ['currency', 'usd', { currency: 'USD' }],
    ['thresholds', '100 %; 80, 50 50', { thresholds: [50, 80, 100] }],
    ['name', ' Web ', { name: 'Web' }],
  ])('takes %s %j', (key, text, expected) => {
    expect(type(key, text)).toEqual(budget(expected));
  });

  it.each<[string, string, string]>([
    ['customer', 'Nobody', errors.customer],
    ['customer', 'Twin', errors.ambiguous],
    ['tagValue', 'web', errors.tagFirst],
    ['currency', 'euros', errors.currency],
    ['thresholds', '50, half', errors.thresholds],
    ['thresholds', '1 2 3 4 5 6 7 8 9 10 11', errors.thresholds],
    ['name', 'OTHER', errors.twice],
  ])('refuses %s %j', (key, text, reason) => {
    expect(type(key, text)).toBe(reason);
  });

  it('takes parts of the scope away again', () => {
    const own = budget({ match: { customerId: 'c-1', tag: { key: 'team', value: 'web' } } });
    expect(type('customer', '', own)).toEqual(budget({ match: { tag: { key: 'team', value: 'web' } } }));
    expect(type('tagKey', '', own)).toEqual(budget({ match: { customerId: 'c-1' } }));
  });

  it('gives a new budget a name of its own', () => {
    expect(freshBudget([budget({ name: 'budget 2' })], 'EUR', format)).toMatchObject({
      name: 'Budget 3',
      currency: 'EUR',
    });
  });

  it('makes one for each customer without: its month and a fifth, under a name that is free', () => {
    const costs = {
      groups: [['c-1'], ['c-2'], ['c-3'], ['c-4'], ['']],
      names: [['Contoso'], ['Twin'], ['Twin'], ['Free'], ['']],
      totals: ['100', '12.345', '0.1', '0', '9'],
    };
    const own = [
      budget({ name: 'Any', match: { customerId: 'C-1' } }),
      budget({ match: { customerId: 'c-2', category: 'x' } }),
    ];
    const fresh = budgetsOf(
      [
        ['EUR', costs],
        ['USD', { ...costs, totals: ['10', '0', '0', '0', '0'] }],
      ],
      own,
    );
    expect(fresh.map(({ name, match, amount, currency }) => [name, match.customerId, amount, currency])).toEqual([
      ['Twin', 'c-2', '15', 'EUR'],
      ['Twin (EUR)', 'c-3', '1', 'EUR'],
      ['Contoso', 'c-1', '12', 'USD'],
    ]);
  });

  const reached: ThresholdStanding = { percent: 50, state: 'reached', day: day('2026-10-16') };
  it.each<[string, Partial<BudgetStanding>, string]>([
    ['reached and next', { thresholds: [reached, { percent: 100, state: 'expected', day: day('2026-10-28') }] }, `${status.reached('50', '16 Oct')}; ${status.expected('100', '28 Oct')}`],
    ['possible', { thresholds: [{ percent: 100, state: 'possible', day: undefined }] }, status.possible('100')],
    ['below all', { thresholds: [{ percent: 100, state: 'no', day: undefined }] }, status.fine],
    ['no forecast', { expected: undefined, thresholds: [reached] }, `${status.reached('50', '16 Oct')}; ${status.noForecast}`],
    ['nothing in the currency', { rows: 0, elsewhere: ['USD'] }, `${status.nothing}; ${status.elsewhere('USD')}`],
  ])('says %s', (_, more, words) => {
    expect(statusWords({ budget: budget(), standing: standing(more) }, format)).toBe(words);
  }); // prettier-ignore

  it('draws what is left to the month’s last day', () => {
    const { labels, series } = burnDown(budget(), standing(), format);
    expect([labels[0], labels.at(-1)]).toEqual(['1 Oct', '31 Oct']);
    const read = (at: number, label: number): string | undefined => {
      const value = series[at]?.values[label];
      return value && series[at]?.write(value);
    };
    expect([0, 1, 2].map((at) => read(0, at))).toEqual(['300.00', '290.00', undefined]);
    expect([0, 1, 2, 30].map((at) => read(1, at))).toEqual([undefined, '290.00', '10.00', '10.00']);
    expect([0, 30].map((at) => read(2, at))).toEqual(['300.00', '0.00']);
  });
});

const risk = (more: Partial<CustomerRisk>): CustomerRisk => ({
  ...{
    key: 'c-1',
    customerId: 'C-1',
    customer: 'Contoso',
    currency: 'EUR',
    unbilled: '10',
    prepaid: '0',
    committed: '0',
  },
  ...{ bound: 0, free: 0, unknown: 0, exposure: '10', limit: undefined, paid: undefined, open: '10', usual: '1' },
  ...{ usualDays: 28, runaway: '30', stressed: '40' },
  ...more,
});

describe('the sheet of limits', () => {
  const litware = risk({ key: 'c-3', customerId: 'C-3', customer: 'Litware', currency: 'GBP' });
  const rows = [
    litware,
    risk({}),
    risk({ currency: 'USD' }),
    risk({ key: 'c-2', customerId: 'C-2', customer: 'Fabrikam' }),
  ];
  const limits = [{ customerId: 'c-1', currency: 'EUR', limit: '5', paid: '1' }];

  it('pastes by id or name into the currency that is named or shown, and lists what it leaves out', () => {
    const block = [
      ['Paid ahead', 'Company', 'Currency', 'Credit limit'],
      ['1', 'contoso', '', '100'],
      ['2', 'C-1', 'usd', '200'],
      ['3', 'Fabrikam', 'USD', '300'],
      ['4', 'Nobody', '', '1'],
      ['5', 'Fabrikam', 'EUR', 'much'],
      ['6', 'Litware', '', '600'],
    ];
    const pasted = pasteLimits(block, rows, 'EUR', 'en-GB');
    expect(pasted?.matched).toEqual([
      risk({ limit: '100', paid: '1' }),
      risk({ currency: 'USD', limit: '200', paid: '2' }),
      { ...litware, limit: '600', paid: '6' },
    ]);
    expect(pasted?.unmatched.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(pasted?.unmatched[0]?.reason).toBe(azureLimitsText.exposure.pasting.otherCurrency);
  });

  it('replaces, adds and takes away limits by customer and currency', () => {
    const [, eur = risk({}), usd = risk({})] = rows;
    expect(limitsWith(limits, [{ ...eur, limit: '7' }])).toEqual([{ ...limits[0], limit: '7', paid: '0' }]);
    expect(limitsWith(limits, [{ ...usd, paid: '9' }])).toEqual([
      ...limits,
      { customerId: 'C-1', currency: 'USD', limit: '0', paid: '9' },
    ]);
    expect(limitsWith(limits, [eur])).toEqual([]);
  });

  it('says who is beyond the limit, now and after a runaway', () => {
    const words = (row: CustomerRisk): readonly (string | undefined)[] =>
      [exposureColumns(format), stressColumns(format)].map((columns) =>
        columns.find(({ key }) => key === 'status')?.text(row),
      );
    const { exposure, stress } = azureLimitsText;
    expect(words(risk({}))).toEqual([exposure.status.none, stress.status.none]);
    expect(words(risk({ limit: '5', open: '5' }))).toEqual([exposure.status.over, stress.status.already]);
    expect(words(risk({ limit: '10', open: '0', stressed: '30' }))).toEqual([
      exposure.status.within,
      stress.status.then,
    ]);
    expect(words(risk({ paid: '99', open: '-89', stressed: '-59' }))).toEqual([
      exposure.status.within,
      stress.status.within,
    ]);
  });
});

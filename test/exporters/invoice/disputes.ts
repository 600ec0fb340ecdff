/** A dispute pack's input whose every text is given. */
import { fraction } from '../../../src/core/exact.ts';
import type { DisputeChoices, DisputeInput } from '../../../src/exporters/invoice/types.ts';
import type { LineDetail } from '../../../src/sim/invoice/types.ts';
import { CAUSES, type Difference, type ExpectedLine } from '../../../src/sim/invoice/union/types.ts';
import type { RefundWindow } from '../../../src/sim/invoice/windows/types.ts';
import { day } from '../../support/simulation.ts';

export const CHOICES: DisputeChoices = {
  ...{ recipient: 'microsoft', language: 'en', locale: 'en-GB', paper: 'a4', brand: { name: '' } },
};

const EXPECTED: ExpectedLine = {
  ...{ row: 0, chargeType: 'cycleCharge', from: day('2026-06-10'), to: day('2026-07-09'), quantity: 10 },
  ...{ unitPrice: fraction(1920, 100), effectiveUnitPrice: fraction(1920, 100), share: fraction(0), billingDays: 30 },
  ...{ cycleDays: 30, currency: 'EUR', price: 'list', priceAt: { file: 'prices.csv', line: 7 }, assumed: [] },
};

/** Ten times the seats: 1,920.00 in place of 192.00; `changes` over it. */
export function difference(changes: Partial<Difference> = {}): Difference {
  return {
    ...{ key: 'k', cause: 'quantity', certainty: 'high', join: 'id', customerId: 'c1', customer: 'Contoso', plan: 'P1Y/Monthly' },
    ...{ subscriptionId: 's1', product: 'Microsoft 365 E3', productId: 'CFQ7TTC0LDPB', skuId: '0001', currency: 'EUR' },
    ...{ amount: 172_800, billed: 192_000, expected: 19_200, ratio: fraction(10), was: '100', should: '10' },
    ...{ rows: [4], lines: [EXPECTED], besides: [] },
    ...changes,
  };
} // prettier-ignore

export function evidence(changes: Partial<LineDetail> = {}): LineDetail {
  return {
    ...{ row: 4, at: { file: 'june.csv', line: 6 }, invoice: 'G012345678', customer: 'Contoso', subscriptionId: 's1' },
    ...{ product: 'Microsoft 365 E3', chargeType: 'cycleCharge', kind: 'licence', orderDate: undefined },
    ...{ from: day('2026-06-10'), to: day('2026-07-09'), unitPrice: fraction(1920, 100), rate: fraction(1) },
    ...{ effectiveUnitPrice: fraction(1920, 100), quantity: fraction(100), currency: 'EUR', pricingCurrency: 'EUR' },
    ...{ subtotal: fraction(1920), tax: fraction(0), total: fraction(1920), adjustment: '', promotionId: '' },
    ...{ verdict: 'exact', arithmetic: undefined },
    ...changes,
  };
}

const WINDOW: RefundWindow = {
  ...{ basis: 'new', source: 'billed', customerId: 'c2', customer: 'Fabrikam', subscriptionId: 's2', product: 'Copilot' },
  ...{ productId: 'P', skuId: '1', currency: 'EUR', seats: 12, scope: 'seats', start: day('2026-06-09'), end: day('2026-07-08') },
  ...{ surelyUntil: day('2026-06-15'), until: day('2026-06-16'), rows: [5], row: undefined },
  ...{ today: { dayReturned: 29_220, dayCharged: 28_092 }, tomorrow: { dayReturned: 28_092, dayCharged: 26_976 } },
}; // prettier-ignore

export function disputes(changes: Partial<DisputeInput> = {}): DisputeInput {
  return {
    ...{ choices: CHOICES, month: 2026 * 12 + 5, asOf: day('2026-06-13'), evidence: [evidence()], windows: [WINDOW] },
    disputed: [{ difference: difference(), note: 'Ten times what we hold.' }],
    ...changes,
  };
}

/** One difference of every cause, and the text wherever one stands. */
export function hostileDisputes(text: string, language: DisputeChoices['language'] = 'en'): DisputeInput {
  const words = { customerId: text, customer: text, subscriptionId: text, product: text, productId: text, skuId: text };
  const line: ExpectedLine = { ...EXPECTED, priceAt: { file: text, line: 1 } };
  const differences = CAUSES.map((cause) => ({
    difference: difference({ ...words, cause, was: text, should: text, lines: [line], besides: ['rounding'] }),
    note: text,
  }));
  const billed = { invoice: text, chargeType: text, adjustment: text, promotionId: text, at: { file: text, line: 1 } };
  return disputes({
    choices: { ...CHOICES, language, brand: { name: text } },
    disputed: differences,
    evidence: [evidence({ ...billed, customer: text, product: text, subscriptionId: text })],
    windows: [{ ...WINDOW, ...words }],
  });
}

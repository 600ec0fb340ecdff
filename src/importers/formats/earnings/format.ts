/** Incentive exports of Partner Center: earnings (default, marketplace, store, growth levers) and payments. */
import { EARNINGS_COLUMNS, PAYMENTS_COLUMNS } from '../../../core/schema/columns.ts';
import { asNamed, fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

export const EARNINGS_FIELDS = fieldsOf(
  EARNINGS_COLUMNS,
  {
    earningId: { required: true },
    earningAmount: { required: true },
    estimatedPaymentMonth: { kind: 'month' },
    licensingProgramName: { label: 'LicensingProgramName' },
    lineItemId: { label: 'LineItemId' },
    maturityMonth: { label: 'Maturity month', kind: 'month' },
    orderId: { label: 'OrderId' },
    programCode: { label: 'Program Code' },
    skuId: { label: 'SkuId' },
    transactionMonth: { kind: 'month' },
  },
  asNamed,
);

const EARNINGS_KEYS = ['earningid', 'earningamount', 'participantid'];

const COMMON = { kind: 'earnings', ambiguous: 'microsoft', bulk: true } as const;

/** Each earning has an id of its own. */
const EARNED = { day: 'earningDate', customer: 'customerId', identity: ['earningId'] } as const;

export const EARNINGS: SheetFormat = {
  ...COMMON,
  title: 'earnings export',
  fields: EARNINGS_FIELDS,
  signature: EARNINGS_KEYS,
  without: ['totaltransactionamountusd'],
  totals: [
    { column: 'earningAmount', currency: 'transactionCurrency' },
    { column: 'earningAmountUSD' },
    { column: 'transactionAmount', currency: 'transactionCurrency' },
    { column: 'transactionAmountUSD' },
  ],
  periods: EARNED,
  variant: () => 'earnings',
};

export const EARNINGS_GROWTH: SheetFormat = {
  ...COMMON,
  title: 'earnings export, growth levers',
  fields: EARNINGS_FIELDS,
  signature: [...EARNINGS_KEYS, 'totaltransactionamountusd'],
  totals: [
    { column: 'earningAmount', currency: 'transactionCurrency' },
    { column: 'earningAmountUSD' },
    { column: 'totalTransactionAmountUSD' },
  ],
  periods: EARNED,
  variant: () => 'growth levers',
};

export const PAYMENTS_FIELDS = fieldsOf(
  PAYMENTS_COLUMNS,
  {
    participantId: { label: 'participantID' },
    participantIdType: { label: 'participantIDType' },
    paymentId: { label: 'paymentID', required: true },
    totalPayment: { required: true },
  },
  asNamed,
);

export const PAYMENTS: SheetFormat = {
  ...COMMON,
  title: 'payments export',
  fields: PAYMENTS_FIELDS,
  signature: ['paymentid', 'totalpayment', 'paymentdate'],
  totals: [
    { column: 'earned', currency: 'currencyCode' },
    { column: 'totalPayment', currency: 'currencyCode' },
    { column: 'earnedUSD' },
  ],
  periods: { day: 'paymentDate', identity: ['paymentId', 'currencyCode'] },
  variant: () => 'payments',
};

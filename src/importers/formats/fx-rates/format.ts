/** Microsoft's monthly exchange rates. */
import { FX_RATE_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

export const FX_RATES: SheetFormat = {
  kind: 'fx-rates',
  title: 'exchange rate list',
  fields: fieldsOf(FX_RATE_COLUMNS, {
    currencyCode: { required: true },
    usdPerUnit: { label: 'USDPerUnit', required: true },
    month: { kind: 'month', required: true },
  }),
  signature: ['currencycode', 'usdperunit', 'month'],
  ambiguous: 'microsoft',
};

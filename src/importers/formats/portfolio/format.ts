/** The portfolio file: one subscription a row, for people without an API export. */
import type { Table } from '../../../core/table.ts';
import type { Findings } from '../../sheet/findings.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import { warnOfUnknownActions } from '../known-actions.ts';
import { warnOfUnknownTerms } from '../known-terms.ts';
import { subscriptionCheck } from '../subscription-check.ts';
import { SUBSCRIPTION_FIELDS } from '../subscription-fields.ts';

export const PORTFOLIO: SheetFormat = {
  kind: 'portfolio',
  title: 'portfolio sheet',
  fields: SUBSCRIPTION_FIELDS,
  signature: SUBSCRIPTION_FIELDS.filter((field) => field.required).flatMap((field) => field.keys),
  ambiguous: 'ask',
  rowCheck: subscriptionCheck(false),
  conclude: (table: Table, findings: Findings) => {
    warnOfUnknownActions(table, findings);
    warnOfUnknownTerms(table, findings);
    return 'portfolio';
  },
};

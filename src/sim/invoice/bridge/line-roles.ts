/** What a billed line does to the bill of its month. */
import { NO_DAY } from '../../../core/table.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines } from '../model/types.ts';

/**
 * `regular`: a whole cycle. `change`: a part of one, or what no month has again. `end`: given back because a subscription ends
 * at once. `credit`: not for a subscription's seats. `usage`: by what was consumed.
 */
export const LINE_ROLES = ['regular', 'change', 'end', 'credit', 'usage'] as const;
export type LineRole = (typeof LINE_ROLES)[number];

const REGULAR: ReadonlySet<string> = new Set(['new', 'renew', 'cyclecharge', 'cyclefee', 'cycle fee', 'purchase', '']);
const YEARLY = /annual|year|triennial/i;
const YEARLY_BILLING = /(?:year|annual|triennial)\w*\s+billing/i;
/** Longest month. */
const MONTH_DAYS = 31;

export class LineRoles {
  private readonly lines: InvoiceLines;
  private readonly kinds: Uint8Array;
  private readonly byType: readonly LineRole[];
  private readonly isNamedYearly: (row: number) => boolean;

  constructor(lines: InvoiceLines, kinds: Uint8Array) {
    this.lines = lines;
    this.kinds = kinds;
    this.byType = lines.texts.chargeType.values.map((text) => {
      const type = text.trim().toLowerCase();
      if (type === 'customercredit') return 'credit';
      if (type === 'cancelimmediate' || type === 'cancel') return 'end';
      return REGULAR.has(type) ? 'regular' : 'change';
    });
    const { billingFrequency, termAndBillingCycle } = lines.texts;
    const byFrequency = billingFrequency.values.map((text) => YEARLY.test(text));
    // Files have one text for both ways of paying for a year.
    const byCycle = termAndBillingCycle.values.map((text) => YEARLY_BILLING.test(text) && !/month\w*[\s/]/i.test(text));
    this.isNamedYearly = (row) => {
      const frequency = billingFrequency.codes[row] ?? 0;
      if (frequency !== 0) return byFrequency[frequency] === true;
      return byCycle[termAndBillingCycle.codes[row] ?? 0] === true;
    };
  }

  of(row: number): LineRole {
    const { texts } = this.lines;
    const role = this.byType[texts.chargeType.codes[row] ?? 0] ?? 'change';
    if (role === 'credit' || texts.creditReasonCode.codes[row] !== 0) return 'credit';
    return LINE_KINDS[this.kinds[row] ?? 0] === 'usage' ? 'usage' : role;
  }

  /** Charged once for more than a month: a year, a term, or for ever. */
  isLong(row: number): boolean {
    const { chargeStartDate, chargeEndDate } = this.lines.days;
    const end = chargeEndDate[row] ?? NO_DAY;
    if (end === NO_DAY) return true;
    return end - (chargeStartDate[row] ?? end) + 1 > MONTH_DAYS || this.isNamedYearly(row);
  }

  /** The line begins a subscription. */
  begins(row: number): boolean {
    const { codes, values } = this.lines.texts.chargeType;
    return (values[codes[row] ?? 0] ?? '').toLowerCase() === 'new';
  }
}

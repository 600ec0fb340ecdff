/** Subscriptions that are new, gone or changed between two portfolios, each with what it does to the extra cost. */
import { dayToText } from '../../core/days.ts';
import { toDecimal } from '../../core/exact.ts';
import { idKey, productKey, skuKey } from '../../core/ids.ts';
import type { Minor } from '../../core/money.ts';
import { type Column, SOURCE_ROW, countAt, dayAt, exactAt, flagAt, textAt } from '../../core/table.ts';
import type { Book } from '../book.ts';
import { simulate } from '../simulate.ts';
import type { FileRow, Outcome, SimulationRequest } from '../types.ts';
import type { ChangeKind, ChangeStep, SubscriptionChange } from './types.ts';

export interface SubscriptionChanges {
  readonly changes: readonly SubscriptionChange[];
  readonly unchanged: number;
}

/** @param before and @param after books that differ only in their subscriptions: same lists, same promotions */
export function subscriptionChanges(before: Book, after: Book, request: SimulationRequest): SubscriptionChanges {
  const [old, now] = [new Side(before, request), new Side(after, request)];
  const changes: SubscriptionChange[] = [];
  let unchanged = 0;
  for (const [key, row] of now.rowOf) {
    const oldRow = old.rowOf.get(key);
    const steps = oldRow === undefined ? [] : stepsBetween(old, oldRow, now, row);
    if (oldRow !== undefined && steps.length === 0) unchanged++;
    else changes.push(changeOf(old, oldRow, now, row, steps));
  }
  for (const [key, row] of old.rowOf) if (!now.rowOf.has(key)) changes.push(changeOf(old, row, now, undefined, []));
  return { changes, unchanged };
}

/** What a simulation says of a row. */
interface Verdict {
  readonly outcome: Outcome;
  readonly extra: Minor;
}

/** One of the two portfolios with its results. */
class Side {
  readonly rowOf = new Map<string, number>();
  private readonly verdicts = new Map<number, Verdict>();
  private readonly book: Book;

  constructor(book: Book, request: SimulationRequest) {
    this.book = book;
    for (let row = 0; row < book.rows; row++) this.rowOf.set(idKey(this.text('subscriptionId', row)), row);
    const { table, amounts } = simulate(book, request);
    for (let at = 0; at < table.rows; at++) {
      const row = countAt(table.columns.get('row'), at) ?? 0;
      const outcome = textAt(table.columns.get('outcome'), at) as Outcome;
      this.verdicts.set(row, { outcome, extra: amounts.extra[at] ?? 0 });
    }
  }

  verdict(row: number | undefined): Verdict | undefined {
    return row === undefined ? undefined : this.verdicts.get(row);
  }

  column(name: string): Column | undefined {
    return this.book.portfolio.table.columns.get(name);
  }

  text(name: string, row: number): string {
    return textAt(this.column(name), row);
  }

  place(row: number): FileRow {
    const { datasets, datasetOf } = this.book.portfolio;
    return { file: datasets[datasetOf[row] ?? 0]?.file ?? '', line: countAt(this.column(SOURCE_ROW), row) };
  }

  /** Each thing that is compared, as text. */
  facts(
    row: number,
  ): Readonly<
    Record<'seats' | 'term-end' | 'auto-renew' | 'action' | 'status' | 'product' | 'term' | 'promotion', string>
  > {
    const seats = exactAt(this.column('quantity'), row);
    const end = dayAt(this.column('commitmentEnd'), row);
    const percent = exactAt(this.column('promotionPercent'), row);
    const action = this.text('scheduledAction', row);
    return {
      seats: seats ? toDecimal(seats, 0, 10) : '',
      'term-end': end === undefined ? '' : dayToText(end),
      'auto-renew': flagAt(this.column('autoRenew'), row) === false ? 'off' : 'on',
      action,
      status: this.text('status', row).toLowerCase() || 'active',
      product: `${productKey(this.text('productId', row))} ${skuKey(this.text('skuId', row))}`,
      term: [this.text('termDuration', row), this.text('billingPlan', row)].join('/'),
      promotion: this.text('promotionId', row) || (percent ? `${toDecimal(percent, 0, 10)} %` : ''),
    };
  }
}

/** Compared without case where files spell the same differently. */
function stepsBetween(old: Side, oldRow: number, now: Side, row: number): readonly ChangeStep[] {
  const [was, is] = [old.facts(oldRow), now.facts(row)];
  const steps: ChangeStep[] = [];
  for (const name of Object.keys(is) as (keyof typeof is)[]) {
    const [before, after] = [was[name], is[name]];
    if (before.toLowerCase() === after.toLowerCase()) continue;
    steps.push({ kind: name === 'auto-renew' ? `auto-renew-${after === 'on' ? 'on' : 'off'}` : name, before, after });
  }
  return steps;
}

function changeOf(
  old: Side,
  oldRow: number | undefined,
  now: Side,
  row: number | undefined,
  steps: readonly ChangeStep[],
): SubscriptionChange {
  const [side, at] = row === undefined ? [old, oldRow ?? 0] : [now, row];
  const kinds: readonly ChangeKind[] =
    oldRow === undefined ? ['new'] : row === undefined ? ['gone'] : steps.map(({ kind }) => kind);
  const [before, after] = [old.verdict(oldRow), now.verdict(row)];
  const unpriced = (oldRow !== undefined && !before) || (row !== undefined && !after);
  return {
    id: side.text('subscriptionId', at),
    customerId: side.text('customerId', at),
    customer: side.text('customerName', at),
    product: side.text('offerName', at) || side.facts(at).product,
    currency: side.text('currency', at),
    kinds,
    steps,
    outcome: { before: before?.outcome, after: after?.outcome },
    extra: unpriced ? undefined : { before: before?.extra ?? 0, after: after?.extra ?? 0 },
    rule: steps.some(isConversion) ? 'R-015' : '',
    row,
    place: side.place(at),
  };
}

/** Microsoft turned “auto-renew off” into “renew to EST”, and switched auto-renew on while doing so. */
function isConversion({ kind, after }: ChangeStep): boolean {
  return kind === 'auto-renew-on' || (kind === 'action' && after.toLowerCase() === 'renewtoextendedserviceterm');
}

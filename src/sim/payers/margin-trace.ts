/** Which margin rule made each customer price, and where a price trips a guard or takes a discount twice. */
import {
  type Exact,
  compare,
  divide,
  fraction,
  isZero,
  multiply,
  parseExact,
  subtract,
  toDecimal,
  ZERO,
} from '../../core/exact.ts';
import type { Book } from '../book.ts';
import { CycleWalker } from '../cycles.ts';
import { unitText } from '../figures.ts';
import { type CostAndErp, rulePrice } from '../margin.ts';
import { type Assessment, Model } from '../model.ts';
import { noteBit } from '../notes.ts';
import type { Pay } from '../pay.ts';
import { remember } from '../remember.ts';
import type { SimulationRequest } from '../types.ts';
import { LEVELS, MARKS, type MarginTrace, type TracedPrices } from './types.ts';

/** The trace of every priced subscription that is not excluded; later prices are looked at where it is exposed. */
export function marginTrace(book: Book, request: SimulationRequest): MarginTrace {
  const model = new Model(book, request);
  const walker = new CycleWalker(model);
  const prices: TracedPrices[] = [];
  const places = new Map<Pay, Map<string, number>>();
  const count = request.rows?.length ?? book.rows;
  const rows = new Uint32Array(count);
  const [levels, marks, priceOf] = [new Uint8Array(count), new Uint8Array(count), new Uint32Array(count)];
  let size = 0;
  for (let index = 0; index < count; index++) {
    const row = request.rows ? (request.rows[index] ?? 0) : index;
    const assessed = model.assess(row);
    if (typeof assessed === 'string' || assessed.verdict.outcome === 'excluded') continue;
    const pay = model.payOf(assessed);
    const next = nextBasis(assessed);
    const known = remember(places, pay, () => new Map<string, number>());
    rows[size] = row;
    levels[size] = LEVELS.indexOf(model.ruleLevelOf(assessed.subscription));
    priceOf[size] = remember(
      known,
      `${unitText(next.cost)} ${unitText(next.erp)}`,
      () => prices.push(traced(assessed, pay, next)) - 1,
    );
    marks[size] = marksOf(assessed, pay, walker);
    size++;
  }
  const cut = <T extends Uint8Array | Uint32Array>(all: T): T => all.slice(0, size) as T;
  return { rows: cut(rows), levels: cut(levels), marks: cut(marks), priceOf: cut(priceOf), prices };
}

/** What the price after the term end is made from: the EST price, or that of the renewal. */
function nextBasis({ verdict, figures, renew }: Assessment): CostAndErp {
  if (verdict.outcome !== 'renews' || isZero(figures.own.cost))
    return verdict.outcome === 'renews' ? figures.own : figures.est;
  const kept = divide(renew, figures.own.cost);
  return { cost: renew, erp: multiply(figures.own.erp, kept) };
}

function traced({ figures }: Assessment, pay: Pay, next: CostAndErp): TracedPrices {
  const shown = (price: Exact, { cost, erp }: CostAndErp): TracedPrices['today'] => ({
    price: unitText(price),
    cost: unitText(cost),
    erp: unitText(erp),
  });
  const { lock } = figures;
  return {
    rule: pay.rule.rule,
    today: shown(pay.p0, pay.basis),
    next: shown(rulePrice(pay.rule, next, pay.clamp, pay.digits), next),
    marginPercent: isZero(pay.p0) ? undefined : percent(divide(subtract(pay.p0, pay.basis.cost), pay.p0)),
    promotion: percent(lock.share),
    listErp: unitText(lock.row.erp),
  };
}

function percent(share: Exact): string {
  return toDecimal(multiply(share, fraction(100)), 0, 2);
}

function marksOf(assessed: Assessment, pay: Pay, walker: CycleWalker): number {
  const { span, figures } = assessed;
  const bit = (notes: number, note: 'below-cost' | 'above-erp', mark: number): number =>
    (notes & noteBit(note)) === 0 ? 0 : mark;
  let later = 0;
  if (span) {
    walker.walk(assessed, span, pay, 1, ({ prices }) => {
      later |= prices.step.notes;
    });
  }
  return (
    bit(pay.notes, 'below-cost', MARKS.belowCost) |
    bit(pay.notes, 'above-erp', MARKS.aboveErp) |
    bit(later, 'below-cost', MARKS.belowCostLater) |
    bit(later, 'above-erp', MARKS.aboveErpLater) |
    (pay.given ? MARKS.given : isDoubleDiscount(pay, figures.lock.share) ? MARKS.doubleDiscount : 0)
  );
}

/** The promotion has lowered the ERP already, and the rule takes its own discount off that. */
function isDoubleDiscount({ rule: { rule } }: Pay, promotion: Exact): boolean {
  if (rule.kind !== 'erp-discount' || compare(promotion, ZERO) <= 0) return false;
  const discount = parseExact(rule.percent);
  return discount !== undefined && compare(discount, ZERO) > 0;
}

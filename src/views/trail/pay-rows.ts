/** The customer's price as a small table: what it is made from, by which rule, what the contract allows and from when. */
import { type Exact, ZERO, compare, parseExact } from '../../core/exact.ts';
import { trailText } from '../../core/text/en/trail.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';
import type { TrailContext } from './context.ts';

type PayDetail = Explanation['pay'];

const { steps: text, marginRules, allowed, firstDay } = trailText;

/** The customer's price today, by the rule, and allowed, each with its numbers; the last row is the first day. */
export function payRows({ pay }: Explanation, context: TrailContext): readonly (readonly string[])[] {
  const unit = (decimal: string): string => context.format.exact(exact(decimal), [2, 10]);
  const { format } = context;
  return [
    [text.payToday, unit(pay.today), pay.given ? trailText.today : byRule(pay, pay.basis, context)],
    [text.payIdeal, unit(pay.ideal), byRule(pay, pay.idealBasis, context)],
    [text.payAllowed, unit(pay.allowed), allowedWords(pay, context)],
    [text.payFrom, format.day(pay.from), firstDayWords(pay, context)],
  ];
}

function byRule({ rule, level, clamp }: PayDetail, basis: PayDetail['basis'], { format }: TrailContext): string {
  const [cost, erp] = [basis.cost, basis.erp].map((decimal) => format.exact(exact(decimal), [2, 10]));
  const made =
    rule.kind === 'fixed'
      ? marginRules.fixed(format.exact(exact(rule.price), [2, 10]))
      : marginRules[rule.kind]((rule.kind === 'erp-discount' ? erp : cost) ?? '', format.decimal(rule.percent));
  const kept = clamp ? [trailText.clamped(cost ?? '', erp ?? '')] : [];
  return [made, ...kept, trailText.ruleLevels[level]].join(', ');
}

function allowedWords({ today, ideal, clause, highest }: PayDetail, { format }: TrailContext): string {
  if (compare(exact(ideal), exact(today)) <= 0) return allowed.lower;
  if (!clause) return allowed.noClause;
  if (!clause.passThrough) return allowed.nothing;
  if (clause.capPercent === undefined || highest === undefined) return allowed.whole;
  const unit = (decimal: string): string => format.exact(exact(decimal), [2, 10]);
  return allowed.capped(format.decimal(clause.capPercent), unit(today), unit(highest));
}

function firstDayWords({ clause, asOf }: PayDetail, { format }: TrailContext): string {
  const { noticeDays = 0, noticeGiven, priceLockUntil } = clause ?? {};
  const notice =
    noticeGiven !== undefined
      ? firstDay.noticeGiven(format.day(noticeGiven), noticeDays)
      : noticeDays > 0
        ? firstDay.notice(format.day(asOf), noticeDays)
        : firstDay.asOf(format.day(asOf));
  return priceLockUntil === undefined ? notice : firstDay.later(notice, firstDay.lock(format.day(priceLockUntil)));
}

function exact(decimal: string): Exact {
  return parseExact(decimal) ?? ZERO;
}

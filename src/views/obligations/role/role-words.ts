/** The answer about a role in words: verdict, figures, reasons with their rules, and what the figures rest on. */
import type { Day } from '../../../core/days.ts';
import { parseExact, ZERO } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { Unit } from '../../../core/obligations/programme.ts';
import { checkDay } from '../../../core/obligations/programme-days.ts';
import { isInForce } from '../../../core/obligations/rules/book.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import { sourcesText } from '../../../core/scenario/rate-source.ts';
import { obligationsText } from '../../../core/text/en/obligations.ts';
import { obligationsRoleText as text } from '../../../core/text/en/obligations-role.ts';
import type { CheckResult, ProgrammeAnswer, Reason, UnitAnswer } from '../../../sim/obligations/programme/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { requirementName } from './requirement-rows.ts';

export function unitName({ name }: Unit, place: number): string {
  return name === '' ? text.unnamed(place + 1) : name;
}

/** A decimal text as per cent. */
export function percentOf(share: string | undefined, format: Format): string {
  return share === undefined || share === '' ? '' : format.percent(parseExact(share) ?? ZERO, 1);
}

/** Months of the trailing revenue. */
const WINDOW = 12;

export function roleKpis(answer: ProgrammeAnswer, unit: UnitAnswer, format: Format): readonly Kpi[] {
  const { kpis, verdicts } = text;
  const { currency } = answer;
  const { today, check, away } = unit;
  const money = (minor: number | undefined): Pick<Kpi, 'value' | 'unit'> =>
    minor === undefined ? { value: '—' } : { value: format.amount(minor, currency), unit: currency };
  const open = answer.checks.filter(({ state }) => state === 'open').length;
  const isBelow = (today.distance ?? 0) < 0;
  const months = WINDOW - today.missing.length;
  const sinceWhen = kpis.todayNote(format.month(today.month));
  return [
    { label: kpis.verdict, value: verdicts[answer.verdict], note: kpis.verdictNote(open) },
    {
      ...{ label: kpis.today, ...money(months === 0 ? undefined : today.known) },
      note: months === WINDOW ? sinceWhen : kpis.monthsKnown(format.count(months), sinceWhen),
    },
    { label: kpis.floor, ...money(today.floor), ...(today.floor === undefined ? { note: kpis.noFloor } : {}) },
    {
      ...{ label: isBelow ? kpis.below : kpis.distance, ...money(months === 0 ? undefined : absolute(today.distance)) },
      note: today.share === undefined || months === 0 ? undefined : kpis.ofFloor(percentOf(today.share, format)),
    },
    {
      ...{ label: kpis.check, ...money(check && check.known + check.expected) },
      note: check ? kpis.checkNote(format.day(checkDay(check.month))) : kpis.noCheck,
    },
    {
      ...{ label: kpis.perMonth, ...money(check?.perMonth) },
      note: check?.perMonth === 0 ? kpis.reached : undefined,
    },
    {
      ...{ label: kpis.away, value: away.customers === undefined ? '—' : kpis.awayValue(away.customers) },
      note: away.customers === undefined ? kpis.awayNone : kpis.awayNote,
    },
  ];
}

export function absolute(minor: number | undefined): number | undefined {
  return minor === undefined ? undefined : Math.abs(minor);
}

interface RowContext {
  readonly book: readonly ObligationRule[];
  readonly asOf: Day;
  readonly format: Format;
}

/** Rows of a table, of revenue and then of requirements: what, rule, and its source with how sure it is on the day. */
export function reasonRows(
  { reasons }: Pick<UnitAnswer, 'reasons'>,
  { checks, currency }: Pick<ProgrammeAnswer, 'checks' | 'currency'>,
  { book, asOf, format }: RowContext,
): readonly (readonly string[])[] {
  return [
    ...reasons.map((reason) => [
      reasonWords(reason, currency, format),
      reason.rule,
      sourceOf(book, reason.rule, reason.day ?? asOf),
    ]),
    ...checkGroups(checks).map(({ state, rule, names }) => [
      text.checkReasons[state](names.join('; ')),
      rule,
      sourceOf(book, rule, asOf),
    ]),
  ];
}

const LACKING = ['not-met', 'ended', 'ends', 'open'] as const;

/** Requirements that are not met, by what is wrong with them and by their rule. */
function checkGroups(checks: readonly CheckResult[]) {
  return LACKING.flatMap((state) => {
    const lacking = checks.filter((one) => one.state === state);
    return [...new Set(lacking.map(({ rule }) => rule))].map((rule) => ({
      ...{ state, rule },
      names: lacking.filter((one) => one.rule === rule).map(requirementName),
    }));
  });
}

function reasonWords(reason: Reason, currency: string, format: Format): string {
  const { code, day = 0, amount = 0, months = [], currencies = [] } = reason;
  const words = text.reasons;
  const size = format.money(Math.abs(amount), currency);
  switch (code) {
    case 'no-rate':
      return words[code](currencies.join(', '));
    case 'months-missing':
      return words[code](months.map((month) => format.month(month)).join(', '));
    case 'reached':
    case 'expected-above':
    case 'expected-below':
    case 'fell-short':
      return words[code](size, format.day(day));
    case 'no-floor':
    case 'exempt':
    case 'deauthorised':
    case 'may-return':
      return words[code](format.day(day));
    case 'no-role':
    case 'no-anniversary':
    case 'no-revenue':
      return words[code]();
  }
}

/** Source and confidence of what a rule states on a day; of the latest statement where none is in force. */
export function sourceOf(book: readonly ObligationRule[], id: string, day: Day): string {
  const statements =
    book.find((rule) => rule.id === id)?.statements.filter(({ outranked }) => outranked !== true) ?? [];
  const statement = statements.findLast((one) => isInForce(one, day)) ?? statements.at(-1);
  return statement
    ? obligationsText.rules.source(statement.source, obligationsText.confidence[statement.confidence])
    : '';
}

/** What the figures rest on, sentence by sentence. */
export function doubtLines(answer: ProgrammeAnswer, unit: UnitAnswer, format: Format): readonly string[] {
  const { doubts, facts: factWords } = text;
  const { facts, currency } = answer;
  const count = (value: number): string => format.count(value);
  return [
    ...(facts.lines > 0 ? [doubts.measure(count(facts.lines))] : []),
    ...(answer.method === 'portfolio'
      ? [doubts.portfolio(count(facts.priced), count(facts.unpriced))]
      : [`${doubts.billed} ${doubts.credits}`]),
    ...(facts.unbilled > 0 ? [doubts.unbilled(count(facts.unbilled))] : []),
    ...(facts.unread > 0 ? [doubts.unread(count(facts.unread))] : []),
    ...answer.rates.map(({ from, rate, typed, day, sources }) => {
      const source = typed
        ? day === undefined
          ? doubts.typedUndated
          : doubts.typedRate(format.day(day))
        : sourcesText(sources);
      return doubts.rate(from, format.decimal(rate), currency, source);
    }),
    ...unit.months
      .filter(({ replaced }) => replaced !== 0)
      .map(({ month, replaced }) => doubts.replaced(format.month(month), format.money(replaced, currency))),
    ...answer.apart.map(({ kind, currency: of, amount }) =>
      doubts.apart(factWords.revenue.kinds[kind], format.money(amount, of)),
    ),
  ];
}

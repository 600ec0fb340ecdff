/** The comparison cards as tables: licensing models, and the three roles of CSP with the figures of the book. */
import type { Day } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import { ROLES } from '../../../core/obligations/programme.ts';
import { isInForce, ruleFigure } from '../../../core/obligations/rules/book.ts';
import type { ObligationRule, RuleFigure } from '../../../core/obligations/rules/types.ts';
import { obligationsText } from '../../../core/text/en/obligations.ts';
import { obligationsLicensingText as text } from '../../../core/text/en/obligations-licensing.ts';
import { dayWords, figureWords } from '../rules/rule-tables.ts';

/** A line of a card: what is compared, a cell for each column, and the rule that says so. */
export interface Compared {
  readonly cells: readonly string[];
  readonly rule: string;
}

interface Context {
  readonly book: readonly ObligationRule[];
  readonly asOf: Day;
  readonly format: Format;
}

const FLOORS = ['resellerRevenue', 'directRevenue', 'providerRevenue'] as const;

export function modelRows({ book, asOf, format }: Context): readonly Compared[] {
  const { buyer, term, payment, platform, today } = text.models.rows;
  const count = (key: string): string => plain(ruleFigure(book, 'R-152', key, asOf), format);
  const line = (name: string, ...cells: readonly string[]): Compared => ({
    cells: [name, ...cells.map(said)],
    rule: 'R-152',
  });
  return [
    line(buyer.name, buyer.csp, buyer.ea(count('eaUsers')), ''),
    line(term.name, term.csp, term.ea(count('eaYears')), ''),
    line(payment.name, payment.csp, '', ''),
    line(platform.name, platform.csp, '', ''),
    line(today.name, today.csp, today.ea, today.open),
  ];
}

/** The roles in the order of `ROLES`. */
export function roleRows(context: Context): readonly Compared[] {
  const { book, asOf, format } = context;
  const { rows } = text.roles;
  const figure = (id: string, key: string): string => plain(ruleFigure(book, id, key, asOf), format);
  const line = (rule: string, name: string, cells: readonly string[]): Compared => ({
    cells: [name, ...cells.map(said)],
    rule,
  });
  const [reseller, direct, provider] = ROLES;
  return [
    line('R-140', rows.buys.name, ROLES.map((role) => rows.buys[role])),
    line('R-140', rows.floor, FLOORS.map((key) => floorWords(key, context))),
    line('R-140', rows.counted.name, ROLES.map((role) => rows.counted[role])),
    line('R-140', rows.designation.name, [
      rows.designation[reseller],
      rows.designation[direct](figure('R-140', 'directDesignations')),
      '',
    ]),
    line('R-142', rows.support.name, [rows.support[reseller], rows.support[direct], '']),
    line('R-143', rows.security.name, ROLES.map((role) => rows.security[role])),
    line('R-141', rows.check.name, [
      rows.check[reseller](figure('R-141', 'exemptMonths')),
      rows.check[direct](figure('R-142', 'assessmentMonths')),
      rows.check[provider],
    ]),
    line('R-142', rows.other.name, [rows.other[reseller], rows.other[direct](figure('R-142', 'resellerMonths')), '']),
  ]; // prettier-ignore
}

function said(cell: string): string {
  return cell === '' ? text.notSaid : cell;
}

/** The figure in force, and those of before with their last day. */
function floorWords(key: string, { book, asOf, format }: Context): string {
  const { noFloor, before } = text.roles.rows;
  const now = ruleFigure(book, 'R-140', key, asOf);
  const all = book.find(({ id }) => id === 'R-140')?.figures.filter((one) => one.key === key) ?? [];
  const past = all.filter((one) => one !== now && !isInForce(one, asOf) && one.until !== undefined);
  const history = past.map((one) => before(figureWords(one, format), dayWords(one.until ?? '', format)));
  return [now ? figureWords(now, format) : noFloor, ...history].join('; ');
}

function plain(figure: RuleFigure | undefined, format: Format): string {
  return figure ? format.decimal(figure.value) : '–';
}

/** The rule of a line with how sure its statement of the day is. */
export function confidenceOf({ rule }: Compared, { book, asOf }: Pick<Context, 'book' | 'asOf'>): string {
  const statements = book.find(({ id }) => id === rule)?.statements.filter(({ outranked }) => outranked !== true) ?? [];
  const statement = statements.findLast((one) => isInForce(one, asOf)) ?? statements.at(-1);
  return statement ? obligationsText.confidence[statement.confidence] : '';
}

/** Units of a formula, worked out from those of its columns and names before anything is computed. */
import { unitWords } from '../../../core/text/en/units.ts';
import { type CallNode, type FormulaProblem, type Node, type Span, childrenOf } from '../ast.ts';
import { nameKey } from '../needs.ts';
import { type Outcome, over, times, together } from './algebra.ts';
import { ANY, PLAIN, type Unit, currencyOfRow, isByRow } from './unit.ts';

/** Where units come from; what is not known is `ANY`. */
export interface UnitSource {
  /** Of a column; table undefined: the formula's own. */
  column(table: string | undefined, column: string): Unit;
  name(name: string): Unit;
  /** Of what one of the product's functions gives (`EST.PRICE`). */
  readonly product?: (name: string) => Unit;
}

export interface CheckedUnits {
  /** Of the result, for the header of the column. */
  readonly unit: Unit;
  /** What makes no sense, with its place; the value of such a formula is `#UNIT!`. */
  readonly problems: readonly FormulaProblem[];
}

/** The unit of a formula's result, and every place where units do not fit. */
export function checkUnits(ast: Node, source: UnitSource): CheckedUnits {
  const checker = new Checker(source);
  const unit = checker.unitOf(ast, new Map());
  return { unit: checker.problems.length > 0 ? ANY : unit, problems: checker.problems };
}

type Locals = ReadonlyMap<string, Unit>;

/** Functions whose result counts what all their arguments count: sums and choices of cells. */
const TOTALS: ReadonlySet<string> = new Set(['SUM', 'AVERAGE', 'MEDIAN', 'MIN', 'MAX']);
/** Such of their first argument alone. */
const FIRST_TOTALS: ReadonlySet<string> = new Set(['PERCENTILE.INC', 'LARGE', 'SMALL']);
const FIRST: ReadonlySet<string> = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC', 'INT', 'ABS', 'MOD', 'INDEX']);
const CONDITIONAL: ReadonlySet<string> = new Set(['SUMIFS', 'AVERAGEIFS', 'MINIFS', 'MAXIFS']);
const COUNTS: ReadonlySet<string> = new Set(['COUNT', 'COUNTA', 'COUNTIF', 'COUNTIFS', 'RANK', 'LEN', 'MATCH']);
const PRODUCT: ReadonlySet<string> = new Set(['EST.PRICE', 'LIST.PRICE', 'PASSED']);

/** The arguments of which such functions give one. */
function branches({ name, args }: CallNode): readonly (Node | undefined)[] | undefined {
  const last = args.length - 1;
  switch (name) {
    case 'IF':
      return args.slice(1);
    case 'IFERROR':
    case 'IFNA':
      return args;
    case 'CHOOSE':
      return args.slice(1);
    case 'IFS':
      return args.filter((_, at) => at % 2 === 1);
    case 'SWITCH':
      return args.filter((_, at) => at > 0 && (at % 2 === 0 || (at === last && at % 2 === 1)));
    default:
      return undefined;
  }
}

class Checker {
  readonly problems: FormulaProblem[] = [];
  private readonly source: UnitSource;

  constructor(source: UnitSource) {
    this.source = source;
  }

  unitOf(node: Node | undefined, locals: Locals): Unit {
    switch (node?.kind) {
      case 'this-row':
      case 'column':
        return this.source.column(node.table, node.column);
      case 'name':
        return locals.get(nameKey(node.name)) ?? this.source.name(node.name);
      case 'unary':
        return this.unitOf(node.operand, locals);
      case 'binary':
        return this.binary(node, locals);
      case 'call':
        return this.call(node, locals);
      case 'let': {
        const inner = new Map(locals);
        for (const { name, value } of node.names) inner.set(nameKey(name), this.unitOf(value, inner));
        return this.unitOf(node.body, inner);
      }
      default:
        return ANY;
    }
  }

  private settle(outcome: Outcome, span: Span): Unit {
    if (outcome.kind !== 'problem') return outcome;
    this.problems.push({ start: span.start, end: span.end, words: outcome.words });
    return ANY;
  }

  private binary(node: Node & { kind: 'binary' }, locals: Locals): Unit {
    const a = this.unitOf(node.left, locals);
    const b = this.unitOf(node.right, locals);
    switch (node.operator) {
      case '*':
        return this.settle(times(a, b), node);
      case '/':
        return this.settle(over(a, b), node);
      case '+':
      case '-':
        return this.settle(together(a, b), node);
      case '&':
        return ANY;
      case '^':
        return a.kind === 'money' ? ANY : a;
      default:
        // A comparison: both sides must count the same, the result counts nothing.
        this.settle(together(a, b), node);
        return PLAIN;
    }
  }

  private call(node: CallNode, locals: Locals): Unit {
    const { name, args } = node;
    const units = args.map((arg) => this.unitOf(arg, locals));
    const [first = ANY] = units;
    if (name === 'FX') return rateOf(args);
    if (PRODUCT.has(name)) return this.source.product?.(name) ?? ANY;
    if (COUNTS.has(name)) return PLAIN;
    if (FIRST.has(name)) return first;
    if (TOTALS.has(name))
      return this.joined(
        args.map((arg, at) => this.total(arg, units[at] ?? ANY, node)),
        node,
      );
    if (FIRST_TOTALS.has(name)) return this.total(args[0], first, node);
    if (CONDITIONAL.has(name)) return this.conditional(node, first, args.slice(1));
    if (name === 'SUMIF' || name === 'AVERAGEIF') return this.conditional(node, units[2] ?? first, args.slice(0, 2));
    if (name === 'SUMPRODUCT') return this.sumProduct(node, units);
    const some = branches(node);
    return some
      ? this.joined(
          some.map((arg) => units[args.indexOf(arg)] ?? ANY),
          node,
        )
      : ANY;
  }

  private joined(units: readonly Unit[], span: Span): Unit {
    let joined: Unit = ANY;
    for (const unit of units) joined = this.settle(together(joined, unit), span);
    return joined;
  }

  /** What adding up an argument gives: amounts whose currency changes from row to row cannot be. */
  private total(arg: Node | undefined, unit: Unit, span: Span): Unit {
    if (unit.kind !== 'money' || !isByRow(unit.currency) || arg === undefined || !hasColumn(arg)) return unit;
    return this.settle({ kind: 'problem', words: unitWords.mixedTotal }, span);
  }

  /** SUMIFS and its kin: of several currencies where one of the criteria picks one. */
  private conditional(node: CallNode, unit: Unit, pairs: readonly (Node | undefined)[]): Unit {
    if (unit.kind !== 'money' || !isByRow(unit.currency)) return unit;
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [range, criterion] = [pairs[at], pairs[at + 1]];
      if (range?.kind !== 'column' || currencyOfRow(range.column) !== unit.currency) continue;
      if (criterion?.kind === 'text') return { ...unit, currency: criterion.value.toUpperCase() };
      // The currency of the own row.
      if (criterion?.kind === 'this-row' && currencyOfRow(criterion.column) === unit.currency) return unit;
    }
    return this.settle({ kind: 'problem', words: unitWords.mixedTotal }, node);
  }

  private sumProduct(node: CallNode, units: readonly Unit[]): Unit {
    let unit: Unit = ANY;
    for (const factor of units) unit = this.settle(times(unit, factor), node);
    const whole = node.args.find((arg) => arg !== undefined && hasColumn(arg));
    return this.total(whole, unit, node);
  }
}

function hasColumn(node: Node): boolean {
  return node.kind === 'column' || childrenOf(node).some(hasColumn);
}

/** `FX("EUR","USD")`, or from the currency column of the row. */
function rateOf([from, to]: CallNode['args']): Unit {
  const [source, target] = [currencyIn(from), currencyIn(to)];
  return source !== undefined && target !== undefined ? { kind: 'rate', from: source, to: target } : ANY;
}

function currencyIn(node: Node | undefined): string | undefined {
  if (node?.kind === 'text') return node.value.toUpperCase();
  return node?.kind === 'this-row' || node?.kind === 'column' ? currencyOfRow(node.column) : undefined;
}

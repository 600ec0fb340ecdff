/** Trees become parts, given the columns of the table and the values of names. What has no vectors throws `NoVectors`. */
import type { BinaryNode, CallNode, Node } from '../ast.ts';
import { childrenOf } from '../ast.ts';
import { type FunctionTable, compileRows } from '../compile.ts';
import { frameAt } from '../frame.ts';
import type { Host } from '../host.ts';
import { firstCell } from '../matrix.ts';
import { nameKey } from '../needs.ts';
import { errorOf, isMatrix } from '../value.ts';
import { difference, negation, percent, product, sum } from './arithmetic.ts';
import { comparison, outcomeOf, textComparison } from './conditions.ts';
import { constantText, literalPart, valuePart } from './constants.ts';
import { TAKES_BLOCKS, VECTOR_FUNCTIONS, numberPart, shared } from './functions.ts';
import { inputPart } from './inputs.ts';
import { NoVectors, type Part, errorPart } from './parts.ts';
import { quotient } from './quotient.ts';
import type { FormulaTable } from './table.ts';

type Locals = ReadonlyMap<string, Part>;

export class Planner {
  private readonly table: FormulaTable;
  private readonly functions: FunctionTable;
  private readonly host: Host;

  constructor(table: FormulaTable, functions: FunctionTable, host: Host) {
    this.table = table;
    this.functions = functions;
    this.host = host;
  }

  plan(node: Node, locals: Locals = new Map()): Part {
    switch (node.kind) {
      case 'number':
        return literalPart(node.text, node.value);
      case 'text':
        return constantText(node.value);
      case 'flag':
        return valuePart(node.value);
      case 'error':
        return errorPart(node.value);
      case 'this-row':
      case 'column':
        return this.column(node.table, node.column);
      case 'name':
        return locals.get(nameKey(node.name)) ?? this.named(node.name);
      case 'cell':
        return valuePart(this.host.cell(node.sheet, node.row, node.column));
      case 'unary':
        return this.unary(node, locals);
      case 'binary':
        return this.binary(node, locals);
      case 'call':
        return this.call(node, locals);
      case 'let':
        return this.let(node, locals);
      default:
        throw new NoVectors();
    }
  }

  private column(table: string | undefined, name: string): Part {
    if (table !== undefined) throw new NoVectors();
    const column = this.table.column(name);
    return column ? inputPart(column) : errorPart(errorOf('#REF!'));
  }

  private named(name: string): Part {
    const value = this.host.name(name);
    if (value === undefined) return errorPart(errorOf('#NAME?'));
    if (isMatrix(value)) throw new NoVectors();
    return valuePart(value);
  }

  private unary({ operator, operand }: Node & { kind: 'unary' }, locals: Locals): Part {
    const part = this.plan(operand, locals);
    if (operator === '+') return part;
    if (operator === '@') {
      if (operand.kind === 'column' || operand.kind === 'this-row') return part;
      throw new NoVectors();
    }
    return operator === '-' ? negation(numberPart(part)) : percent(numberPart(part));
  }

  private binary({ operator, left, right }: BinaryNode, locals: Locals): Part {
    const a = this.plan(left, locals);
    const b = this.plan(right, locals);
    const outcome = outcomeOf(operator);
    if (outcome) {
      if (a.kind === 'text' && b.kind === 'text') return textComparison(a, b, outcome);
      if (a.kind !== b.kind) throw new NoVectors();
      return comparison(numberPart(a), numberPart(b), outcome);
    }
    switch (operator) {
      case '+':
        return sum(numberPart(a), numberPart(b));
      case '-':
        return difference(numberPart(a), numberPart(b));
      case '*':
        return product(numberPart(a), numberPart(b));
      case '/':
        return quotient(numberPart(a), numberPart(b));
      default:
        throw new NoVectors();
    }
  }

  private call(node: CallNode, locals: Locals): Part {
    const { run, varies, problems } = compileRows(node, this.functions);
    const isLocal = [...locals.keys()].some((name) => mentions(node, name));
    if (!isLocal && (!varies || problems.length > 0))
      return valuePart(firstCell(run(frameAt(this.host, { row: 0, column: 0, rows: this.table.rows }))));
    const compute = VECTOR_FUNCTIONS.get(node.name);
    if (!compute || problems.length > 0 || (TAKES_BLOCKS.has(node.name) && hasBlocks(node))) throw new NoVectors();
    const args = node.args.map((arg) => {
      if (arg === undefined) throw new NoVectors();
      return this.plan(arg, locals);
    });
    return compute(args);
  }

  private let({ names, body }: Node & { kind: 'let' }, locals: Locals): Part {
    const inner = new Map(locals);
    for (const { name, value } of names) {
      if (hasBlocks(value)) throw new NoVectors();
      inner.set(nameKey(name), shared(this.plan(value, inner)));
    }
    return this.plan(body, inner);
  }
}

function hasBlocks(node: Node): boolean {
  return (
    node.kind === 'column' ||
    node.kind === 'range' ||
    node.kind === 'spill' ||
    node.kind === 'array' ||
    childrenOf(node).some(hasBlocks)
  );
}

function mentions(node: Node, key: string): boolean {
  return (node.kind === 'name' && nameKey(node.name) === key) || childrenOf(node).some((child) => mentions(child, key));
}

/** Texts become trees. Excel's grammar and precedence: −2^2 is 4, 2^3^2 is 64, % binds closest, comparison last. */
import { formulaWords } from '../../core/text/en/formulas.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { BinaryOperator, FormulaProblem, Node, Span, UnaryOperator } from './ast.ts';
import { diagnose, misplaced } from './diagnose.ts';
import { type FxTree, fxTree } from './fx.ts';
import { Unreadable, a1Node, columnNode } from './references.ts';
import { ERROR_CODES, type ErrorCode, type Scalar, errorOf } from './value.ts';

/** As in Excel. */
const MAX_LENGTH = 8192;

/** Deeper trees (also long chains of `+`) could exhaust the stack of a small machine. */
const MAX_DEPTH = 1500;

/**
 * The tree of a formula in en-US, with or without its equals sign, or the first problem with its place in the text.
 */
export function parseFormula(text: string): Result<Node, FormulaProblem> {
  const whole: Span = { start: 0, end: text.length };
  if (text.length > MAX_LENGTH) return err({ ...whole, words: formulaWords.tooLong });
  const tree = fxTree(text);
  if ('offset' in tree)
    return err(tree.isTooDeep ? { ...whole, words: formulaWords.tooDeep } : diagnose(text, tree.offset));
  const wrong = misplaced(text);
  if (wrong) return err(wrong);
  try {
    return ok(convert(tree, 0));
  } catch (error) {
    if (error instanceof Unreadable) return err(error.problem);
    throw error;
  }
}

function spanOf({ loc }: FxTree): Span {
  const [start = 0, end = 0] = loc ?? [];
  return { start, end };
}

function convert(tree: FxTree, depth: number): Node {
  const span = spanOf(tree);
  if (depth > MAX_DEPTH) throw new Unreadable(formulaWords.tooDeep, span);
  switch (tree.type) {
    case 'Literal':
      return literal(tree.value, tree.raw, span);
    case 'ErrorLiteral':
      return { kind: 'error', value: errorOf(errorCode(tree.value)), ...span };
    case 'ReferenceIdentifier':
      return tree.kind === 'table' ? columnNode(tree.value, span) : a1Node(tree.value, span);
    case 'UnaryExpression':
      return unary(tree, depth);
    case 'BinaryExpression':
      return binary(tree, depth);
    case 'CallExpression':
      return call(tree, depth);
    case 'LetExpression':
      return letNode(tree, depth);
    case 'ArrayExpression':
      return arrayNode(tree.elements, span);
    case 'LambdaExpression':
      throw new Unreadable(formulaWords.noLambda, span);
  }
}

function literal(value: string | number | boolean, raw: string, span: Span): Node {
  if (value === Infinity) throw new Unreadable(formulaWords.unexpected(raw), span);
  if (typeof value === 'number') return { kind: 'number', value, text: raw, ...span };
  return typeof value === 'string' ? { kind: 'text', value, ...span } : { kind: 'flag', value, ...span };
}

function errorCode(text: string): ErrorCode {
  return ERROR_CODES.find((code) => code === text.toUpperCase()) ?? '#N/A';
}

function arrayNode(elements: readonly (readonly FxTree[])[], span: Span): Node {
  const rows = elements.map((row) => row.map(element));
  if (rows.some(({ length }) => length !== rows[0]?.length)) throw new Unreadable(formulaWords.unevenRows, span);
  return { kind: 'array', rows, ...span };
}

function element(tree: FxTree): Scalar {
  if (tree.type === 'Literal') return tree.value;
  if (tree.type === 'ErrorLiteral') return errorOf(errorCode(tree.value));
  throw new Unreadable(formulaWords.unexpected(''), spanOf(tree));
}

function unary(tree: FxTree & { type: 'UnaryExpression' }, depth: number): Node {
  const [operand] = tree.arguments;
  const span = spanOf(tree);
  if (operand === undefined) throw new Unreadable(formulaWords.incomplete, span);
  const inner = convert(operand, depth + 1);
  if (tree.operator === '#') {
    if (inner.kind !== 'cell') throw new Unreadable(formulaWords.noSpill, span);
    return { ...inner, kind: 'spill', end: span.end };
  }
  const operator: UnaryOperator = tree.operator;
  return {
    kind: 'unary',
    operator,
    operand: inner,
    start: Math.min(span.start, inner.start),
    end: Math.max(span.end, inner.end),
  };
}

function binary(tree: FxTree & { type: 'BinaryExpression' }, depth: number): Node {
  const span = spanOf(tree);
  const [first, second] = tree.arguments;
  if (first === undefined || second === undefined) throw new Unreadable(formulaWords.incomplete, span);
  if (tree.operator === ' ') throw new Unreadable(formulaWords.noIntersection, span);
  if (tree.operator === ',') throw new Unreadable(formulaWords.noUnion, span);
  if (tree.operator === ':') throw new Unreadable(formulaWords.noArea, span);
  const operator: BinaryOperator = tree.operator;
  return { kind: 'binary', operator, left: convert(first, depth + 1), right: convert(second, depth + 1), ...span };
}

function call(tree: FxTree & { type: 'CallExpression' }, depth: number): Node {
  // The package's types do not say that left-out arguments are null.
  const args: readonly (FxTree | null)[] = tree.arguments;
  const name = tree.callee.name.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, '');
  return {
    kind: 'call',
    name,
    nameSpan: { start: tree.callee.loc?.[0] ?? 0, end: tree.callee.loc?.[1] ?? 0 },
    args: args.map((arg) => (arg === null ? undefined : convert(arg, depth + 1))),
    ...spanOf(tree),
  };
}

function letNode(tree: FxTree & { type: 'LetExpression' }, depth: number): Node {
  const span = spanOf(tree);
  if (tree.body === null) throw new Unreadable(formulaWords.incomplete, span);
  const names = tree.declarations.map(({ id, init, loc }) => {
    if (init === null)
      throw new Unreadable(formulaWords.letName, { start: loc?.[0] ?? span.start, end: loc?.[1] ?? span.end });
    return { name: id.name, value: convert(init, depth + 1) };
  });
  return { kind: 'let', names, body: convert(tree.body, depth + 1), ...span };
}

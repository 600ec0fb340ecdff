/** A formula as a tree. Spans count characters of the text that was read, so that the formula line can point at them. */
import type { CellRange } from './host.ts';
import type { FormulaError, Scalar } from './value.ts';

/** First character, and the one behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type UnaryOperator = '+' | '-' | '%' | '@';
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

export interface NumberNode extends Span {
  readonly kind: 'number';
  readonly value: number;
  /** As written, since a double holds no more than 15 digits. */
  readonly text: string;
}
export interface TextNode extends Span {
  readonly kind: 'text';
  readonly value: string;
}
export interface FlagNode extends Span {
  readonly kind: 'flag';
  readonly value: boolean;
}
export interface ErrorNode extends Span {
  readonly kind: 'error';
  readonly value: FormulaError;
}
/** `{1,2;3,4}`: rows of equal length. */
export interface ArrayNode extends Span {
  readonly kind: 'array';
  readonly rows: readonly (readonly Scalar[])[];
}
/** `A1`, or with `#` the area that spills from there. Sheet undefined: the formula's own. */
export interface CellNode extends Span {
  readonly kind: 'cell' | 'spill';
  readonly sheet: string | undefined;
  readonly row: number;
  readonly column: number;
}
/** `A1:B3`; whole columns and rows reach to the last cell that Excel knows, the sheet cuts them. */
export interface RangeNode extends Span {
  readonly kind: 'range';
  readonly sheet: string | undefined;
  readonly range: CellRange;
}
/** `[Seats]` (table undefined) or `Portfolio[Seats]`: a whole column; `this-row` for `[@Seats]`. */
export interface ColumnNode extends Span {
  readonly kind: 'column' | 'this-row';
  readonly table: string | undefined;
  readonly column: string;
}
export interface NameNode extends Span {
  readonly kind: 'name';
  readonly name: string;
}
export interface UnaryNode extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Node;
}
export interface BinaryNode extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
}
/** A call; the name in upper case, left-out arguments (`IF(a,,b)`) undefined. */
export interface CallNode extends Span {
  readonly kind: 'call';
  readonly name: string;
  /** Where the name stands. */
  readonly nameSpan: Span;
  readonly args: readonly (Node | undefined)[];
}
/** `LET(x, 1, x + 1)`. */
export interface LetNode extends Span {
  readonly kind: 'let';
  readonly names: readonly { readonly name: string; readonly value: Node }[];
  readonly body: Node;
}

export type Node =
  | NumberNode
  | TextNode
  | FlagNode
  | ErrorNode
  | ArrayNode
  | CellNode
  | RangeNode
  | ColumnNode
  | NameNode
  | UnaryNode
  | BinaryNode
  | CallNode
  | LetNode;

/** What is wrong with a formula, and where in its text. */
export interface FormulaProblem extends Span {
  readonly words: string;
}

/** The nodes directly under a node. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.args.filter((arg) => arg !== undefined);
    case 'let':
      return [...node.names.map(({ value }) => value), node.body];
    default:
      return [];
  }
}

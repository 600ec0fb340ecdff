/** What the owner of a formula line says of a formula that can be read. */
import type { FormulaProblem } from '../../sheet/formula/ast.ts';
import type { TypedFormula } from '../../sheet/formula/typed.ts';

export interface LineInspection {
  readonly problem: FormulaProblem | undefined;
  /** What the formula gives in the first rows, in the user's locale. */
  readonly preview: readonly string[];
  /** What its numbers count, in words; '' for nothing to say. */
  readonly unit: string;
}

export type Inspect = (formula: TypedFormula) => LineInspection | undefined | Promise<LineInspection | undefined>;

/** What the owner of a formula line may ask of it. */
export interface LineVerbs {
  /** Hands the text on, unless something is wrong with it as such, which the line then says: false. */
  commit(): boolean;
  /** Puts text at the caret, such as a function out of the list. */
  insert(text: string): void;
  focus(): void;
  /** Something else stands there than in the beginning. */
  changed(): boolean;
}

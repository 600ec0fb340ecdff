/** What a formula names that there is not, with its place, while it is being typed. */
import { formulaWords } from '../../core/text/en/formulas.ts';
import type { FormulaProblem, Node } from './ast.ts';
import { nodesOf } from './walk.ts';

/** Whether there is what a formula names, whatever its case. */
export interface Known {
  /** A column; table undefined: the formula's own. */
  column(table: string | undefined, column: string): boolean;
  name(name: string): boolean;
  sheet(name: string): boolean;
  /** Cells without a sheet mean something: the formula stands in a sheet. */
  readonly hasCells: boolean;
}

/** The first thing that is missing; undefined when all is there. */
export function firstMissing(ast: Node, known: Known): FormulaProblem | undefined {
  for (const node of nodesOf(ast)) {
    const words = missingWords(node, known);
    if (words !== undefined) return { start: node.start, end: node.end, words };
  }
  return undefined;
}

function missingWords(node: Node, known: Known): string | undefined {
  switch (node.kind) {
    case 'column':
    case 'this-row':
      return known.column(node.table, node.column) ? undefined : formulaWords.noColumn(node.column);
    case 'name':
      return known.name(node.name) ? undefined : formulaWords.noName(node.name);
    case 'cell':
    case 'spill':
    case 'range':
      if (node.sheet === undefined) return known.hasCells ? undefined : formulaWords.whichSheet;
      return known.sheet(node.sheet) ? undefined : formulaWords.noSheet(node.sheet);
    default:
      return undefined;
  }
}

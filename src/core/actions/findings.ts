/** Findings about a text of JSON, with their places. */
import { LINT_CODES, type LintCode, type LintSeverity } from './lint-codes.ts';
import type { JsonNode } from './json-tree.ts';

export interface LintFinding {
  readonly code: LintCode;
  readonly severity: LintSeverity;
  /** As `items[3].scheduledActions[0].actionType`; empty for the whole text. */
  readonly path: string;
  /** From 1; characters are UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Id of the subscription that it is about; empty when it names none. */
  readonly about: string;
  /** What the words of the code are made with. */
  readonly params: Readonly<Record<string, string>>;
  readonly rule: string;
}

type Params = LintFinding['params'];

export class Findings {
  readonly list: LintFinding[] = [];
  private readonly lineStarts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
  }

  at(code: LintCode, at: number, path: string, about: string, params: Params = {}): void {
    const [severity, rule] = LINT_CODES[code];
    this.list.push({ code, severity, path, about, params, rule, ...this.placeOf(at) });
  }

  /** What adds findings about one subscription. */
  about(id: string): (code: LintCode, node: JsonNode, params?: Params) => void {
    return (code, node, params) => {
      this.at(code, node.at, node.path, id, params);
    };
  }

  private placeOf(at: number): { line: number; column: number } {
    let [low, high] = [0, this.lineStarts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.lineStarts[low] ?? 0) + 1 };
  }
}

export type AddFinding = ReturnType<Findings['about']>;

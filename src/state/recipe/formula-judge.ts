/** Which formulas can be carried: those that say nobody's name, ask for none, and read nothing that stays behind. */
import type { IsName } from '../../core/recipe/left-out.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { isFormula, parsedFormula } from '../../sheet/calculation/parsed.ts';
import { type Needs, nameKey, needsOf } from '../../sheet/formula/needs.ts';
import { nodesOf } from '../../sheet/formula/walk.ts';
import type { ColumnFormula } from '../../sheet/model/workbook-parts.ts';

/** Our columns that say whose a row is. */
const TELLING: ReadonlySet<string> = new Set(['customer', 'id', 'file', 'notes']);
const OURS = new Map(Object.entries(portfolioText.columns).map(([key, title]) => [nameKey(title), TELLING.has(key)]));

interface Read {
  readonly needs: Needs;
  /** It holds a text with a letter or a digit. */
  readonly hasText: boolean;
}

export class FormulaJudge {
  private readonly isName: IsName;
  /** Titles of computed columns, and whether what they read says whose a row is. */
  private readonly computed = new Map<string, boolean>();
  private readonly gone = { columns: new Set<string>(), names: new Set<string>(), sheets: new Set<string>() };

  /** @param formulas all computed columns, also those that will not be carried */
  constructor(formulas: readonly ColumnFormula[], isName: IsName) {
    this.isName = isName;
    for (const { title } of formulas) this.computed.set(nameKey(title), false);
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (const { title, formula } of formulas) {
        const read = readFormula(formula);
        if (
          this.computed.get(nameKey(title)) ||
          !(read?.needs.columns.some(({ column }) => this.tells(column)) ?? true)
        )
          continue;
        this.computed.set(nameKey(title), true);
        isSettled = false;
      }
    }
  }

  /** What is known to stay behind: formulas that read it stay behind too. */
  leaveBehind(kind: 'columns' | 'names' | 'sheets', name: string): void {
    this.gone[kind].add(nameKey(name));
  }

  /** Whether a formula, or an entry, can be carried. */
  carries(text: string): boolean {
    if (this.isName(text)) return false;
    if (!isFormula(text)) return true;
    const read = readFormula(text);
    // What can't be read can't be judged.
    if (!read) return false;
    const { needs, hasText } = read;
    if (hasText && needs.columns.some(({ column }) => this.tells(column))) return false;
    return !(
      needs.columns.some(({ column }) => this.gone.columns.has(nameKey(column))) ||
      needs.names.some((name) => this.gone.names.has(nameKey(name))) ||
      needs.sheets.some((sheet) => this.gone.sheets.has(nameKey(sheet)))
    );
  }

  /** Columns of files tell whatever their writer put there. */
  private tells(title: string): boolean {
    const key = nameKey(title);
    return this.computed.get(key) ?? OURS.get(key) ?? true;
  }
}

function readFormula(text: string): Read | undefined {
  const parsed = parsedFormula(text);
  if (!parsed.ok) return undefined;
  let hasText = false;
  for (const node of nodesOf(parsed.value)) {
    if (node.kind === 'text') hasText ||= saysSomething(node.value);
    if (node.kind === 'array')
      hasText ||= node.rows.flat().some((item) => typeof item === 'string' && saysSomething(item));
  }
  return { needs: needsOf(parsed.value), hasText };
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

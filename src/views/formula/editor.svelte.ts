/** What stands in a formula line while it is being typed, and what can be said of it at once. */
import { formulaLineText } from '../../core/text/en/formula-line.ts';
import type { FormulaProblem } from '../../sheet/formula/ast.ts';
import { type Candidate, type Completion, type Vocabulary, completionAt } from '../../sheet/formula/assist/complete.ts';
import { type CallAtCaret, type FormulaToken, callAtCaret, formulaTokens } from '../../sheet/formula/assist/tokens.ts';
import { toLocal } from '../../sheet/formula/locale.ts';
import { type TypedFormula, parseTyped } from '../../sheet/formula/typed.ts';

/** What the line is told by its owner. */
export interface EditorSetting {
  readonly locale: string;
  readonly vocabulary: Vocabulary;
  /** Anything but a formula is a problem. */
  readonly onlyFormula: boolean;
  /** What is wrong with text that is no formula, in words. */
  readonly check?: ((text: string) => string | undefined) | undefined;
}

export class FormulaEditor {
  /** As typed, in the user's locale. */
  text: string = $state('');
  caret: number = $state(0);
  /** The marked one of the candidates. */
  picked: number = $state(0);
  /** Candidates show while letters are typed, not while the caret walks. */
  private completing: boolean = $state(false);
  private readonly setting: () => EditorSetting;
  /** The text that the line began with. */
  private readonly start: string;

  /** @param text a formula in en-US, as it is stored, or other text as it is typed */
  constructor(text: string, setting: () => EditorSetting) {
    this.setting = setting;
    this.start = text.startsWith('=') ? toLocal(text, setting().locale) : text;
    this.text = this.start;
    this.caret = this.start.length;
  }

  readonly tokens: readonly FormulaToken[] = $derived.by(() => formulaTokens(this.text, this.setting().locale));
  readonly call: CallAtCaret | undefined = $derived.by(() => callAtCaret(this.text, this.caret, this.setting().locale));
  readonly completion: Completion | undefined = $derived.by(() => {
    if (!this.completing) return undefined;
    const { vocabulary, locale } = this.setting();
    const found = completionAt(this.text, this.caret, vocabulary, locale);
    return found && !isDone(found, this.text) ? found : undefined;
  });
  private readonly reading = $derived.by(() =>
    this.text.startsWith('=') ? parseTyped(this.text, this.setting().locale) : undefined,
  );

  /** The formula that the text writes; undefined while it is none. */
  get formula(): TypedFormula | undefined {
    return this.reading?.ok ? this.reading.value : undefined;
  }

  /** What is wrong with the text as such. */
  get problem(): FormulaProblem | undefined {
    if (this.reading) return this.reading.ok ? undefined : this.reading.error;
    const { onlyFormula, check } = this.setting();
    const words = onlyFormula ? formulaLineText.needsEquals : check?.(this.text);
    return words === undefined ? undefined : { start: 0, end: this.text.length, words };
  }

  get changed(): boolean {
    return this.text !== this.start;
  }

  /** What is handed on: a formula in en-US, other text as typed; undefined while there is a problem. */
  get result(): string | undefined {
    if (this.reading) return this.reading.ok ? this.reading.value.formula : undefined;
    return this.problem ? undefined : this.text;
  }

  typed(text: string, caret: number): void {
    this.text = text;
    this.caret = caret;
    this.picked = 0;
    this.completing = true;
  }

  /** The caret went elsewhere without a letter typed. */
  moved(caret: number): void {
    if (caret === this.caret) return;
    this.caret = caret;
    this.completing = false;
  }

  /** Asks for candidates where none show. */
  suggest(): void {
    this.picked = 0;
    this.completing = true;
  }

  dismiss(): void {
    this.completing = false;
  }

  /** Marks another candidate. @param step 1 for the next, -1 for the one before */
  pick(step: number): void {
    const count = this.completion?.candidates.length ?? 0;
    if (count > 0) this.picked = (this.picked + step + count) % count;
  }

  /** Puts a candidate in the place of what was typed of it. */
  take(candidate: Candidate | undefined = this.completion?.candidates[this.picked]): void {
    const { completion } = this;
    if (!completion || !candidate) return;
    this.replace(completion.start, completion.end, candidate.text);
    this.picked = 0;
    // Behind a table its columns come next.
    this.completing = candidate.kind === 'table';
  }

  /** Puts text where the caret is, such as a function out of the list. */
  insert(text: string): void {
    const begun = this.text.startsWith('=') ? this.text : `=${this.text}`;
    const at = Math.max(1, this.caret + begun.length - this.text.length);
    this.text = begun;
    this.replace(at, at, text);
    this.completing = false;
  }

  private replace(start: number, end: number, text: string): void {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.caret = start + text.length;
  }
}

/** Whether all that can be meant stands there already. */
function isDone({ candidates, start, end }: Completion, text: string): boolean {
  const [only] = candidates;
  return candidates.length === 0 || (candidates.length === 1 && only?.text === text.slice(start, end));
}

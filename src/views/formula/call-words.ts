/** The signature of a function and the help on the argument that the caret is in. */
import { formulaLineText } from '../../core/text/en/formula-line.ts';
import { functionWords } from '../../core/text/en/functions/index.ts';
import type { CallAtCaret } from '../../sheet/formula/assist/tokens.ts';
import { separatorsOf, toLocal } from '../../sheet/formula/locale.ts';
import { FUNCTIONS } from '../../sheet/functions/index.ts';

export interface SignaturePart {
  readonly text: string;
  /** The caret is in it. */
  readonly current: boolean;
}

export interface CallWords {
  readonly name: string;
  /** What the function does. */
  readonly help: string;
  readonly parts: readonly SignaturePart[];
  /** Between the parts. */
  readonly separator: string;
  /** The argument at the caret; undefined where there is none. */
  readonly argument: { readonly name: string; readonly help: string } | undefined;
  /** In the user's locale; '' for none. */
  readonly example: string;
}

/** The words for a call; undefined for a function that is not known. */
export function callWords({ name, argument }: CallAtCaret, locale: string): CallWords | undefined {
  const words = functionWords.get(name);
  if (!words) return undefined;
  const spec = FUNCTIONS.get(name);
  const repeats = spec?.repeats ?? 0;
  const current = placeOf(argument, words.args.length, repeats);
  const parts = words.args.map((arg, at) => ({
    text: spec?.args[at]?.optional === true ? formulaLineText.optional(arg.name) : arg.name,
    current: at === current,
  }));
  const [example] = words.examples;
  return {
    name,
    help: words.help,
    parts: repeats > 0 ? [...parts, { text: '…', current: false }] : parts,
    separator: `${separatorsOf(locale).argument} `,
    argument: current === undefined ? undefined : words.args[current],
    example: example ? toLocal(`=${example.formula}`, locale) : '',
  };
}

/** Which of the listed arguments one is: the last ones may come again and again. */
function placeOf(argument: number, listed: number, repeats: number): number | undefined {
  if (argument < listed) return argument;
  if (repeats === 0 || listed < repeats) return undefined;
  return listed - repeats + ((argument - listed) % repeats);
}

/** The words of one function of the spreadsheet. */

export type FunctionCategory = 'logic' | 'math' | 'statistics' | 'lookup' | 'text' | 'date' | 'finance' | 'product';

interface ArgumentWords {
  readonly name: string;
  readonly help: string;
}

type ExampleCell = number | string | boolean;

interface FunctionExample {
  /** In en-US, without the equals sign. */
  readonly formula: string;
  /** What it gives, errors as their text; rows where it spills. */
  readonly result: ExampleCell | readonly (readonly ExampleCell[])[];
}

export interface FunctionWords {
  readonly name: string;
  readonly category: FunctionCategory;
  /** What it does, in a sentence. */
  readonly help: string;
  /** In the order of the call; of arguments that may be repeated each once. */
  readonly args: readonly ArgumentWords[];
  readonly examples: readonly FunctionExample[];
}

export function entry(
  name: string,
  category: FunctionCategory,
  help: string,
  args: readonly (readonly [name: string, help: string])[],
  examples: readonly (readonly [formula: string, result: FunctionExample['result']])[],
): FunctionWords {
  return {
    name,
    category,
    help,
    args: args.map(([argument, words]) => ({ name: argument, help: words })),
    examples: examples.map(([formula, result]) => ({ formula, result })),
  };
}

import { describe, expect, it } from 'vitest';
import { functionWords } from '../../../src/core/text/en/functions/index.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import { resultOf } from './golden.ts';

const all = [...functionWords.values()];

describe('the help of functions', () => {
  it('is there for every function, argument by argument', () => {
    const missing = [...FUNCTIONS.values()].filter(
      ({ name, args }) => functionWords.get(name)?.args.length !== args.length,
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ name }) => !FUNCTIONS.has(name)).map(({ name }) => name)).toEqual([]);
  });

  it('says in a sentence what each does and gives at least two examples of it', () => {
    const poor = all.filter(({ help, examples }) => !/^[A-Z].*\.$/.test(help) || examples.length < 2);
    expect(poor.map(({ name }) => name)).toEqual([]);
    const astray = all.filter(({ name, examples }) => examples.some(({ formula }) => !formula.includes(`${name}(`)));
    expect(astray.map(({ name }) => name)).toEqual([]);
  });

  const examples = all.flatMap((words) => words.examples.map(({ formula, result }) => [formula, result] as const));
  it.each(examples)('%s', (formula, result) => {
    expect(resultOf(`=${formula}`)).toEqual(result);
  });
});

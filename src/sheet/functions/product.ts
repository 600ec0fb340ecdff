/** Our own functions: figures that Termwise works out, asked for by their name. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf } from '../formula/value.ts';
import { cellOf } from './params.ts';

/** A function that the product answers; the last so many arguments may be left out and reach it as empty cells. */
function figure(name: string, required: number, optional: number): FunctionSpec {
  const args = Array.from({ length: required + optional }, (_, index) =>
    index < required ? ({ kind: 'scalar' } as const) : ({ kind: 'scalar', optional: true } as const),
  );
  return {
    name,
    args,
    call: (values, { product }) =>
      product?.(
        name,
        args.map((_, index) => cellOf(values[index])),
      ) ?? errorOf('#N/A'),
  };
}

/** Arguments as the help names them: `core/text/en/functions/product.ts`. */
export const PRODUCT: readonly FunctionSpec[] = [
  figure('EST.PRICE', 1, 2),
  figure('LIST.PRICE', 1, 3),
  figure('TERM.END', 1, 0),
  figure('LOCK.DATE', 1, 0),
  figure('PASSED', 1, 1),
  figure('FX', 2, 1),
];

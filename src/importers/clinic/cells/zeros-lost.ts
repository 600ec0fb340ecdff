/** SKU ids that have lost the zeros in front: `1` for `0001`. */
import type { CellRepair } from './cell-repair.ts';

const SKU_LENGTH = 4;
const SHORT = /^[0-9A-Z]{1,3}$/i;

/** Matching pads anyway (spec §1), so the text stays as it came unless the user wants it otherwise. */
export const zerosLost: CellRepair = (field) => {
  if (field.name !== 'skuId' || field.kind !== 'text') return undefined;
  let full = 0;
  return {
    code: 'zeros-lost',
    looksAtAll: true,
    mend: (text) => {
      if (text.length === SKU_LENGTH) full++;
      return SHORT.test(text) ? text.padStart(SKU_LENGTH, '0') : undefined;
    },
    certainty: () => (full > 0 ? 'sure' : 'likely'),
    facts: () => ({ full }),
  };
};

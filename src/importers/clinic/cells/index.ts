/** The repairs that look at cells, in the order in which they are applied. */
import type { CellRepair } from './cell-repair.ts';
import { digitsLost } from './digits-lost.ts';
import { guardApostrophe } from './guard-apostrophe.ts';
import { idExponent } from './id-exponent.ts';
import { mojibake } from './mojibake.ts';
import { zerosLost } from './zeros-lost.ts';

export const CELL_REPAIRS: readonly CellRepair[] = [mojibake, guardApostrophe, digitsLost, idExponent, zerosLost];

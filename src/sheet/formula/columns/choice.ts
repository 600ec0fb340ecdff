/** IF over parts: of each row the value of one branch. */
import type { FormulaError } from '../value.ts';
import { aligned, asDouble } from './arithmetic.ts';
import { choose, chooseUnits } from './loops.ts';
import {
  type Block,
  type FlagPart,
  NoVectors,
  type NumberPart,
  type Part,
  type TextPart,
  BLOCK,
  numbers,
} from './parts.ts';

/** IF: of each row one branch, with the errors of that branch alone. */
export function chosen(condition: FlagPart, yes: Part, no: Part): Part {
  if (yes.kind === 'number' && no.kind === 'number') return chosenNumber(condition, yes, no);
  if (yes.kind === 'text' && no.kind === 'text') return chosenText(condition, yes, no);
  if (yes.kind === 'flag' && no.kind === 'flag') return chosenFlag(condition, yes, no);
  throw new NoVectors();
}

function pick<T>(
  condition: FlagPart,
  yes: (row: number) => T,
  no: (row: number) => T,
): (row: number) => T | FormulaError {
  return (row) => {
    const flag = condition.exact(row);
    return typeof flag === 'boolean' ? (flag ? yes(row) : no(row)) : flag;
  };
}

/** Fills both branches and the condition; marks rows for exact computing only where the chosen branch asks for it. */
function fillBranches(
  block: Block,
  condition: FlagPart,
  yes: Part,
  no: Part,
  target: Uint8Array,
): Uint8Array | undefined {
  condition.fill(block);
  yes.fill(block);
  no.fill(block);
  if (!condition.errors && !yes.errors && !no.errors) return undefined;
  for (let i = 0; i < block.count; i++) {
    const own = condition.errors?.[i] ?? 0;
    const branch = condition.data[i] === 1 ? yes.errors : no.errors;
    target[i] = own === 0 ? (branch?.[i] ?? 0) : own;
  }
  return target;
}

function chosenNumber(condition: FlagPart, first: NumberPart, second: NumberPart): NumberPart {
  const both = aligned(first, second);
  const [yes, no] = both ?? [asDouble(first), asDouble(second)];
  const slack = yes.slack || no.slack ? numbers() : undefined;
  const data = numbers();
  const target = new Uint8Array(BLOCK);
  const part: NumberPart = {
    kind: 'number',
    isDay: first.isDay && (second.isDay || second.constant === 0),
    scale: both?.[2],
    bound: Math.max(yes.bound, no.bound),
    rel: Math.max(yes.rel, no.rel),
    ...(slack && { slack }),
    data,
    errors: undefined,
    exact: pick(
      condition,
      (row) => first.exact(row),
      (row) => second.exact(row),
    ),
    fill: (block) => {
      part.errors = fillBranches(block, condition, yes, no, target);
      const loop = both ? chooseUnits : choose;
      loop(data, condition.data, yes.data, no.data, block.count);
      if (!slack) return;
      for (let i = 0; i < block.count; i++) {
        const branch = condition.data[i] === 1 ? yes : no;
        slack[i] = branch.slack ? (branch.slack[i] ?? 0) : Math.abs(branch.data[i] ?? 0) * branch.rel;
      }
    },
  };
  return part;
}

function chosenText(condition: FlagPart, yes: TextPart, no: TextPart): TextPart {
  const data = new Uint32Array(BLOCK);
  const target = new Uint8Array(BLOCK);
  const offset = yes.values.length;
  const part: TextPart = {
    kind: 'text',
    values: [...yes.values, ...no.values],
    data,
    errors: undefined,
    exact: pick(
      condition,
      (row) => yes.exact(row),
      (row) => no.exact(row),
    ),
    fill: (block) => {
      part.errors = fillBranches(block, condition, yes, no, target);
      for (let i = 0; i < block.count; i++)
        data[i] = condition.data[i] === 1 ? (yes.data[i] ?? 0) : offset + (no.data[i] ?? 0);
    },
  };
  return part;
}

function chosenFlag(condition: FlagPart, yes: FlagPart, no: FlagPart): FlagPart {
  const data = new Uint8Array(BLOCK);
  const target = new Uint8Array(BLOCK);
  const part: FlagPart = {
    kind: 'flag',
    data,
    errors: undefined,
    exact: pick(
      condition,
      (row) => yes.exact(row),
      (row) => no.exact(row),
    ),
    fill: (block) => {
      part.errors = fillBranches(block, condition, yes, no, target);
      for (let i = 0; i < block.count; i++) data[i] = (condition.data[i] === 1 ? yes.data[i] : no.data[i]) ?? 0;
    },
  };
  return part;
}

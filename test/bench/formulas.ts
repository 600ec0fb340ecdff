/** Formula columns over 100,000 rows beside loops that were written by hand and are as exact. */
import type { Column } from '../../src/core/table.ts';
import { compileColumn } from '../../src/sheet/formula/columns/compile-column.ts';
import type { FormulaTable, InputColumn } from '../../src/sheet/formula/columns/table.ts';
import { columnId, idsOf, nameId, planFormulas } from '../../src/sheet/formula/order.ts';
import { parseFormula } from '../../src/sheet/formula/parse.ts';
import type { Node } from '../../src/sheet/formula/ast.ts';
import { FUNCTIONS } from '../../src/sheet/functions/index.ts';
import { type Finding, atMost, takeTurns, timed } from './measure.ts';

const ROWS = 100_000;
const ROUNDS = 40;
const SCREEN = 40;
const TIMES_BY_HAND = 4;

const seats = Float64Array.from({ length: ROWS }, (_, row) => 1 + ((row * 7919) % 3000));
/** Ten-thousandths of a unit of money. */
const cost = Float64Array.from({ length: ROWS }, (_, row) => (row * 104_729) % 2_000_000);
const customers = Uint32Array.from({ length: ROWS }, (_, row) => 1 + ((row * 31) % 5000));

const COLUMNS = new Map<string, Column>([
  ['Seats', { kind: 'decimal', scale: 0, units: seats, wide: new Map() }],
  ['Cost', { kind: 'decimal', scale: 4, units: cost, wide: new Map() }],
  [
    'Customer',
    {
      kind: 'text',
      codes: customers,
      values: Array.from({ length: 5001 }, (_, code) => (code === 0 ? '' : `customer ${code}`)),
    },
  ],
]);

function tableWith(computed: ReadonlyMap<string, InputColumn> = new Map()): FormulaTable {
  return { rows: ROWS, column: (name) => COLUMNS.get(name) ?? computed.get(name) };
}

function contextWith(uplift: number) {
  return { asOf: 20_000, locale: 'en-US', name: (name: string) => (name === 'EST_Uplift' ? uplift : undefined) };
}

function treeOf(formula: string): Node {
  const read = parseFormula(formula);
  if (!read.ok) throw new Error(`${formula}: ${read.error.words}`);
  return read.value;
}

function compiled(formula: string) {
  return compileColumn(treeOf(formula), FUNCTIONS);
}

const HUNDREDTHS = 105;

/** What a programmer would write for each formula: whole units throughout. */
const BY_HAND: readonly (readonly [formula: string, loop: () => Float64Array])[] = [
  [
    '=[@Seats]*[@Cost]*(1+EST_Uplift)',
    () => {
      const out = new Float64Array(ROWS);
      for (let row = 0; row < ROWS; row++) out[row] = (seats[row] ?? 0) * (cost[row] ?? 0) * HUNDREDTHS;
      return out;
    },
  ],
  [
    '=ROUND([@Seats]*[@Cost]*(1+EST_Uplift),2)',
    () => {
      const out = new Float64Array(ROWS);
      for (let row = 0; row < ROWS; row++) out[row] = halfUp((seats[row] ?? 0) * (cost[row] ?? 0) * HUNDREDTHS, 10_000);
      return out;
    },
  ],
  [
    '=IF([@Seats]>100,ROUND([@Seats]*[@Cost],2),[@Cost])',
    () => {
      const out = new Float64Array(ROWS);
      for (let row = 0; row < ROWS; row++) {
        const count = seats[row] ?? 0;
        const price = cost[row] ?? 0;
        out[row] = count > 100 ? halfUp(count * price, 100) * 100 : price;
      }
      return out;
    },
  ],
  [
    '=ROUND([@Cost]/[@Seats],2)',
    () => {
      const out = new Float64Array(ROWS);
      for (let row = 0; row < ROWS; row++) out[row] = halfUp(cost[row] ?? 0, 100 * (seats[row] ?? 0));
      return out;
    },
  ],
];

function halfUp(units: number, step: number): number {
  return units < 0 ? -Math.floor(0.5 - units / step) : Math.floor(units / step + 0.5);
}

function besideHand(formula: string, hand: () => Float64Array): Finding {
  const column = compiled(formula);
  const table = tableWith();
  const context = contextWith(0.05);
  const best = takeTurns(ROUNDS, { formula: () => column.start(table, context).all(), hand });
  const measured = `${best.formula.toFixed(2)} ms, by hand ${best.hand.toFixed(2)} ms`;
  return atMost(`formulas: ${formula}, times the loop by hand`, best.formula / best.hand, TIMES_BY_HAND, measured);
}

const FIVE: readonly (readonly [name: string, formula: string])[] = [
  ['Uplifted', '=[@Cost]*(1+EST_Uplift)'],
  ['Line', '=ROUND([@Seats]*[@Uplifted],2)'],
  ['Year', '=[@Line]*12'],
  ['Share', '=[@Year]/SUM([Year])'],
  ['Class', '=IF([@Share]>0.0001,"large","small")'],
];

/** All five columns after the name has another value; with `rows`, only as many of each. */
function recompute(uplift: number, order: readonly string[], rows: number): void {
  const computed = new Map<string, InputColumn>();
  const context = contextWith(uplift);
  for (const id of order) {
    const found = FIVE.find(([name]) => columnId('Portfolio', name) === id);
    if (!found) continue;
    const run = COMPILED_FIVE.get(found[0])?.start(tableWith(computed), context);
    run?.ensure(0, rows);
    if (run) computed.set(found[0], run.all());
  }
}

const COMPILED_FIVE = new Map(FIVE.map(([name, formula]) => [name, compiled(formula)]));

function afterOneName(): Finding {
  const formulas = FIVE.map(([name]) => ({
    id: columnId('Portfolio', name),
    needs: idsOf(COMPILED_FIVE.get(name)?.needs ?? { columns: [], names: [] }, 'Portfolio'),
  }));
  const plan = planFormulas(formulas);
  const order = plan.affected([nameId('EST_Uplift')]);
  let uplift = 0.05;
  const best = takeTurns(10, { all: () => recompute((uplift += 0.01), order, ROWS) });
  return atMost('formulas: five columns after one name, ms', best.all, 100, `${order.length} columns of 100,000 rows`);
}

function inView(): Finding {
  const column = compiled('=ROUND([@Seats]*[@Cost]*(1+EST_Uplift),2)');
  const table = tableWith();
  const best = takeTurns(ROUNDS, {
    view: () => column.start(table, contextWith(0.05)).ensure(50_000, 50_000 + SCREEN),
  });
  return atMost('formulas: the rows in view, ms', best.view, 2, '40 rows in the middle');
}

function byCustomer(): Finding {
  const column = compiled('=[@Cost]/SUMIFS([Cost],[Customer],[@Customer])');
  const best = takeTurns(3, { all: () => column.start(tableWith(), contextWith(0.05)).all() });
  return atMost('formulas: share of the customer, ms', best.all, 500, '5,000 customers in 100,000 rows');
}

function longChain(): Finding {
  const chain = Array.from({ length: 10_000 }, (_, at) => ({ id: `c${at}`, needs: [`c${at - 1}`] })).toReversed();
  const { ms } = timed(() => planFormulas(chain));
  return atMost('formulas: order of a chain of 10,000, ms', ms, 100, 'in the wrong order');
}

export function benchFormulas(): readonly Finding[] {
  return [
    ...BY_HAND.map(([formula, hand]) => besideHand(formula, hand)),
    afterOneName(),
    inView(),
    byCustomer(),
    longChain(),
  ];
}

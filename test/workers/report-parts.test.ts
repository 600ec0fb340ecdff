import { describe, expect, test } from 'vitest';
import { idKey } from '../../src/core/ids.ts';
import { bucketed } from '../../src/core/report/bucketed.ts';
import type { ReportCell, ReportDocument, ReportTable } from '../../src/core/report/document.ts';
import { DEFAULT_PLAN, type ReportPlan, type SectionId } from '../../src/core/report/plan.ts';
import type { RegisterEntry } from '../../src/core/obligations/register.ts';
import type { Uncertainty } from '../../src/core/scenario/uncertainty.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { type WaysOut, simulate, waysOut } from '../../src/sim/index.ts';
import { Engine } from '../../src/workers/engine.ts';
import { documentOf } from '../../src/workers/report/document-of.ts';
import { editionDocument } from '../../src/workers/report/editions.ts';
import { agreements, portfolio, price, priceList, scenario, type ScenarioChanges } from '../support/books.ts';
import { day } from '../support/simulation.ts';

const LIST = priceList([
  price('P1Y/Annual', '96.00', '120.00'),
  price('P1M/Monthly', '9.60', '12.00'),
  ...['P1Y/Annual', 'P1M/Monthly'].map((plan) => price(plan, '90.00', '100.00', { currency: 'EUR', market: 'DE' })),
]);
const EURO = { currency: 'EUR', market: 'DE', customerId: 'other', customerName: 'Birch Lane' };
const BOOK = portfolio([{ customerName: 'Alder Works' }, { quantity: '3' }, EURO]);
const WINDOW = { asOf: day('2026-11-22'), horizonMonths: 12 };
const CHANGES: ScenarioChanges = {
  clauses: new Map([['customer', { passThrough: true, capPercent: '10', noticeDays: 60 }]]),
  decisions: [{ match: { subscriptionId: 'sub-1' }, outcome: 'cancels', author: 'Ann', reason: 'moved away' }],
};

async function made(
  sections: readonly SectionId[],
  plan: Partial<ReportPlan> = {},
  datasets: readonly Dataset[] = [LIST, BOOK],
  more: ScenarioChanges = {},
) {
  const engine = Engine.of(datasets);
  const simulation = { scenario: scenario({ ...CHANGES, ...more }), window: WINDOW };
  const compared = [
    { id: 'a', name: 'As it is', scenario: simulation.scenario },
    { id: 'b', name: 'All renew', scenario: scenario({ decisions: [{ match: {}, outcome: 'renews' }] }) },
  ];
  const request = {
    plan: { ...DEFAULT_PLAN, ...plan, sections },
    simulation,
    compared,
    workbookName: '',
    locale: 'en-GB',
  };
  const sources = { engine, book: engine.book, inputs: engine.used };
  const document = await documentOf(request, sources, new AbortController().signal);
  return { document, totals: simulate(engine.book, simulation).totals };
}

const WAY = { months: 12, estDays: 30, objective: 'committed', flipPlan: undefined } as const;

function bestOf({ ways, best, byDefault }: WaysOut): { readonly kind: string; readonly saves: number } {
  const [own, other] = [ways[best ?? -1], ways[byDefault ?? -1]];
  if (!own?.price || !other?.price) throw new Error('no way has a price');
  return { kind: own.kind, saves: other.price.cost - own.price.cost };
}

/** The row of the list of open decisions about the third subscription, for the partner and without names. */
async function openDecision(seatsWanted: ReadonlyMap<string, number>) {
  const engine = Engine.of([LIST, BOOK]);
  const simulation = { scenario: scenario({}), window: WINDOW };
  const sources = { engine, book: engine.book, inputs: engine.used };
  const { signal } = new AbortController();
  const rowFor = async (edition: ReportPlan['edition'], customer: string | undefined) => {
    const plan = { ...DEFAULT_PLAN, sections: ['decisions'], edition } as const;
    const request = { plan, simulation, seatsWanted, workbookName: '', locale: 'en-GB' };
    const made = await editionDocument({ ...request, key: new Uint8Array(32) }, sources, signal);
    const real = (name: string) => made.names?.get(name) ?? name;
    const open = tablesOf(made.document).find(({ name }) => name === 'Open decisions');
    return open?.rows.find(([cell]) => cell?.kind === 'text' && real(cell.text) === customer) ?? [];
  };
  const document = await rowFor('partner', 'Birch Lane');
  return { engine, simulation, document, consultant: await rowFor('consultant', 'Birch Lane') };
}

function tablesOf({ sections }: ReportDocument): readonly ReportTable[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
}

const minorOf = (cell: ReportCell | undefined): number => (cell?.kind === 'money' ? cell.minor : NaN);

describe('the report’s parts beyond the simulation', () => {
  test('who pays adds up to the shares of the simulation, currency by currency', async () => {
    const { document, totals } = await made(['payers']);
    for (const { currency, passed, delayed, absorbed } of totals) {
      const table = tablesOf(document).find(({ name }) => name === `Who pays for EST, ${currency}`);
      expect(table?.foot?.slice(2).map(minorOf)).toEqual([passed, delayed, absorbed]);
      for (const at of [2, 3, 4])
        expect(table?.rows.reduce((sum, row) => sum + minorOf(row[at]), 0)).toBe(minorOf(table?.foot?.[at]));
    }
    expect(JSON.stringify(document)).toContain('Price notices to send');
    const causes = tablesOf(document).filter(({ name }) => name.includes(', by cause, '));
    expect(causes.map(({ name }) => name)).toContain('Who pays for EST, by cause, USD');
    for (const { rows, foot } of causes)
      for (const at of [1, 2, 3])
        expect(rows.reduce((sum, row) => sum + minorOf(row[at]), 0)).toBe(minorOf(foot?.[at]));
  });

  test('decisions that are open and made, with who and why for the partner alone', async () => {
    const { document } = await made(['decisions']);
    expect(JSON.stringify(document)).toMatch(/Alder Works[^]*is cancelled[^]*Ann[^]*moved away/);
    const other = await made(['decisions'], { edition: 'consultant' });
    expect(JSON.stringify(other.document)).not.toMatch(/Ann|moved away/);
  });

  test('an open decision names the way that Decide calls the best, for the seats that are wanted', async () => {
    const { engine, simulation, document, consultant } = await openDecision(new Map());
    const best = bestOf(waysOut(engine.book, { ...WAY, simulation, row: 2, seatsWanted: undefined }));
    const [, , , , way, saves] = document;
    expect(way).toMatchObject({ kind: 'text', text: best.kind === 'renew' ? 'Renew: 1 year, upfront' : best.kind });
    expect(minorOf(saves)).toBe(best.saves);
    expect(consultant.slice(4, 6)).toEqual([way, saves]);
    const fewer = await openDecision(new Map([[idKey('sub-2'), 2]]));
    expect(fewer.document[4]).toMatchObject({ text: 'Renew: 1 year, upfront, 2 seats' });
    expect(fewer.consultant[4]).toEqual(fewer.document[4]);
  });

  test('scenarios with the sums of each, and the hash of each', async () => {
    const { document, totals } = await made(['scenarios']);
    const table = tablesOf(document).find(({ name }) => name === 'Scenarios compared, USD');
    expect(table?.columns.map(({ label }) => label)).toEqual(['Figure', 'As it is', 'All renew']);
    const est = table?.rows.find(([figure]) => figure?.kind === 'text' && figure.text === 'EST cost') ?? [];
    expect(minorOf(est[1])).toBe(totals.find(({ currency }) => currency === 'USD')?.est);
    expect(minorOf(est[2])).toBe(0);
    expect(JSON.stringify(document)).toMatch(/As it is: scenario [0-9a-f]{16}/);
    // Sums stay exact where the amounts of rows are rounded.
    expect(tablesOf(bucketed(document)).filter(({ name }) => name.startsWith('Scenarios'))).toEqual(tablesOf(document));
  });

  test('says what is not there: nothing uncertain, no agreements, and in German', async () => {
    const { document } = await made(['uncertainty', 'obligations'], { language: 'de' });
    const text = JSON.stringify(document);
    expect(text).toContain('In diesem Szenario ist nichts ungewiss');
    expect(text).toContain('Keine importierte Datei enthält Kundenvereinbarungen');
    expect(text).toContain('Was in den nächsten 90 Tagen ansteht');
  });

  test('tells how sure an acceptance is and what is wrong, of files and of the register, and no person', async () => {
    const person = { firstName: 'Zqfirst', lastName: 'Zqlast', email: 'zq@mail.example', phone: '555-0100' };
    const file = agreements([
      { customerId: 'customer', type: 'MCA', dateAgreed: '2022-05-01', way: 'attested-bulk', ...person },
    ]);
    const entry: RegisterEntry = {
      ...{ id: 'e', customerId: 'other', type: 'mca', agreed: '2026-03-01', way: 'link', contact: person },
      ...{ organisation: '', reseller: 'Zqreseller', reference: 'Zqreference' },
    };
    const engine = Engine.of([LIST, BOOK, file]);
    const request = {
      plan: { ...DEFAULT_PLAN, sections: ['obligations'] as const },
      simulation: { scenario: scenario({}), window: WINDOW },
      obligations: { entries: [entry], packs: [] },
      ...{ workbookName: '', locale: 'en-GB' },
    };
    const sources = { engine, book: engine.book, inputs: engine.used };
    const document = await documentOf(request, sources, new AbortController().signal);
    const table = tablesOf(document).find(({ name }) => name === 'Customer agreements');
    const rows = table?.rows.map((cells) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')).join('|'));
    expect(rows).toEqual([
      'Alder Works|Microsoft Customer Agreement||partner attested|must be accepted again (R-137)',
      'Birch Lane|Microsoft Customer Agreement||customer clicked|',
    ]);
    expect(JSON.stringify(document)).not.toMatch(/zq|555-0100/i);
  });

  test('ranges that cannot be drawn from are not told as none', async () => {
    const undrawn: Uncertainty = {
      ...{ trials: 0, seed: 'a', limits: [], loadings: { price: '0', fx: '0', behaviour: '0' } },
      inputs: [{ what: 'outcome', match: {}, shared: false, renews: '1', cancels: '0', est: '0' }],
    };
    const { document } = await made(['uncertainty'], {}, [LIST, BOOK], { uncertainty: undrawn });
    expect(JSON.stringify(document)).toContain('cannot be drawn from');
  });

  test('trials tell each figure by its percentiles, the same for the same seed', async () => {
    const uncertainty: Uncertainty = {
      ...{ trials: 200, seed: 'a', limits: [], loadings: { price: '0', fx: '0', behaviour: '0' } },
      inputs: [{ what: 'outcome', match: {}, shared: false, renews: '0.5', cancels: '0', est: '0.5' }],
    };
    const { document } = await made(['uncertainty'], {}, [LIST, BOOK], { uncertainty });
    const table = tablesOf(document).find(({ name }) => name === 'How sure it is, USD');
    const [, ...spread] = table?.rows.find(([figure]) => figure?.kind === 'text' && figure.text === 'EST cost') ?? [];
    const told = spread.map((cell) => (cell.kind === 'decimal' ? Number(cell.decimal) : NaN));
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told[2]).toBeGreaterThan(told[0] ?? NaN);
    expect((await made(['uncertainty'], {}, [LIST, BOOK], { uncertainty })).document).toEqual(document);
  });

  test('one customer’s report tells of that customer alone, and an empty portfolio of nobody', async () => {
    const scope = { kind: 'customer', customerId: 'other', customer: 'Birch Lane' } as const;
    const { document } = await made(['payers', 'decisions', 'scenarios', 'obligations'], { scope });
    expect(JSON.stringify(document)).not.toMatch(/Alder|moved away/);
    const empty = await made(['payers', 'decisions', 'scenarios', 'obligations', 'uncertainty'], {}, [LIST]);
    expect(empty.document.sections.length).toBeGreaterThan(3);
  });
});

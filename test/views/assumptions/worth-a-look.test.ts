import { describe, expect, test } from 'vitest';
import { TextBuilder } from '../../../src/core/column-builders.ts';
import { createFormat } from '../../../src/core/format.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Table } from '../../../src/core/table.ts';
import { scenarioSummary } from '../../../src/views/assumptions/scenario-summary.ts';
import { worthALook } from '../../../src/views/assumptions/worth-a-look.ts';
import { day, handMadeSimulation } from '../../support/simulation.ts';

const format = createFormat('en-GB');

function portfolioOf(customer: string, offer: string): Table {
  const column = (text: string) => {
    const builder = new TextBuilder();
    builder.push(text);
    return builder.finish();
  };
  return { rows: 1, columns: new Map([['customerName', column(customer)], ['offerName', column(offer)]]) }; // prettier-ignore
}

const WORKSPACE = { portfolio: portfolioOf('Contoso', 'Yammer'), questions: [] };
const row = (id: string, notes: string, skuId = '0001') => ({
  ...{ id, notes, skuId, productId: 'P', customer: 'Contoso', product: 'Visio', currency: 'USD', estUnit: '12.50' },
  ...{ termEnd: day('2026-05-04') },
});

describe('worth a look', () => {
  test('lists what has no price, with its reason', () => {
    const simulation = handMadeSimulation({ unpriced: [{ row: 0, id: 's1', reason: 'No list holds it.' }] });
    const [item] = worthALook({ simulation, workspace: WORKSPACE, twins: [], format });
    expect(item?.text).toBe('1 subscription has no price');
    expect(item?.list?.().rows).toEqual([['Contoso', 'Yammer', 's1', 'No list holds it.']]);
  });

  test('counts SKUs once where the list differs, and subscriptions for the other notes', () => {
    const simulation = handMadeSimulation({
      rows: [
        row('a', 'boundary-day est-list-differs'),
        row('b', 'est-list-differs'),
        row('c', 'est-list-differs promotion-unknown', '0002'),
        row('d', ''),
      ],
    });
    const items = worthALook({ simulation, workspace: WORKSPACE, twins: [], format });
    expect(items.map(({ text }) => text)).toEqual([
      'EST list differs from the rule, 2 SKUs',
      '1 subscription has an unknown promotion',
      '1 term ends on the first day of EST (D-02)',
    ]);
    expect(items[0]?.list?.().rows[0]).toEqual(['Visio', 'P:0001', '12.50 USD']);
    expect(items[2]?.list?.().rows[0]).toEqual(['Contoso', 'Visio', 'a', '4 May 2026']);
  });

  test('leads to the Files screen for what only the user can answer', () => {
    const question = { datasetId: 'd', file: 'f.csv', column: 'segment', rows: 3, choices: [] } as const;
    const items = worthALook({
      simulation: undefined,
      workspace: { ...WORKSPACE, questions: [question] },
      twins: [],
      format,
    });
    expect(items).toEqual([{ key: 'questions', text: '3 rows wait for an answer' }]);
  });
});

test('the summary counts what the scenario holds beyond its EST values', () => {
  const clauses = new Map([
    ['c1', { passThrough: true }],
    ['c2', { passThrough: false }],
  ]);
  const lines = scenarioSummary({ ...DEFAULT_SCENARIO, clauses }, format);
  expect(Object.fromEntries(lines.map(({ name, value }) => [name, value]))).toMatchObject({
    'Price changes': 'none',
    Margin_Business: '0 % off ERP',
    Clauses: '1 of 2 allow it',
  });
});

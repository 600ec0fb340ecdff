import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Eraser } from '../../../src/core/erase/eraser.ts';
import type { CustomerIdentity } from '../../../src/core/erase/identity.ts';
import { Traces } from '../../../src/core/erase/traces.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { namedScenarios } from '../../../src/state/branches.ts';
import { EMPTY_DOCUMENT } from '../../../src/state/document.ts';
import { erasedDocument } from '../../../src/state/erase/erased-document.ts';
import { fromStored, toStored } from '../../../src/state/stored-document.ts';
import { books } from '../../support/arbitrary-books.ts';
import { canary, canaryBook } from '../../support/canaries.ts';
import { canaryWorkbook } from '../../support/canary-workbook.ts';
import { runs } from '../../support/runs.ts';

const NAME = 'Nord & Süd "GmbH"';
const OWN = canary('id', 'customer-a');
const IDENTITY: CustomerIdentity = {
  ids: [OWN.toLowerCase()],
  subscriptions: [canary('subscription', 'sub-00').toLowerCase()],
  names: [NAME.toLowerCase()],
  domains: ['nord.example'],
  shared: [],
};
const STAMP = { at: '2026-11-20T08:00:00Z', who: '', salt: 's' };
const NONE = new Map<string, string>();

function speaks(value: unknown): boolean {
  return new Eraser(new Traces(IDENTITY)).speaks(value);
}

/** What a scenario says of others: its parts without the customer's. */
function ofOthers({ decisions, priceChanges, clauses, margin, overrides, est, rules, fx }: Scenario): unknown {
  const others = <K, V>(map: ReadonlyMap<K, V>): readonly unknown[] => [...map].filter((entry) => !speaks(entry));
  return {
    ...{ est, rules, fx, business: margin.business },
    decisions: decisions.filter(({ match }) => !speaks(match)),
    priceChanges: priceChanges.filter((one) => !speaks(one)),
    clauses: others(clauses),
    margins: others(margin.customers),
    overrides: others(overrides),
  };
}

describe('a document without a customer', () => {
  it('speaks of them nowhere, though every field did, and says the same of others in every scenario', () => {
    const ways = [NAME, OWN, `about ${NAME.toUpperCase()}`, 'info@nord.example', `{${OWN}}`];
    fc.assert(
      fc.property(books, (book) => {
        let at = 0;
        const { scenario } = canaryBook(book);
        const document = canaryWorkbook(scenario, () => ways[at++ % ways.length] ?? '');
        const { document: after } = erasedDocument(document, IDENTITY, NONE, STAMP);
        const stored = toStored(after);
        expect(speaks([stored.name, stored.scenario, stored.views, stored.mappings])).toBe(false);
        const [before, now] = [toStored(document), stored].map((one) => namedScenarios(fromStored(one)));
        expect(now?.map(({ scenario: one }) => ofOthers(one))).toStrictEqual(
          before?.map(({ scenario: one }) => ofOthers(one)),
        );
      }),
      { numRuns: runs(20) },
    );
  });

  it('is as it was when it does not speak of them, and nothing goes', () => {
    const document = canaryWorkbook(EMPTY_DOCUMENT.scenario, () => 'Somebody else');
    const { document: after, gone } = erasedDocument(document, IDENTITY, NONE, STAMP);
    expect(gone).toStrictEqual([]);
    expect(toStored(after)).toStrictEqual(toStored(document));
  });

  it('finds what was said about the damage in files again by their new names', () => {
    const choices = [{ code: 'date-order', column: 'Ends', treatment: 'apply' }] as const;
    const repairs = new Map([[`abc for ${NAME}.csv`, choices]]);
    const renamed = new Map([[`for ${NAME}.csv`, 'file-1.csv']]);
    const { document, gone } = erasedDocument({ ...EMPTY_DOCUMENT, repairs }, IDENTITY, renamed, STAMP);
    expect([...document.repairs]).toStrictEqual([['abc file-1.csv', choices]]);
    expect(gone).toStrictEqual([{ place: 'file-names', count: 1 }]);
  });

  it('keeps the values of others that were picked together with theirs', () => {
    const view = canaryWorkbook(EMPTY_DOCUMENT.scenario, () => NAME).tables.get('portfolio');
    if (!view) throw new Error('no view');
    const tables = new Map([['portfolio', view]]);
    const { document } = erasedDocument({ ...EMPTY_DOCUMENT, tables }, IDENTITY, NONE, STAMP);
    expect(document.tables.get('portfolio')?.filters.slice(0, 2)).toStrictEqual([
      ['customer', { kind: 'values', values: ['a'] }],
      ['id', { kind: 'values', values: ['a'] }],
    ]);
  });
});

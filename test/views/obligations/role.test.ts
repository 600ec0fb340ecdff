import { describe, expect, it } from 'vitest';
import { trailingRevenueChart } from '../../../src/charts/obligations/trailing-revenue.ts';
import { createFormat } from '../../../src/core/format.ts';
import { type Evidence, NO_PROGRAMME } from '../../../src/core/obligations/programme.ts';
import { OBLIGATION_RULES } from '../../../src/core/obligations/rules/book.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { chartText } from '../../../src/core/text/en/charts.ts';
import type { CheckResult, RevenueMonth } from '../../../src/sim/obligations/programme/types.ts';
import { modelRows, roleRows } from '../../../src/views/obligations/licensing/comparison.ts';
import { readRateDraft, readRevenueDraft, withRate } from '../../../src/views/obligations/role/fact-drafts.ts';
import { filesOfUnits, revenueColumns, unitColumns, withFiles } from '../../../src/views/obligations/role/fact-rows.ts';
import {
  freshName,
  requirementColumns,
  requirementRows,
  withRequirements,
} from '../../../src/views/obligations/role/requirement-rows.ts';
import { roleKpis } from '../../../src/views/obligations/role/role-words.ts';
import { shownCustomers } from '../../../src/views/obligations/role/what-if-words.ts';
import { reconciliation } from '../../support/books.ts';
import { answerOf, billedLine, month, UNIT } from '../../support/programme.ts';
import { day } from '../../support/simulation.ts';

const format = createFormat('en-GB');

describe('facts that are typed', () => {
  it('reads a month of revenue, or says what is wrong with each field', () => {
    const draft = { day: '2026-05-31', currency: ' eur', amount: '−1250,50', kind: 'perpetual', note: ' by mail ' };
    expect(readRevenueDraft(draft, 'eu')).toEqual({
      ok: true,
      value: {
        unit: 'eu',
        month: month('2026-05'),
        currency: 'EUR',
        amount: '-1250.50',
        kind: 'perpetual',
        note: 'by mail',
      },
    });
    const wrong = readRevenueDraft({ ...draft, day: '2026-02-30', currency: 'EURO', amount: '1,250.00' }, 'eu');
    expect(wrong.ok || Object.keys(wrong.error)).toEqual(['day', 'currency', 'amount']);
  });

  it('keeps one rate for each currency', () => {
    const read = readRateDraft({ from: 'eur', rate: '1,08', day: '' }, 'USD');
    const euro = { from: 'EUR', to: 'USD', rate: '1.08', day: undefined };
    expect(read).toEqual({ ok: true, value: euro });
    expect(
      withRate(
        [
          { ...euro, rate: '2' },
          { ...euro, from: 'NOK' },
        ],
        euro,
      ),
    ).toEqual([{ ...euro, from: 'NOK' }, euro]);
    const none = readRateDraft({ from: 'eur', rate: '0', day: '' }, 'USD');
    expect(none.ok || Object.keys(none.error)).toEqual(['rate']);
  });

  it('gives a file to the unit that is said, and keeps files that are not here', () => {
    const [one, two] = [
      { ...UNIT, id: 'one' },
      { ...UNIT, id: 'two', files: ['b.csv', 'gone.csv'] },
    ] as const;
    const files = filesOfUnits(['a.csv', 'b.csv'], [one, two]);
    expect(files.map(({ unit }) => unit)).toEqual(['one', 'two']);
    const moved = withFiles([one, two], files.map(({ file }) => ({ file, unit: 'one' }))); // prettier-ignore
    expect(moved.map(({ files: own }) => own)).toEqual([['a.csv', 'b.csv'], ['gone.csv']]);
  });

  it('takes an anniversary month by its name, and the month of any day', () => {
    const columns = unitColumns(true, [UNIT], format);
    const set = (key: string, value: Parameters<NonNullable<(typeof columns)[number]['edit']>['set']>[1]) =>
      columns.find((column) => column.key === key)?.edit?.set(UNIT, value);
    expect(set('anniversary', { kind: 'text', text: 'Feb' })).toEqual({ ...UNIT, anniversary: 2 });
    expect(set('anniversary', { kind: 'empty' })).toEqual(UNIT);
    expect(set('firstTransaction', { kind: 'day', day: day('2026-03-17') })).toEqual({
      ...UNIT,
      firstTransaction: month('2026-03'),
    });
    expect(unitColumns(false, [UNIT], format).map(({ key }) => key)).toEqual(['name', 'anniversary']);
    expect(revenueColumns([UNIT], format).map(({ key }) => key)).not.toContain('unit');
  });
});

describe('requirements that are typed', () => {
  const result = (check: CheckResult['check'], name = ''): CheckResult => ({
    ...{ check, name, rule: 'R-143', state: 'open', on: undefined, until: undefined, note: '' },
  });
  const said: Evidence = { check: 'own', name: 'Test', standing: 'not-met', on: undefined, until: undefined, note: '' };
  const rows = requirementRows([result('mfa'), result('transacting'), result('own', 'Test')], [said]);
  const edit = (place: number, key: string, text: string) => {
    const row = rows[place];
    const column = requirementColumns(rows, format).find((one) => one.key === key);
    return row && column?.edit?.set(row, { kind: 'text', text });
  };

  it('are said, and taken back', () => {
    const [mfa] = rows;
    const met = edit(0, 'standing', 'met');
    if (!mfa || typeof met !== 'object') throw new Error('not said');
    const evidence = withRequirements({ ...NO_PROGRAMME, evidence: [said] }, [[mfa, met]]);
    expect(evidence.map(({ check, standing }) => `${check} ${standing}`)).toEqual(['own not-met', 'mfa met']);
    const back = { ...met, isSaid: false };
    expect(withRequirements({ ...NO_PROGRAMME, evidence }, [[met, back]])).toEqual([said]);
  });

  it('keep the names that rules give them, and are counted where they are counted', () => {
    expect(edit(0, 'what', 'Mine')).toBe('This requirement is the rule’s: its name stays.');
    expect(edit(1, 'standing', 'met')).toBe('This is counted: say it below the list.');
    expect(edit(2, 'what', 'Penetration test')).toMatchObject({ said: { name: 'Penetration test' } });
    expect(freshName('New', ['New', 'New 2'])).toBe('New 3');
  });
});

describe('what is shown of a role', () => {
  const row = (of: string, trailing: number | undefined, left = trailing): RevenueMonth => ({
    ...{ month: month(of), state: 'expected', amount: 0, replaced: 0, trailing, left, floor: 100_000, isCheck: false },
  });
  const summary = (months: readonly RevenueMonth[], leaves = false): string =>
    trailingRevenueChart(months, 'USD', leaves, { format, text: chartText }).summary;

  it('says when the revenue falls below the floor, or how near it comes', () => {
    const months = [row('2026-05', undefined), row('2026-06', 150_000), row('2026-07', 100_000, 99_999)];
    expect(summary(months)).toBe(
      'Never below the floor; closest to it in July 2026, 0.00 USD above. From June 2026 on it is expected, not known.',
    );
    expect(summary(months, true)).toContain('Below the floor first in July 2026, by 0.01 USD.');
    expect(summary([])).toBe('No twelve months in a row are known.');
  });

  it('says how many months are known rather than nothing as an amount', () => {
    const kpis = (datasets: readonly Dataset[]) => {
      const answer = answerOf({ datasets, asOf: '2026-06-10', programme: { role: 'indirect-reseller' } });
      const [unit] = answer.units;
      return unit ? roleKpis(answer, unit, format).map(({ value, note }) => [value, note]) : [];
    };
    const line = billedLine('2026-05', '900.00');
    expect(kpis([]).slice(1, 4)).toEqual([
      ['—', '0 of 12 months known, to May 2026'],
      ['1,000.00', undefined],
      ['—', undefined],
    ]);
    expect(kpis([reconciliation([line])])[1]).toEqual(['900.00', '1 of 12 months known, to May 2026']);
  });

  it('finds customers by their names and keeps those that leave in sight', () => {
    const customers = ['Contoso', 'Fabrikam', ''].map((name) => ({
      ...{ key: name.toLowerCase(), name, trailing: 0, ahead: 0, share: '', together: '' },
    }));
    const { shown, all } = shownCustomers(customers, 'FAB', ['contoso']);
    expect([shown.map(({ name }) => name), all]).toEqual([['Fabrikam', 'Contoso'], 1]);
  });

  it('compares models and roles with the figures of the book, as in force on the day', () => {
    const cells = (asOf: string) => {
      const context = { book: OBLIGATION_RULES, asOf: day(asOf), format };
      return { models: modelRows(context), roles: roleRows(context) };
    };
    const { models, roles } = cells('2026-11-10');
    expect(models.every(({ cells: line, rule }) => line.length === 4 && rule === 'R-152')).toBe(true);
    expect(models[0]?.cells[2]).toBe('large firms (2,400 users or more is said; not checked)');
    expect(models[2]?.cells.slice(2)).toEqual(['not said', 'not said']);
    expect(roles[1]?.cells).toEqual([
      'CSP revenue of twelve months',
      '1,000 USD',
      '1,000,000 USD; 300,000 USD until 30 Sept 2025',
      '30,000,000 USD',
    ]);
    expect(cells('2025-09-30').roles[1]?.cells.slice(1)).toEqual(['none in force', '300,000 USD', 'none in force']);
  });
});

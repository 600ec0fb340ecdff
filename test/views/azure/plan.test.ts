/** The sheets of what-if on consumption: what is typed, what is refused, and what a commitment's status says. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { createFormat } from '../../../src/core/format.ts';
import type { CommitmentEffect, CommitmentHistory } from '../../../src/sim/azure/plan/types.ts';
import { changeColumns, freshChange, nextMonth } from '../../../src/views/azure/plan/change-rows.ts';
import {
  type CommitmentRow,
  commitmentColumns,
  freshCommitment,
  statusWords,
} from '../../../src/views/azure/plan/commitment-rows.ts';
import type { PayColumn } from '../../../src/views/payers/sheet/columns.ts';

const format = createFormat('en-GB');
const day = (iso: string): number => parseDay(iso) ?? 0;
const NOTHING = { customers: [{ id: 'C-1', name: 'Contoso' }], categories: ['Storage'], tagKeys: ['env'] };
const effect = { share: '0.25', effect: '-120.5' };

function edited<Row>(columns: readonly PayColumn<Row>[], key: string, row: Row, typed: string): Row | string {
  const edit = columns.find((column) => column.key === key)?.edit;
  if (!edit) throw new Error(key);
  const isNumber = edit.type.kind === 'decimal' || edit.type.kind === 'percent';
  return edit.set(row, isNumber ? { kind: 'decimal', decimal: typed } : { kind: 'text', text: typed });
}
const shown = <Row>(columns: readonly PayColumn<Row>[], row: Row, ...keys: readonly string[]): readonly string[] =>
  keys.map((key) => columns.find((column) => column.key === key)?.text(row) ?? 'no such column');

describe('changes', () => {
  const row = { change: freshChange(day('2026-12-31')), effect };
  const columns = changeColumns('EUR', NOTHING, format);

  it('begin with the next month, and read with their units', () => {
    expect([nextMonth(day('2026-11-01')), nextMonth(day('2027-01-31'))]).toEqual([
      day('2026-12-01'),
      day('2027-02-01'),
    ]);
    expect(shown(columns, row, 'kind', 'percent', 'from', 'share', 'effect')).toEqual([
      ...['growth a month', '2 %', '1 Jan 2027', '25.0%', '−120.50'],
    ]);
  });

  it('take what can be, and say why not', () => {
    expect(edited(columns, 'kind', row, 'switched off')).toMatchObject({ change: { kind: 'off', percent: '2' } });
    expect(edited(columns, 'percent', row, '-100')).toMatch(/above −100/);
    const off = { ...row, change: { ...row.change, kind: 'off' as const } };
    expect(edited(columns, 'percent', off, '100')).toMatchObject({ change: { percent: '100' } });
    expect(edited(columns, 'percent', off, '101')).toMatch(/from 0 to 100/);
    const cheaper = { ...row, change: { ...row.change, kind: 'price' as const, percent: '-20' } };
    expect(edited(columns, 'kind', cheaper, 'switched off')).toMatch(/from 0 to 100/);
    expect(edited(columns, 'customer', row, 'contoso')).toMatchObject({ change: { match: { customerId: 'C-1' } } });
    expect(edited(columns, 'tagValue', row, 'prod')).toMatch(/tag first/);
  });
});

describe('commitments', () => {
  const history: CommitmentHistory = {
    ...{ from: 0, to: 55, days: 56, utilisation: '0.714285714285714286', breakEven: '0.588235294117647059' },
    ...{ breakEvenAtList: '0.5', committed: '134.4', unused: '38.4', covered: '163.2', creditLost: '28.8' },
    ...{ saved: '28.8', best: '1' },
  };
  const row = (more: Partial<CommitmentEffect>): CommitmentRow => ({
    commitment: freshCommitment('savings-plan', day('2026-11-15'), 'EUR'),
    effect: { ...effect, problem: undefined, rate: '1', history, ...more },
  });
  const status = (more: Partial<CommitmentHistory>): string =>
    statusWords(row({ history: { ...history, ...more } }), format);

  it('say whether they pay, and because of what they do not', () => {
    expect(status({})).toBe('✓ pays: 71.4% used, from 58.8% on it pays');
    expect(status({ saved: '-1', utilisation: '0.4' })).toBe('✗ does not pay: 40.0% used, from 58.8% on it would');
    expect(status({ breakEven: '1.047058823529411765', breakEvenAtList: '0.89', saved: '-1' })).toBe(
      '✗ never pays: its price is above what is paid after the earned credit of 15.0%',
    );
    expect(status({ breakEven: '1.2', breakEvenAtList: '1.2', saved: '-1' })).toMatch(/above what is paid now$/);
    expect(statusWords(row({ problem: 'no-rate', history: undefined }), format)).toMatch(/^not counted: no rate/);
    expect(statusWords(row({ history: undefined }), format)).toBe('matches no use in this currency');
  });

  it('take what can be, and say why not', () => {
    const columns = commitmentColumns('EUR', NOTHING, format);
    expect(edited(columns, 'rate', row({}), '100')).toMatch(/below 100/);
    expect(edited(columns, 'perHour', row({}), '0')).toMatch(/above 0/);
    expect(edited(columns, 'currency', row({}), 'usd')).toMatchObject({ commitment: { currency: 'USD' } });
    expect(edited(columns, 'kind', row({}), 'reservation')).toMatchObject({ commitment: { kind: 'reservation' } });
    expect(edited(columns, 'term', row({}), '3 years')).toMatchObject({ commitment: { term: 'P3Y' } });
    expect(shown(columns, row({}), 'rate', 'utilisation', 'saved', 'committed', 'best')).toEqual([
      ...['15 % off', '71.4%', '+28.80', '134.40', '1'],
    ]);
  });
});

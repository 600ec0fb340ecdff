/** Which SKUs are EST SKUs, and what EST costs. */
import { describe, expect, it } from 'vitest';
import type { EstAssumptions } from '../../src/core/scenario/scenario.ts';
import { prepareBook, twinCandidates } from '../../src/sim/index.ts';
import { type PriceCells, portfolio, price, priceList, result, results, scenario } from '../support/books.ts';

const BASE = [price('P1Y/Annual', '120', '150'), price('P1M/Monthly', '12', '15')];
const TITLED = { skuId: '9', skuTitle: 'Suite - Extended Service Term' };

function twin(cost: string, erp: string, more: PriceCells = { skuId: '9' }): PriceCells {
  return price('P1M/Monthly', cost, erp, more);
}

function est(rows: readonly PriceCells[], changes: Partial<EstAssumptions> = {}) {
  const { estUnit, estSource, notes } = result([priceList(rows), portfolio([{}])], { scenario: { est: changes } });
  return { estUnit, estSource, notes };
}

describe('the EST price', () => {
  it('is the list’s own row, with a note where the formula differs by more than a cent', () => {
    expect(est([...BASE, twin('12.36', '15.45', TITLED)])).toEqual({ estUnit: '12.36', estSource: 'list', notes: [] });
    const off = est([...BASE, twin('12.37', '15.45', TITLED)]);
    expect(off).toMatchObject({ estUnit: '12.37', notes: [] });
    expect(est([...BASE, twin('12.38', '15.45', TITLED)]).notes).toContain('est-list-differs');
    expect(est([...BASE, twin('12.36', '15.47', TITLED)]).notes).toContain('est-list-differs');
  });

  it('ignores list rows when the scenario says so', () => {
    const rows = [...BASE, twin('20', '25', TITLED)];
    expect(est(rows, { listRows: 'ignore' })).toMatchObject({ estUnit: '12.36', estSource: 'monthly' });
    expect(est(rows, { listRows: 'ignore', upliftMonthly: '0.10' }).estUnit).toBe('13.20');
  });

  it('is made from the annual price where there is no monthly term', () => {
    const rows = [price('P1Y/Annual', '120'), price('P1Y/Monthly', '126')];
    expect(est(rows)).toEqual({ estUnit: '12.30', estSource: 'noMonthly', notes: [] });
    expect(est(rows, { noMonthlyBase: 'annualBilledMonthly' }).estUnit).toBe('12.92');
    expect(est([price('P1Y/Annual', '120')], { noMonthlyBase: 'annualBilledMonthly' }).estUnit).toBe('12.30');
  });

  it('is assumed, with a note, where there is only the annual term billed monthly', () => {
    const datasets = [priceList([price('P1Y/Monthly', '126')]), portfolio([{ billingPlan: 'Monthly' }])];
    const { estUnit, estSource, notes } = result(datasets);
    expect({ estUnit, estSource, notes }).toEqual({
      estUnit: '12.92',
      estSource: 'assumed',
      notes: ['est-base-assumed'],
    });
  });
});

describe('silent twins', () => {
  const candidates = (rows: readonly PriceCells[]) => {
    const book = prepareBook({ datasets: [priceList(rows)] });
    return twinCandidates(book, scenario()).map(({ skuId, baseSkuId, ratio }) => ({ skuId, baseSkuId, ratio }));
  };

  it.each(['12.35', '12.36', '12.37'])('are proven by a price of %s', (cost) => {
    const rows = [...BASE, twin(cost, '15.45')];
    expect(est(rows)).toMatchObject({ estUnit: cost, estSource: 'list' });
    expect(candidates(rows)).toEqual([]);
  });

  it.each(['12.34', '12.38', '12.00'])('are only candidates with a price of %s', (cost) => {
    const rows = [...BASE, twin(cost, '15.45')];
    expect(est(rows).estSource).toBe('monthly');
    const ratio = (Number(cost) / 12).toFixed(4);
    expect(candidates(rows)).toEqual([{ skuId: '9', baseSkuId: '1', ratio }]);
  });

  it('count once the user confirms them, and not once he refuses', () => {
    const said = (isEst: boolean) => [{ productId: 'product', skuId: '0009', segment: 'commercial', isEst }];
    expect(est([...BASE, twin('12.00', '15')], { twins: said(true) })).toMatchObject({
      estUnit: '12.00',
      estSource: 'list',
    });
    expect(est([...BASE, twin('12.36', '15.45')], { twins: said(false) }).estSource).toBe('monthly');
  });

  it('are proven by any one list', () => {
    const older = priceList([...BASE, twin('12.36', '15.45')], 0);
    const newer = priceList(
      [...BASE, twin('12.00', '15.00')].map((row) => ({ ...row, effectiveStart: '2026-06-01' })),
      1,
    );
    expect(result([older, newer, portfolio([{}])])).toMatchObject({ estSource: 'list', estUnit: '12.00' });
  });

  it.each<[string, PriceCells]>([
    ['another title', { skuTitle: 'Suite Plus' }],
    ['another product', { productId: 'OTHER' }],
    ['another segment', { segment: 'Education' }],
    ['another currency', { currency: 'EUR' }],
  ])('have not %s', (_, difference) => {
    const rows = [...BASE, twin('12.36', '15.45', { skuId: '9', ...difference })];
    expect(est(rows).estSource).toBe('monthly');
    expect(candidates(rows)).toEqual([]);
  });

  it('have only a monthly row, and their base an annual one', () => {
    const withYear = [...BASE, twin('12.36', '15.45'), price('P1Y/Annual', '123.60', '150', { skuId: '9' })];
    expect(candidates(withYear)).toEqual([]);
    expect(est(withYear).estSource).toBe('monthly');
  });
});

describe('a subscription on an EST SKU', () => {
  it('is in EST, compared with its base’s row', () => {
    const rows = [...BASE, price('P1Y/Monthly', '126', '156'), twin('12.36', '15.45', TITLED)];
    const own = { skuId: '0009', termDuration: 'P1M', billingPlan: 'Monthly', commitmentStart: '2026-11-01' };
    const found = result([priceList(rows), portfolio([own])]);
    expect(found).toMatchObject({ outcome: 'in-est', rule: 'R-008', currentUnit: '10.50', estUnit: '12.36' });
    expect(found.cliff).toMatchObject({ promotion: '0.00', listMove: '0.00', commitment: '1.50', estUplift: '0.36' });
  });

  it('without its base in any list is unpriced', () => {
    const own = { skuId: '9', termDuration: 'P1M', billingPlan: 'Monthly' };
    expect(results([priceList([twin('12.36', '15.45', TITLED)]), portfolio([own])]).unpriced).toHaveLength(1);
  });
});

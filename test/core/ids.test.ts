import { describe, expect, it } from 'vitest';
import { headerKey, idKey, productKey, skuKey } from '../../src/core/ids.ts';

describe('identifiers', () => {
  it('of SKUs match with and without leading zeros, in any case, and never as numbers', () => {
    expect(['1', '01', '0001', ' 0001 '].map(skuKey)).toEqual(['0001', '0001', '0001', '0001']);
    expect(skuKey('00b1')).toBe('00B1');
    expect(skuKey('1E5')).toBe('01E5');
    expect(skuKey('100000')).not.toBe(skuKey('1E5'));
    expect(skuKey('12345')).toBe('12345');
  });

  it('of products and customers match in any case', () => {
    expect(productKey(' cfq7ttc0lch4')).toBe('CFQ7TTC0LCH4');
    expect(idKey('ORG:ABC-def')).toBe('abc-def');
    expect(idKey('organic')).toBe('organic');
  });

  it('of columns match however they are written', () => {
    const headers = ['ERP Price', 'ERPPrice', 'erp_price', '\uFEFFErp-Price', 'ERP\u00A0Price'];
    expect(new Set(headers.map(headerKey))).toEqual(new Set(['erpprice']));
  });
});

import { describe, expect, it } from 'vitest';
import { renameColumn, renameName } from '../../../src/sheet/formula/rename.ts';

const column = (formula: string, to = 'Licences'): string =>
  renameColumn(formula, { from: 'Seats', to }, 'Portfolio', 'Portfolio');
const name = (formula: string): string => renameName(formula, { from: 'Rate', to: 'Growth_Rate' });

describe('renameColumn', () => {
  it.each([
    ['=[@Seats]*2', '=[@Licences]*2'],
    ['=SUM([Seats])/[@seats]', '=SUM([Licences])/[@Licences]'],
    ['=Portfolio[Seats]', '=Portfolio[Licences]'],
    ['=Portfolio[[#This Row],[Seats]]', '=Portfolio[@Licences]'],
    ['=IF([@[Seats]]>1,"[@Seats]",[@[Seats wanted]])', '=IF([@Licences]>1,"[@Seats]",[@[Seats wanted]])'],
    ['=Other[Seats]', '=Other[Seats]'],
    ['=Seats+LET(x,[@Seats],x)', '=Seats+LET(x,[@Licences],x)'],
    ['=[@Seats', '=[@Seats'],
  ])('%s becomes %s', (before, after) => {
    expect(column(before)).toBe(after);
  });

  it('writes titles that need brackets and marks of their own', () => {
    expect(column('=[@Seats]+SUM([Seats])', 'Seats [new] #1')).toBe("=[@[Seats '[new'] '#1]]+SUM([Seats '[new'] '#1])");
  });

  it('leaves references without a table alone where the formula stands in none', () => {
    expect(renameColumn('=[Seats]+Portfolio[Seats]', { from: 'Seats', to: 'Licences' }, 'Portfolio', undefined)).toBe(
      '=[Seats]+Portfolio[Licences]',
    );
  });
});

describe('renameName', () => {
  it.each([
    ['=rate*2+Rate', '=Growth_Rate*2+Growth_Rate'],
    ['=LET(rate,Rate,rate*2)', '=LET(rate,Growth_Rate,rate*2)'],
    ['="Rate"&[@Rate]&Rate_2', '="Rate"&[@Rate]&Rate_2'],
  ])('%s becomes %s', (before, after) => {
    expect(name(before)).toBe(after);
  });
});

import { expect, test } from 'vitest';
import { chartText as german } from '../../src/core/text/de/charts.ts';
import { chartText as english } from '../../src/core/text/en/charts.ts';

test('a name that ends with a full stop ends its sentence, with one', () => {
  for (const { fromTable: table } of [english, german]) {
    expect(table.largest('Contoso, Ltd.', '', '5')).toMatch(/[^.]Contoso, Ltd\.$/);
    expect(table.largest('May', 'Contoso, Ltd.', '5')).toMatch(/, Contoso, Ltd\.$/);
    expect(table.largest('May', 'Fabrikam', '5')).toMatch(/, Fabrikam\.$/);
    expect(table.steps('5', 'Contoso, Ltd.')).toMatch(/Ltd\.$/);
  }
});

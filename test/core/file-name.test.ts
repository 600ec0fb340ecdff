import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName } from '../../src/core/file-name.ts';
import { day } from '../support/simulation.ts';

const AS_OF = day('2026-11-22');

test('file names say workbook, content and as-of', () => {
  expect(exportFileName('results-json', AS_OF, 'Ærø Cloud, renewals FY27')).toBe(
    'termwise-ærø-cloud-renewals-fy27-results-2026-11-22.json',
  );
  expect(exportFileName('report-html', AS_OF, '')).toBe('termwise-report-2026-11-22.html');
});

test('file names are safe whatever the workbook is called', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('../../etc', 'CON', 'a/b\\c:d*?"<>|', '\u202Etxt.exe'),
  );
  fc.assert(
    fc.property(names, (name) => {
      const file = exportFileName('results-csv', AS_OF, name);
      expect(file).toMatch(/^termwise-(?:[\p{L}\p{N}-]+-)?subscriptions-2026-11-22\.csv$/u);
      expect(file.length).toBeLessThan(180);
    }),
  );
});

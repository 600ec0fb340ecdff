/** Hostile and odd files of others: whatever they hold, nothing throws and every row is counted once. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../src/importers/index.ts';
import { sourceOf } from './support.ts';

const SAMPLES = new URL('../../../shared/samples/', import.meta.url).pathname;
const FOLDERS = [
  'csv-torture',
  'xlsx-torture',
  'price-list',
  'subscriptions',
  'promotions',
  'recon',
  'insights',
  'focus',
];

for (const folder of FOLDERS) {
  const root = join(SAMPLES, folder);
  if (!existsSync(root)) {
    console.log(`skipped: the samples ../shared/samples/${folder} are not here`);
    continue;
  }
  describe(folder, () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(root, name)).isFile(),
    );
    it(`${String(files.length)} files balance`, async () => {
      for (const name of files) {
        const { files: reports } = await importSources([
          sourceOf(relative(root, name), new Uint8Array(readFileSync(join(root, name)))),
        ]);
        expect(reports.length, name).toBeGreaterThan(0);
        for (const { state, dataset, questions, diagnostics, sha256 } of reports) {
          expect(sha256, name).toMatch(/^[0-9a-f]{64}$/);
          const { read, accepted, rejected, skipped } = dataset?.ledger ?? {
            read: 0,
            accepted: 0,
            rejected: 0,
            skipped: 0,
          };
          expect(accepted + rejected + skipped, name).toBe(read);
          expect(dataset?.table.rows ?? 0, name).toBe(accepted);
          expect(questions.length > 0, name).toBe(state === 'question');
          if (state === 'refused') expect(diagnostics[0]?.severity, name).toBe('error');
        }
      }
    });
  });
}

/** Any unknown table becomes a customer list once its header says so: so every odd CSV body meets the sheet builder too. */
it.runIf(existsSync(join(SAMPLES, 'csv-torture')))('odd CSV bodies below a known header balance', async () => {
  const root = join(SAMPLES, 'csv-torture');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  for (const name of files) {
    const header = new TextEncoder().encode('CustomerId,CustomerName\n');
    const body = readFileSync(join(root, name));
    const { files: reports } = await importSources([sourceOf(name, new Uint8Array([...header, ...body]))]);
    const ledger = reports[0]?.dataset?.ledger;
    if (ledger) expect(ledger.accepted + ledger.rejected + ledger.skipped, name).toBe(ledger.read);
    else expect(reports[0]?.diagnostics.length, name).toBeGreaterThan(0);
  }
});

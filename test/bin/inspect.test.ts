/** `npm run inspect` as a program: what it writes, and how it ends. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerHash } from '../../src/importers/mapping/header-hash.ts';
import type { InspectDocument } from '../../src/exporters/inspect/document.ts';

const ROOT = join(import.meta.dirname, '../..');
const CUSTOMERS = 'Microsoft ID,Company name\nid-1,Fabrikam\nid-2,Contoso\n';
const HEADER = 'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Note';
const PORTFOLIO = `${HEADER}\ns1,CFQ7TTC0LH18,0001,5,P1Y,Annual,2026-12-31,one\ns2,CFQ7TTC0LH18,0001,5,P1Y,Annual,31.02.2026,two\n`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function inspect(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'bin/inspect.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe('npm run inspect', () => {
  it('reads a sheet with an unknown header the way a recipe says, and refuses a recipe that it cannot use', () => {
    const header = ['Kunde', 'Nummer'];
    const sheet = write('kunden.csv', `${header.join(',')}\nFabrikam,id-1\n`);
    const mapping = { headerHash: headerHash(header), kind: 'customers', columns: { customerId: 1, customerName: 0 } };
    const recipe = write('recipe.json', JSON.stringify({ schema: 'termwise/recipe@1', mappings: [mapping] }));
    const read = inspect(sheet, '--json', '--recipe', recipe);
    expect(JSON.parse(read.stdout)).toMatchObject({ files: [{ kind: 'customers', rows: { accepted: 1 } }] });
    expect(read.status).toBe(0);
    const refused = inspect(sheet, '--recipe', write('wrong.json', '{"schema":"termwise/recipe@1"}'));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('wrong.json');
  });

  it('writes the inspect file of all files of a zip and ends with 1 for the row it rejects', () => {
    const bytes = new TextEncoder();
    const zip = { 'a.csv': bytes.encode(CUSTOMERS), 'b.csv': bytes.encode(PORTFOLIO) };
    const run = inspect(write('both.zip', zipSync(zip)), '--json');
    expect(run.status).toBe(1);
    const { schema, files } = JSON.parse(run.stdout) as InspectDocument;
    expect(schema).toBe('termwise/inspect@1');
    expect(files).toMatchObject([
      {
        file: 'both.zip/a.csv',
        kind: 'customers',
        sha256: createHash('sha256').update(CUSTOMERS).digest('hex'),
        rows: { read: 2, accepted: 2, rejected: 0, skipped: 0 },
        columns: ['Microsoft ID', 'Company name'],
        diagnostics: [],
      },
      {
        file: 'both.zip/b.csv',
        kind: 'portfolio',
        rows: { read: 2, accepted: 1, rejected: 1, skipped: 0 },
        columns: HEADER.split(','),
      },
    ]);
    expect(files[1]?.diagnostics[0]).toMatchObject({
      row: 3,
      column: 'CommitmentEndDate',
      severity: 'error',
      code: 'bad-date',
      text: '31.02.2026',
    });
    expect(Object.keys(files[0] ?? {})).toEqual(
      ['file', 'kind', 'sha256', 'rows', 'columns', 'totals', 'repairs', 'diagnostics'],
    ); // prettier-ignore
  });

  it('ends with 0 and a table for a clean file', () => {
    const run = inspect(write('customers.csv', CUSTOMERS));
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('customers.csv\n  Kind');
    expect(run.stdout).toContain('2 read = 2 accepted + 0 rejected + 0 skipped');
    expect(run.stdout).toContain('1 file, 0 not recognised, 0 rows rejected');
  });

  it('reports repairs, and makes them when they are accepted', () => {
    const german = `${HEADER},PricePaidPerSeatMonth`.replaceAll(',', ';');
    const rows = 's1;CFQ7TTC0LH18;0001;5;P1Y;Annual;2026-12-31;one;1.008,50\n';
    const file = write('german.csv', `${german}\n${rows}`);
    const [reported, accepted] = [inspect(file, '--json'), inspect(file, '--json', '--accept-repairs')];
    expect([reported.status, accepted.status]).toEqual([1, 0]);
    const filesOf = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as InspectDocument).files;
    expect(filesOf(reported)[0]).toMatchObject({
      rows: { read: 1, accepted: 0, rejected: 1, skipped: 0 },
      repairs: [{ code: 'decimal-comma', column: 'PricePaidPerSeatMonth', rows: 1, applied: false }],
    });
    expect(filesOf(accepted)[0]).toMatchObject({
      rows: { read: 1, accepted: 1, rejected: 0, skipped: 0 },
      repairs: [{ code: 'decimal-comma', column: 'PricePaidPerSeatMonth', rows: 1, applied: true }],
    });
  });

  it('ends with 1 for a file that nobody can tell, and says why', () => {
    const run = inspect(write('odd.csv', 'colour,size\nred,4\n'), '--json');
    expect(run.status).toBe(1);
    const [file] = (JSON.parse(run.stdout) as InspectDocument).files;
    expect(file).toMatchObject({ kind: 'unknown', rows: { read: 0 } });
    expect(file?.diagnostics[0]?.code).toBe('not-recognised');
  });

  it.each([
    ['nothing named', []],
    ['a path that does not exist', ['nowhere.csv']],
    ['an unknown option', ['package.json', '--fast']],
  ])('ends with 2 and the usage for %s', (_, args) => {
    const run = inspect(...args);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('npm run inspect --');
  });

  it('is what the README says', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('npm run inspect --');
  });
});

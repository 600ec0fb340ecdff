/** Every damaged file of the fixtures: what the clinic finds, and what becomes of the file in each mode. `UPDATE_FIXTURES=1` rewrites it. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/importers/clinic/finding.ts';
import type { RepairMode } from '../../../src/importers/clinic/policy.ts';
import { type FileReport, importSources } from '../../../src/importers/index.ts';
import { plainTable, sourceOf } from '../support.ts';

const ROOT = new URL('../../fixtures/clinic/', import.meta.url).pathname;

describe.each(readdirSync(ROOT))('%s', (name) => {
  it('is found, asked about, reported and repaired', async () => {
    const folder = join(ROOT, name);
    const bytes = readFileSync(join(folder, 'input.csv'));
    const actual = {
      found: await modeOf(bytes, 'ask', ({ found, questions }) => [
        ...(found ?? []).map(plainFinding),
        ...questions.flatMap((question) =>
          question.kind === 'clinic' ? question.found.map(plainFinding) : [question.kind],
        ),
      ]),
      reported: await modeOf(bytes, 'report', ({ dataset, rejects }) => ({
        ledger: dataset?.ledger,
        repairs: dataset?.repairs?.map(({ code, applied }) => [code, applied]),
        rejects: rejects.map(({ row, code }) => [row, code]),
      })),
      repaired: await modeOf(bytes, 'apply', ({ file, state, kind, dataset }) => ({
        file,
        state,
        kind,
        ledger: dataset?.ledger,
        table: dataset && plainTable(dataset.table),
      })),
    };
    const path = join(folder, 'expected.json');
    if (process.env['UPDATE_FIXTURES']) writeFileSync(path, `${JSON.stringify(actual, undefined, 2)}\n`);
    expect(existsSync(path)).toBe(true);
    expect(plain(actual)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});

async function modeOf<T>(bytes: Uint8Array, mode: RepairMode, shown: (report: FileReport) => T): Promise<T[]> {
  const clinic = { mode, choices: new Map() };
  const { files } = await importSources([sourceOf('input.csv', new Uint8Array(bytes))], { clinic });
  return files.map(shown);
}

function plainFinding({ code, column, rows, samples, certainty, blocking, ...rest }: Finding): unknown {
  return {
    what: `${code} ${column}`.trim(),
    rows,
    certainty,
    blocking,
    treated: `${rest.default}, ${rest.treatment}`,
    facts: rest.facts,
    samples: samples.map(({ row, before, after, otherwise }) => [
      row,
      before,
      after,
      ...(otherwise === before ? [] : [otherwise]),
    ]),
  };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

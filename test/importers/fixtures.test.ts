/** Every folder of fixtures: what a file becomes, down to its cells. `UPDATE_FIXTURES=1` rewrites what is expected. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FileReport,
  type ImportOptions,
  type ImportQuestion,
  type SheetAnswer,
  importSources,
} from '../../src/importers/index.ts';
import { plainTable, sourceOf } from './support.ts';

const ROOT = new URL('../fixtures/importers/', import.meta.url).pathname;

for (const format of readdirSync(ROOT)) {
  describe(format, () => {
    it.each(readdirSync(join(ROOT, format)))('%s', async (name) => {
      const folder = join(ROOT, format, name);
      const actual = await importFolder(folder);
      const path = join(folder, 'expected.json');
      if (process.env['UPDATE_FIXTURES']) writeFileSync(path, `${JSON.stringify(actual, undefined, 2)}\n`);
      expect(actual).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    });
  });
}

async function importFolder(folder: string): Promise<unknown> {
  const file = readdirSync(folder).find((name) => name.startsWith('input.')) ?? '';
  const source = sourceOf(file, new Uint8Array(readFileSync(join(folder, file))));
  const { files } = await importSources([source], optionsOf(join(folder, 'options.json'), file));
  return files.map(plainReport);
}

interface FixtureOptions {
  readonly answer?: SheetAnswer;
  readonly encoding?: 'windows-1252';
}

/** The answer counts for any header, so that fixtures need not hold hashes. */
function optionsOf(path: string, file: string): ImportOptions {
  if (!existsSync(path)) return {};
  const { answer, encoding } = JSON.parse(readFileSync(path, 'utf8')) as FixtureOptions;
  return {
    ...(answer ? { answers: { get: () => answer } as unknown as ReadonlyMap<string, SheetAnswer> } : {}),
    ...(encoding ? { encodings: new Map([[file, encoding]]) } : {}),
  };
}

/** What a user would notice: no hash, no size, messages as their codes. */
function plainReport({ state, kind, dataset, scenario, rules, questions, diagnostics, rejects }: FileReport): unknown {
  return JSON.parse(
    JSON.stringify({
      state,
      kind,
      ledger: dataset?.ledger,
      table: dataset && plainTable(dataset.table),
      scenario: scenario && { name: scenario.name, est: scenario.est },
      rules,
      questions: questions.map(plainQuestion),
      diagnostics: diagnostics.map(({ severity, code, row, column, params }) => [
        severity,
        code,
        row ?? '',
        column ?? '',
        params,
      ]),
      rejects: rejects.map(({ row, column, code, text }) => [row, column, code, text]),
    }),
  );
}

/** Of the formats that a sheet may be of, the likeliest. */
function plainQuestion(question: ImportQuestion): unknown {
  if (question.kind !== 'mapping') return { ...question, headerHash: undefined, header: undefined };
  const { kind, header, samples, candidates } = question;
  return { kind, header, samples, as: candidates[0]?.kind, guess: candidates[0]?.guess };
}

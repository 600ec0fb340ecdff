/** Files through the real importers, engine and results document, as the app and the headless runner do it. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseDay } from '../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { type ResultsDocument, resultsDocument } from '../../src/exporters/results/document.ts';
import { type ImportSource, importSources } from '../../src/importers/index.ts';
import { prepareBook, simulate } from '../../src/sim/index.ts';
import { datasetsOf } from '../../src/workers/datasets-from-reports.ts';
import { freshFiles } from '../../src/workers/fresh-files.ts';

/** A text as a file. */
export function sourceOfText(name: string, text: string): ImportSource {
  const blob = new Blob([text]);
  return { name, size: blob.size, stream: () => blob.stream() };
}

/** A file of the disk, in memory. */
export function sourceOfFile(path: string): ImportSource {
  const blob = new Blob([readFileSync(path)]);
  return { name: basename(path), size: blob.size, stream: () => blob.stream() };
}

export interface Imported {
  readonly datasets: readonly Dataset[];
  /** The last scenario among the files, else the defaults. */
  readonly scenario: Scenario;
}

export async function importAll(sources: readonly ImportSource[]): Promise<Imported> {
  const { files } = await importSources(sources);
  const scenario = files.flatMap((file) => file.scenario ?? []).at(-1) ?? DEFAULT_SCENARIO;
  return { datasets: datasetsOf(freshFiles(files, new Map()).fresh, 0), scenario };
}

/** The results document of imported files as of a day. */
export function resultsOf({ datasets, scenario }: Imported, asOf: string, horizonMonths: number): ResultsDocument {
  const day = parseDay(asOf);
  if (day === undefined) throw new Error(`INTERNAL: no such day: ${asOf}`);
  const simulation = simulate(prepareBook({ datasets }), { scenario, window: { asOf: day, horizonMonths } });
  return resultsDocument(simulation, datasets);
}

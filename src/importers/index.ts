/** Files in, tables out: the one entry of all importers. */
import { importFile } from './import-file.ts';
import { checkManifests } from './manifests/check.ts';
import type { ImportOptions, ImportReport, ImportSource } from './types.ts';

export type { MappingCandidate } from './mapping/candidates.ts';
export { importFile } from './import-file.ts';
export { checkManifests } from './manifests/check.ts';
export type { ClinicContext } from './clinic/context.ts';
export type { Certainty, Finding, RepairChoice, RepairSample, Spotlight, Treatment } from './clinic/finding.ts';
export { type MappingPreview, type MappingSample, previewMapping } from './mapping/preview.ts';
export { compareWith } from './clinic/between/compare.ts';
export { BETWEEN_ANSWERS, type BetweenAnswer, type BetweenFinding, type Covered } from './clinic/between/finding.ts';
export { type MissingMonth, missingMonths } from './clinic/between/missing-months.ts';
export type { StyleQuestion } from './sheet/style.ts';
export type {
  FileReport,
  ImportedDataset,
  ImportOptions,
  ImportProgress,
  ImportQuestion,
  RollUpQuestion,
  ImportReport,
  ImportSource,
  SheetAnswer,
} from './types.ts';

/**
 * Imports files one after another, in the given order. Every file ends as a report; trouble with a file is a diagnostic
 * there, never an exception. Rejects with the signal's reason when it is aborted.
 */
export async function importSources(
  sources: readonly ImportSource[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const files = [];
  for (const source of sources) files.push(...(await importFile(source, options)));
  return { files: checkManifests(files) };
}

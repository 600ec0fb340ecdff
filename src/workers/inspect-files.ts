/** What files are, by the same detection, clinic and ledger as an import, without keeping their rows. */
import type { Diagnostic } from '../core/diagnostics.ts';
import type { DatasetKind } from '../core/schema/dataset.ts';
import { emptyTable } from '../core/table.ts';
import {
  type InspectDocument,
  type InspectedFile,
  inspectDiagnostic,
  inspectDocument,
} from '../exporters/inspect/document.ts';
import {
  type Covered,
  type FileReport,
  type ImportSource,
  type SheetAnswer,
  checkManifests,
  importFile,
} from '../importers/index.ts';
import { FORGETFUL_CHUNKS } from './forgetful-chunks.ts';
import { gapDiagnostics, overlapDiagnostics } from './inspect-between.ts';
import { questionDiagnostics } from './open-questions.ts';

const NOTHING = { read: 0, accepted: 0, rejected: 0, skipped: 0 };

export interface Inspection {
  readonly document: InspectDocument;
  /** Every file was recognised and read, and none has a rejected row. */
  readonly clean: boolean;
}

/**
 * Reads files one after the other; the rows of each are gone before the next is read.
 * @param answers what recipes say about sheets, by header hash; it counts before `acceptRepairs`
 * @param acceptRepairs apply the repairs that need no question; else they are only reported, and rows that need them rejected
 */
export async function inspectFiles(
  sources: readonly ImportSource[],
  acceptRepairs: boolean,
  answers: ReadonlyMap<string, SheetAnswer> = new Map(),
): Promise<Inspection> {
  let clean = true;
  const clinic = { mode: acceptRepairs ? 'apply' : 'report', choices: new Map() } as const;
  const options = { answers, clinic, openChunks: () => FORGETFUL_CHUNKS };
  const read: FileReport[] = [];
  for (const source of sources) read.push(...(await importFile(source, options)).map(withoutRows));
  const files: InspectedFile[] = [];
  const covered: Covered[] = [];
  for (const report of checkManifests(read)) {
    const beside = report.dataset ? overlapDiagnostics(report.dataset, covered) : [];
    if (report.dataset) covered.push(report.dataset);
    files.push(inspectedFile(report, beside));
    clean &&= report.state === 'read' && (report.dataset?.ledger.rejected ?? 0) === 0;
  }
  const gaps = gapDiagnostics(covered);
  return { document: inspectDocument(files.map((file) => withGaps(file, gaps))), clean };
}

/** A manifest's rows are few, and tell which files belong to it. */
function withoutRows(report: FileReport): FileReport {
  const { dataset, kind } = report;
  if (!dataset || kind === 'manifest') return report;
  return { ...report, dataset: { ...dataset, table: emptyTable() } };
}

function withGaps(inspected: InspectedFile, gaps: readonly Diagnostic[]): InspectedFile {
  const own = gaps.filter(({ file }) => file === inspected.file);
  return { ...inspected, diagnostics: [...inspected.diagnostics, ...own.map(inspectDiagnostic)] };
}

function inspectedFile(report: FileReport, beside: readonly Diagnostic[]): InspectedFile {
  const { file, sha256, dataset, diagnostics } = report;
  return {
    file,
    kind: kindOf(report),
    sha256,
    rows: dataset?.ledger ?? NOTHING,
    columns: columnsOf(report),
    totals: dataset?.totals ?? {},
    repairs: dataset?.repairs ?? [],
    diagnostics: [...diagnostics, ...beside, ...questionDiagnostics(report)].map(inspectDiagnostic),
  };
}

/** A file whose columns have to be mapped is not recognised, whatever it looks like. */
function kindOf({ kind, questions }: FileReport): DatasetKind {
  return questions.some((question) => question.kind === 'mapping') ? 'unknown' : kind;
}

function columnsOf({ dataset, questions }: FileReport): readonly string[] {
  if (dataset?.header) return dataset.header;
  return questions.flatMap((question) => (question.kind === 'mapping' ? question.header : []));
}

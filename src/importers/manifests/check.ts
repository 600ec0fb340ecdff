/** Holds the manifests of a drop against the files that were dropped with them. */
import { type Diagnostic, type Severity, diagnose } from '../../core/diagnostics.ts';
import type { DiagnosticCode, MessageParams } from '../../core/text/diagnostics.ts';
import type { FileReport } from '../types.ts';
import { type Stated, type StatedFile, statedIn } from './stated.ts';

/** Missing files that a message names. */
const SHOWN_FILES = 20;

/**
 * The reports with what their manifests tell: which files are there, which are missing, whether sizes and rows match. Of several
 * runs of one export over one period only the newest counts: files of older ones are refused, for every run holds the whole period.
 */
export function checkManifests(reports: readonly FileReport[]): FileReport[] {
  const all = reports.flatMap((report) => statedIn(report) ?? []);
  if (all.length === 0) return [...reports];
  const newest = newestRuns(all);
  const said = new Map<FileReport, Diagnostic[]>();
  const refused = new Map<FileReport, Diagnostic>();
  for (const stated of all) {
    const found = matchFiles(stated, reports);
    said.set(stated.report, findingsOf(stated, found));
    const later = newest.get(stated.exportKey);
    if (later === undefined || later.created === stated.created) continue;
    const params = { title: stated.title, newest: later.created };
    said.get(stated.report)?.unshift(say(stated.report, 'warning', 'older-run', params));
    const own = new Set([...matchFiles(later, reports).values()].flat());
    for (const report of [...found.values()].flat())
      if (!own.has(report)) refused.set(report, say(report, 'error', 'older-run-file', params));
  }
  return reports.map((report) => withFindings(report, said.get(report) ?? [], refused.get(report)));
}

function newestRuns(all: readonly Stated[]): ReadonlyMap<string, Stated> {
  const newest = new Map<string, Stated>();
  for (const stated of all) {
    const known = newest.get(stated.exportKey);
    if (known === undefined || known.created < stated.created) newest.set(stated.exportKey, stated);
  }
  return newest;
}

/** The dropped files that may be each stated one: those of its name, of its run's folder when any of them is. */
function matchFiles(stated: Stated, reports: readonly FileReport[]): ReadonlyMap<StatedFile, readonly FileReport[]> {
  return new Map(
    stated.files.map((file) => {
      const same = reports.filter(
        ({ file: name, kind }) => kind !== 'manifest' && baseName(name) === baseName(file.blob),
      );
      const ofRun = stated.runId === '' ? [] : same.filter(({ file: name }) => name.includes(stated.runId));
      const others = same.filter(({ file: name }) => !hasFolder(name));
      return [file, ofRun.length > 0 ? ofRun : stated.runId === '' ? same : others];
    }),
  );
}

function hasFolder(name: string): boolean {
  return name.includes('/');
}

/** A name without folder, as it is matched: unpacked files count for packed ones. */
function baseName(name: string): string {
  return (name.split('/').at(-1) ?? '').toLowerCase().replace(/\.gz$/, '');
}

function findingsOf(stated: Stated, found: ReadonlyMap<StatedFile, readonly FileReport[]>): Diagnostic[] {
  const { report, files } = stated;
  const missing = files.filter((file) => (found.get(file) ?? []).length === 0);
  const there = files.length - missing.length;
  const count = files.length;
  if (there === 0) return [say(report, 'info', 'manifest-alone', { count })];
  const shown = missing.slice(0, SHOWN_FILES).map(({ blob }) => blob);
  const names = [...shown, ...(missing.length > shown.length ? ['…'] : [])].join(', ');
  const head =
    missing.length === 0
      ? say(report, 'info', 'manifest-complete', { count })
      : say(report, 'warning', 'manifest-missing', { there, count, missing: names });
  return [head, ...[...found].flatMap(([file, candidates]) => differencesOf(report, file, candidates))];
}

function differencesOf(manifest: FileReport, file: StatedFile, candidates: readonly FileReport[]): Diagnostic[] {
  const [only] = candidates;
  if (only === undefined) return [];
  if (candidates.length > 1) return [say(manifest, 'warning', 'manifest-unclear', { blob: file.blob })];
  const differs = (unit: string, stated: string, found: number) =>
    stated === '' || stated === String(found)
      ? []
      : [say(manifest, 'warning', 'manifest-differs', { blob: file.blob, unit, stated, found })];
  const rows = only.dataset ? differs('rows', file.rows, only.dataset.ledger.read) : [];
  // An unpacked file has another size than the packed one that the manifest means.
  const isAsNamed = only.file.toLowerCase().endsWith(file.blob.toLowerCase());
  return [...rows, ...(isAsNamed ? differs('bytes', file.bytes, only.bytes) : [])];
}

function say(report: FileReport, severity: Severity, code: DiagnosticCode, params: MessageParams): Diagnostic {
  return diagnose(severity, code, { file: report.file }, params);
}

function withFindings(report: FileReport, more: readonly Diagnostic[], refusal: Diagnostic | undefined): FileReport {
  const { dataset, ...rest } = report;
  const added = [...(refusal ? [refusal] : []), ...more];
  if (added.length === 0) return report;
  const diagnostics = [...added, ...report.diagnostics];
  const diagnosticCount = report.diagnosticCount + added.length;
  if (refusal) return { ...rest, state: 'refused', diagnostics, diagnosticCount };
  return { ...rest, diagnostics, diagnosticCount, ...(dataset ? { dataset: { ...dataset, diagnostics } } : {}) };
}

/** Outcomes as file reports. */
import type { SheetOutcome } from './sheet/read-sheet.ts';
import { Findings } from './sheet/findings.ts';
import type { Refusal } from './read/refusal.ts';
import type { FileReport, ImportQuestion } from './types.ts';

/** Name, hash and size of a file. */
export interface FileFacts {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The parts that every report has, without content. */
export function bareReport(facts: FileFacts, findings: Findings): Omit<FileReport, 'state' | 'kind'> {
  return {
    ...facts,
    questions: [],
    diagnostics: findings.diagnostics(),
    diagnosticCount: findings.count,
    rejects: findings.rejects,
  };
}

export function reportOf(facts: FileFacts, outcome: SheetOutcome): FileReport {
  const { findings, state, kind } = outcome;
  if (state === 'read' && outcome.ledger.read === 0) findings.add('warning', 'no-rows');
  const bare = bareReport(facts, findings);
  if (state === 'question') return { ...bare, state, kind, questions: outcome.questions };
  if (state === 'refused') return { ...bare, state, kind };
  const { table, ledger } = outcome;
  return { ...bare, state, kind, dataset: { ...facts, kind, table, ledger, diagnostics: bare.diagnostics } };
}

/** The report of a file that could not be read to its end. */
export function refusedReport(facts: FileFacts, refusal: Refusal): FileReport {
  const findings = new Findings(facts.file);
  findings.add('error', refusal.code, refusal.row === undefined ? {} : { row: refusal.row }, refusal.params);
  const questions: ImportQuestion[] = refusal.code === 'not-utf8' ? [{ kind: 'encoding', offer: 'windows-1252' }] : [];
  return {
    ...bareReport(facts, findings),
    state: questions.length > 0 ? 'question' : 'refused',
    kind: 'unknown',
    questions,
  };
}

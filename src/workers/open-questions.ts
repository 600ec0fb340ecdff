/** The questions of files that were not read because of them, as diagnostics for a reader who cannot be asked. */
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { FileReport, ImportQuestion } from '../importers/index.ts';

/** One error for each open question of a file; its encoding is a diagnostic of the importer already. */
export function questionDiagnostics({ file, questions }: FileReport): readonly Diagnostic[] {
  return questions.flatMap((question) => diagnosticOf(file, question) ?? []);
}

function mappingDiagnostic(file: string, question: Extract<ImportQuestion, { kind: 'mapping' }>): Diagnostic {
  const { header, candidates } = question;
  const [best] = candidates;
  const missing = (best?.columns ?? []).filter(({ name }) => best?.guess.missing.includes(name));
  const params = {
    header: header.join(', '),
    title: best?.title ?? '',
    missing: missing.map(({ label }) => label).join(', '),
  };
  return diagnose('error', 'question-mapping', { file }, params);
}

function diagnosticOf(file: string, question: ImportQuestion): Diagnostic | undefined {
  switch (question.kind) {
    case 'mapping':
      return mappingDiagnostic(file, question);
    case 'date-order':
    case 'decimal-mark': {
      const { column, samples } = question;
      return diagnose('error', `question-${question.kind}`, { file, column }, { samples: samples.join('; ') });
    }
    case 'between':
    case 'clinic':
    case 'roll-up':
    case 'encoding':
      return undefined;
  }
}

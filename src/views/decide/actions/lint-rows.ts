/** Findings of the linter in words, for the screen and for the clipboard. */
import type { LintFinding, LintResult } from '../../../core/actions/lint.ts';
import type { Format } from '../../../core/format.ts';
import { actionLintText } from '../../../core/text/en/action-lint.ts';
import { actionsText } from '../../../core/text/en/actions.ts';

const text = actionsText.lint;

/** Place, kind, what and what to do, where, rule. */
export function findingCells({
  code,
  severity,
  params,
  line,
  column,
  path,
  about,
  rule,
}: LintFinding): readonly string[] {
  const { what, todo } = actionLintText.codes[code];
  const where = [path === '' ? text.whole : path, ...(about === '' ? [] : [about])].join(' · ');
  return [`${String(line)} : ${String(column)}`, text.kinds[severity], `${what(params)} ${todo(params)}`, where, rule];
}

export const RULE_COLUMN = 4;

/** Tab-separated, with its titles. */
export function findingsText(findings: readonly LintFinding[]): string {
  const titles = [text.columns.place, text.columns.kind, text.columns.what, text.columns.where, text.columns.rule];
  return [titles, ...findings.map(findingCells)].map((cells) => cells.join('\t')).join('\n');
}

export function noticeKind({ findings }: LintResult): 'success' | 'warning' | 'error' {
  if (findings.length === 0) return 'success';
  return findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** What came out, in one sentence. */
export function resultWords({ findings, subjects }: LintResult, format: Format): string {
  if (findings.length === 0) return text.clean(subjects, format.count(subjects));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return `${text.found(errors, format.count(errors), warnings, format.count(warnings))}.`;
}

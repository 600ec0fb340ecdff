/** What a report rests on: assumptions, input files, rules, and what the import and the engine said. */
import type { Diagnostic, Severity } from '../../../core/diagnostics.ts';
import { idKey } from '../../../core/ids.ts';
import type { ReportSection } from '../../../core/report/document.ts';
import { variantWords } from '../../../core/text/variants.ts';
import { type AssumptionWords, assumptionsOf } from '../../assumptions.ts';
import { count, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';

export function methodSections(context: SectionContext): readonly ReportSection[] {
  return [assumptionSection, inputSection, ruleSection, diagnosticSection].map((section) => section(context));
}

/** Every value of the scenario, with its rule and a mark where it differs from the default. */
function assumptionSection({ input, rows, format, texts }: SectionContext): ReportSection {
  const { columns, headings, sentences, differs: mark } = texts.report;
  const names = new Map(rows.map(({ customerId, customer }) => [idKey(customerId), customer]));
  const words: AssumptionWords = {
    customer: (id) => names.get(idKey(id)) || undefined,
    day: (day) => format.day(day),
    text: texts.report.assumptions,
    rules: texts.rules,
  };
  const list = table(
    headings.assumptions,
    [
      { label: columns.item, cell: ({ item, id }) => text(item, id) },
      { label: columns.topic, cell: ({ topic }) => text(topic) },
      { label: columns.value, cell: ({ value }) => text(value) },
      { label: columns.default, cell: ({ defaultValue }) => text(defaultValue) },
      { label: columns.differs, kind: 'code', cell: ({ differs }) => text(differs ? mark : '') },
      { label: columns.rule, kind: 'code', cell: ({ rule }) => text(rule) },
    ],
    assumptionsOf(input.scenario, input.defaults, words),
  );
  return { id: 'method', heading: headings.assumptions, say: sentences.assumptions, blocks: [list] };
}

/** The files with their hashes and balances. */
function inputSection({ inputs, texts }: SectionContext): ReportSection {
  const { columns, headings, sentences, kinds } = texts.report;
  const list = table(
    headings.inputs,
    [
      { label: columns.file, kind: 'id', cell: ({ file }) => text(file) },
      {
        label: columns.kind,
        cell: ({ kind, diagnostics }) => text([kinds[kind], ...variantWords(diagnostics)].join(', ')),
      },
      { label: columns.accepted, kind: 'figure', cell: ({ ledger }) => count(ledger.accepted) },
      { label: columns.rejected, kind: 'figure', cell: ({ ledger }) => count(ledger.rejected) },
      { label: columns.sha256, kind: 'id', cell: ({ sha256 }) => text(sha256) },
    ],
    inputs,
  );
  return { id: 'method', heading: headings.inputs, say: sentences.inputs, blocks: [list] };
}

/** The rule book entries that the results rest on. */
function ruleSection({ input, texts }: SectionContext): ReportSection {
  const { columns, headings, sentences, confidence: words } = texts.report;
  const list = table(
    headings.rules,
    [
      { label: columns.rule, kind: 'code', cell: ({ id }) => text(id) },
      { label: columns.statement, cell: ({ statement }) => text(statement) },
      { label: columns.source, cell: ({ source }) => text(source) },
      { label: columns.confidence, cell: ({ confidence }) => text(words[confidence]) },
    ],
    input.rules,
  );
  return { id: 'method', heading: headings.rules, say: sentences.rules, blocks: [list] };
}

interface DiagnosticGroup {
  readonly first: Diagnostic;
  readonly count: number;
}

/** Diagnostics counted by severity, and listed once per file and code with the first place. */
function diagnosticSection({ diagnostics, texts }: SectionContext): ReportSection {
  const { columns, headings, sentences, severities } = texts.report;
  const section = { id: 'method', heading: headings.diagnostics } as const;
  if (diagnostics.length === 0) return { ...section, say: sentences.noDiagnostics, blocks: [] };
  const of = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  const list = table(
    headings.diagnostics,
    [
      { label: columns.file, kind: 'id', cell: ({ first }) => text(first.file) },
      { label: columns.severity, cell: ({ first }) => text(severities[first.severity]) },
      { label: columns.count, kind: 'figure', cell: (group) => count(group.count) },
      { label: columns.line, kind: 'figure', cell: ({ first }) => count(first.row) },
      { label: columns.column, cell: ({ first }) => text(first.column) },
      { label: columns.message, cell: ({ first }) => text(first.message) },
    ],
    groupsOf(diagnostics),
  );
  return { ...section, say: sentences.diagnostics(of('error'), of('warning'), of('info')), blocks: [list] };
}

function groupsOf(diagnostics: readonly Diagnostic[]): readonly DiagnosticGroup[] {
  const groups = new Map<string, DiagnosticGroup>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.severity} ${diagnostic.code} ${diagnostic.file}`;
    const known = groups.get(key);
    groups.set(key, { first: known?.first ?? diagnostic, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** What a report rests on: assumptions, input files, rules, and what the import and the engine said. */
import type { Diagnostic, Severity } from '../../core/diagnostics.ts';
import { variantWords } from '../../core/text/variants.ts';
import { reportText } from '../../core/text/en/report.ts';
import { idKey } from '../../core/ids.ts';
import { type AssumptionWords, assumptionsOf } from '../assumptions.ts';
import type { Html } from './html.ts';
import { type ReportPage, section, withId } from './page.ts';
import { tableOf } from './table.ts';

const { columns, headings, sentences } = reportText;

/** Every value of the scenario, with its rule and a mark where it differs from the default. */
export function assumptionTable({ input, rows, format }: ReportPage): Html {
  const names = new Map(rows.map(({ customerId, customer }) => [idKey(customerId), customer]));
  const words: AssumptionWords = { customer: (id) => names.get(idKey(id)) || undefined, day: (day) => format.day(day) };
  const table = tableOf(
    headings.assumptions,
    [
      { label: columns.item, cell: ({ item, id }) => (id === undefined ? item : withId(item, id)) },
      { label: columns.topic, cell: ({ topic }) => topic },
      { label: columns.value, cell: ({ value }) => value },
      { label: columns.default, cell: ({ defaultValue }) => defaultValue },
      { label: columns.differs, kind: 'code', cell: ({ differs }) => (differs ? reportText.differs : '') },
      { label: columns.rule, kind: 'code', cell: ({ rule }) => rule },
    ],
    assumptionsOf(input.scenario, input.defaults, words),
  );
  return section(headings.assumptions, sentences.assumptions, table);
}

/** The files with their hashes and balances. */
export function inputTable({ inputs, format }: ReportPage): Html {
  const table = tableOf(
    headings.inputs,
    [
      { label: columns.file, kind: 'id', cell: ({ file }) => file },
      {
        label: columns.kind,
        cell: ({ kind, diagnostics }) => [reportText.kinds[kind], ...variantWords(diagnostics)].join(', '),
      },
      { label: columns.accepted, kind: 'figure', cell: ({ ledger }) => format.count(ledger.accepted) },
      { label: columns.rejected, kind: 'figure', cell: ({ ledger }) => format.count(ledger.rejected) },
      { label: columns.sha256, kind: 'id', cell: ({ sha256 }) => sha256 },
    ],
    inputs,
  );
  return section(headings.inputs, sentences.inputs, table);
}

/** The rule book entries that the results rest on. */
export function ruleTable({ input }: ReportPage): Html {
  const table = tableOf(
    headings.rules,
    [
      { label: columns.rule, kind: 'code', cell: ({ id }) => id },
      { label: columns.statement, cell: ({ statement }) => statement },
      { label: columns.source, cell: ({ source }) => source },
      { label: columns.confidence, cell: ({ confidence }) => confidence },
    ],
    input.rules,
  );
  return section(headings.rules, sentences.rules, table);
}

interface DiagnosticGroup {
  readonly first: Diagnostic;
  readonly count: number;
}

/** Diagnostics counted by severity, and listed once per file and code with the first place. */
export function diagnosticTable({ diagnostics, format }: ReportPage): Html {
  if (diagnostics.length === 0) return section(headings.diagnostics, sentences.noDiagnostics);
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  const table = tableOf(
    headings.diagnostics,
    [
      { label: columns.file, kind: 'id', cell: ({ first }) => first.file },
      { label: columns.severity, cell: ({ first }) => reportText.severities[first.severity] },
      { label: columns.count, kind: 'figure', cell: (group) => format.count(group.count) },
      { label: columns.line, kind: 'figure', cell: ({ first }) => first.row },
      { label: columns.column, cell: ({ first }) => first.column },
      { label: columns.message, cell: ({ first }) => first.message },
    ],
    groupsOf(diagnostics),
  );
  return section(headings.diagnostics, sentences.diagnostics(count('error'), count('warning'), count('info')), table);
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

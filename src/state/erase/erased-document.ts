/** The workbook's document without one customer, and what of it goes. Pure. */
import { Eraser } from '../../core/erase/eraser.ts';
import type { ErasedCount } from '../../core/erase/tally.ts';
import { Traces } from '../../core/erase/traces.ts';
import type { CustomerIdentity } from '../../core/erase/identity.ts';
import { erasedObligations, withContacts } from '../../core/erase/erased-obligations.ts';
import type { InvoicePlan } from '../../core/invoice/plan.ts';
import type { OwnNames } from '../../core/invoice/own-names.ts';
import type { Stamp } from '../../core/obligations/mca/register-edits.ts';
import type { ReportPlan } from '../../core/report/plan.ts';
import type { RulePack } from '../../core/rules/rule-pack.ts';
import { eraseText } from '../../core/text/en/erase.ts';
import type { StoredDocument } from '../../storage/document.ts';
import type { WorkbookDocument } from '../document.ts';
import { fromStored, toStored } from '../stored-document.ts';
import { erasedBranches } from './erased-branches.ts';
import { erasedLayout } from './erased-layout.ts';

export interface ErasedDocument {
  readonly document: WorkbookDocument;
  readonly gone: readonly ErasedCount[];
}

/**
 * @param renamed names of files that had the customer's, by what they were called
 * @param stamp of the line in the register's log which says that something was erased
 */
export function erasedDocument(
  document: WorkbookDocument,
  identity: CustomerIdentity,
  renamed: ReadonlyMap<string, string>,
  stamp: Stamp,
): ErasedDocument {
  const eraser = new Eraser(new Traces(withContacts(identity, document.obligations.register)));
  const next: WorkbookDocument = {
    ...document,
    ...erasedBranches(document, eraser),
    ...erasedLayout(document, eraser),
    name: eraser.text('workbook-name', document.name),
    author: eraser.text('notes', document.author),
    answers: eraser.map('mappings', document.answers),
    repairs: erasedRepairs(document.repairs, renamed, eraser),
    rulePacks: document.rulePacks.map((pack, at) => erasedRules(pack, at, eraser)),
    seatsWanted: eraser.map('seats', document.seatsWanted),
    report: erasedReport(document.report, eraser),
    invoice: erasedInvoice(document.invoice, eraser),
    ownNames: erasedNames(document.ownNames, eraser),
    obligations: erasedObligations(document.obligations, eraser, renamed, {
      ...stamp,
      who: eraser.text('notes', stamp.who),
    }),
  };
  return { document: swept(next, eraser), gone: eraser.tally.lines() };
}

/** Whatever still speaks of the customer, in a part that nobody thought of, is blanked where it is stored. */
function swept(document: WorkbookDocument, eraser: Eraser): WorkbookDocument {
  const stored = toStored(document);
  if (!eraser.speaks(stored.views)) return document;
  const views: StoredDocument['views'] = new Map(
    [...stored.views].map(([name, value]) => [name, eraser.plain('other', value)]),
  );
  return fromStored({ ...stored, views });
}

function erasedRepairs(
  repairs: WorkbookDocument['repairs'],
  renamed: ReadonlyMap<string, string>,
  eraser: Eraser,
): WorkbookDocument['repairs'] {
  const kept = [...repairs].flatMap(([key, choices]) => {
    // As `fileKey` has it: the file's hash, then its name.
    const name = key.indexOf(' ') + 1;
    const file = key.slice(name);
    const own = renamed.get(file) ?? file;
    if (own !== file) eraser.tally.add('file-names', file);
    const keys = eraser.list('file-names', [own]).map((to) => key.slice(0, name) + to);
    return keys.map((to) => [to, eraser.list('mappings', choices)] as const);
  });
  return new Map(kept);
}

function erasedRules(pack: RulePack, at: number, eraser: Eraser): RulePack {
  if (!eraser.speaks(pack)) return pack;
  return {
    name: eraser.text('rules', pack.name, `${eraseText.rules} ${String(at + 1)}`),
    values: pack.values.map((value) => ({ ...value, source: eraser.text('rules', value.source) })),
  };
}

function erasedReport(report: ReportPlan, eraser: Eraser): ReportPlan {
  const [scope = { kind: 'all' as const }] = eraser.list('report', [report.scope]);
  return { ...report, scope, brand: { ...report.brand, name: eraser.text('report', report.brand.name) } };
}

function erasedInvoice(plan: InvoicePlan, eraser: Eraser): InvoicePlan {
  return {
    ...plan,
    summaries: eraser.list('verdicts', plan.summaries),
    verdicts: eraser
      .list('verdicts', plan.verdicts, ({ key }) => key)
      .map((verdict) => ({ ...verdict, note: eraser.text('notes', verdict.note) })),
  };
}

function erasedNames({ customers, items, lag }: OwnNames, eraser: Eraser): OwnNames {
  return { customers: eraser.map('own-names', customers), items: eraser.map('own-names', items), lag };
}

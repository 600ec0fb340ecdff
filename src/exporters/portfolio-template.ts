/** The portfolio file as a template to fill in: its header, two example rows, and in the workbook a page of help. */
import { type Day, parseDay } from '../core/days.ts';
import { exportText, templateHelp } from '../core/text/en/export.ts';
import { csvOf } from './tabular/csv.ts';
import { dayCell, numberCell, type Cell, type Sheet, sheetOf, textCell } from './tabular/sheet.ts';
import { xlsxOf } from './tabular/xlsx.ts';

type TemplateColumn = keyof typeof templateHelp.columns;
type Kind = 'text' | 'number' | 'day';

interface TemplateSpec {
  readonly kind: Kind;
  readonly required: boolean;
  readonly examples: readonly [string, string];
}

function spec(kind: Kind, first: string, second: string, required = false): TemplateSpec {
  return { kind, required, examples: [first, second] };
}

const REQUIRED = true;

const COLUMNS = {
  CustomerId: spec('text', '8e3f2b70-5f1d-4c59-9a52-0d3b6a1c7e01', '8e3f2b70-5f1d-4c59-9a52-0d3b6a1c7e02'),
  CustomerName: spec('text', 'Example Bakery', 'Example School'),
  SubscriptionId: spec('text', 'example-0001', 'example-0002', REQUIRED),
  ProductId: spec('text', 'CFQ7TTC0LDPB', 'CFQ7TTC0LCHC', REQUIRED),
  SkuId: spec('text', '0001', '0002', REQUIRED),
  OfferName: spec('text', 'Microsoft 365 Business Standard', 'Microsoft 365 Business Premium'),
  Segment: spec('text', 'Commercial', 'Charity'),
  Market: spec('text', 'US', 'US'),
  Currency: spec('text', 'USD', 'USD'),
  Quantity: spec('number', '25', '8', REQUIRED),
  TermDuration: spec('text', 'P1Y', 'P1M', REQUIRED),
  BillingPlan: spec('text', 'Annual', 'Monthly', REQUIRED),
  CommitmentStartDate: spec('day', '2026-01-01', ''),
  CommitmentEndDate: spec('day', '2026-12-31', '2026-12-14', REQUIRED),
  AutoRenewEnabled: spec('text', 'false', 'true'),
  ScheduledAction: spec('text', '', 'RenewToExtendedServiceTerm'),
  PromotionPercent: spec('number', '10', ''),
  PricePaidPerSeatMonth: spec('number', '', '4.40'),
  CustomerPricePerSeatMonth: spec('number', '', '5.50'),
  Status: spec('text', 'active', 'active'),
  IsTrial: spec('text', 'false', 'false'),
} as const satisfies Record<TemplateColumn, TemplateSpec>;

const NAMES = Object.keys(COLUMNS) as readonly TemplateColumn[];

/** The template as CSV. */
export function portfolioTemplateCsv(): string {
  return csvOf(portfolioSheet());
}

/** The template as a workbook with a sheet of help. */
export async function portfolioTemplateXlsx(): Promise<Uint8Array> {
  return xlsxOf([portfolioSheet(), helpSheet()], templateHelp.title, TEMPLATE_DATE);
}

/** The template's own date: the day from which EST is enforced. */
const TEMPLATE_DATE: Day = parseDay('2026-05-04') ?? 0;

function portfolioSheet(): Sheet {
  const columns = NAMES.map((name) => ({
    key: name,
    title: name,
    width: Math.max(12, name.length + 4),
    cell: (example: 0 | 1) => exampleCell(COLUMNS[name].kind, COLUMNS[name].examples[example]),
  }));
  return sheetOf(exportText.sheets.portfolio, columns, [0, 1]);
}

function exampleCell(kind: Kind, text: string): Cell {
  if (kind === 'number') return numberCell(text);
  return kind === 'day' ? dayCell(parseDay(text)) : textCell(text);
}

function helpSheet(): Sheet {
  const { column, needed, meaning, required, optional, columns } = templateHelp;
  return sheetOf<TemplateColumn>(
    exportText.sheets.help,
    [
      { key: 'column', title: column, width: 28, cell: (name) => textCell(name) },
      {
        key: 'needed',
        title: needed,
        width: 12,
        cell: (name) => textCell(COLUMNS[name].required ? required : optional),
      },
      { key: 'meaning', title: meaning, width: 100, cell: (name) => textCell(columns[name]) },
    ],
    NAMES,
  );
}

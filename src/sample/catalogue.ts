/**
 * The products that the sample sells. Names are Microsoft's public ones; every id and price is invented.
 * Prices are ERP cents per seat and month of an annual term; all rows follow from them by the rules in `price-rows.ts`.
 */

export type Segment = 'Commercial' | 'Education' | 'Charity' | 'Government';

/** How a list shows the EST offer: named by title, under the base's own title, or named but without the uplift. */
export type EstKind = 'titled' | 'silent' | 'flat';

export interface Product {
  readonly title: string;
  readonly productId: string;
  /** ERP cents per seat and month, annual term. */
  readonly cents: number;
  /** UnitPrice as a percentage of ERP in the Commercial segment. */
  readonly ratio: 80 | 75 | 70 | 90;
  readonly segments: readonly Segment[];
  /** Number of the first SKU; each segment and each EST twin takes the next one. */
  readonly firstSku: number;
  readonly est?: EstKind;
  /** Has P3Y rows in the Commercial segment. */
  readonly threeYears?: true;
  /** `none`: no P1M row; `premium11`: M from A = 12 × M × 0.90 (R-042, Windows 365). */
  readonly monthly?: 'none' | 'premium11';
  /** Percent by which the newer list changes the price. */
  readonly change?: number;
  /** Has a free trial row. */
  readonly trial?: true;
  /** Most seats that a customer can have. */
  readonly seatLimit?: number;
  /** Standing in only one of the two lists. */
  readonly onlyIn?: 'older' | 'newer';
}

const C: readonly Segment[] = ['Commercial'];
const CC: readonly Segment[] = ['Commercial', 'Charity'];
const CE: readonly Segment[] = ['Commercial', 'Education'];
const ALL: readonly Segment[] = ['Commercial', 'Education', 'Charity', 'Government'];

type Extra = Omit<Product, 'title' | 'productId' | 'cents' | 'ratio' | 'segments' | 'firstSku'>;

function product(
  title: string,
  id: string,
  cents: number,
  ratio: Product['ratio'],
  segments: readonly Segment[],
  firstSku: number,
  extra: Extra = {},
): Product {
  return { title, productId: `CFQ7TTC0${id}`, cents, ratio, segments, firstSku, ...extra };
}

export const PRODUCTS: readonly Product[] = [
  product('Microsoft 365 Business Basic', 'T1BB', 640, 80, CC, 1, { est: 'titled', change: 12, trial: true, seatLimit: 300 }),
  product('Microsoft 365 Business Standard', 'T1BS', 1320, 80, CC, 1, { est: 'titled', change: 11, trial: true, seatLimit: 300 }),
  product('Microsoft 365 Business Premium', 'T1BP', 2260, 80, CC, 1, { est: 'silent', trial: true, seatLimit: 300 }),
  product('Microsoft 365 Apps for business', 'T1AB', 890, 80, CC, 1, { est: 'titled', seatLimit: 300 }),
  product('Microsoft 365 Apps for enterprise', 'T1AE', 1270, 80, ALL, 1, { est: 'flat', threeYears: true }),
  product('Microsoft 365 E3', 'T1E3', 3740, 80, ALL, 0x1a, { est: 'titled', change: 8, threeYears: true, trial: true }),
  product('Microsoft 365 E5', 'T1E5', 5890, 80, ALL, 0x1a, { est: 'titled', change: 5, threeYears: true }),
  product('Microsoft 365 F1', 'T1F1', 260, 80, ALL, 0x2c, { est: 'titled', change: 30, threeYears: true }),
  product('Microsoft 365 F3', 'T1F3', 870, 80, ALL, 0x2c, { est: 'titled', change: 20, threeYears: true }),
  product('Office 365 E1', 'T2E1', 1030, 80, ALL, 1, { est: 'titled', threeYears: true }),
  product('Office 365 E3', 'T2E3', 2390, 80, ALL, 1, { est: 'titled', change: 10, threeYears: true }),
  product('Exchange Online (Plan 1)', 'T2X1', 430, 80, ALL, 1, { est: 'titled' }),
  product('Exchange Online (Plan 2)', 'T2X2', 830, 80, ALL, 1),
  product('SharePoint (Plan 1)', 'T2S1', 540, 80, CC, 1),
  product('Microsoft Teams Enterprise', 'T2TE', 560, 80, CE, 1, { change: 6, threeYears: true }),
  product('Microsoft Teams Phone Standard', 'T2TP', 910, 80, CE, 1, { est: 'titled' }),
  product('Microsoft Teams Premium', 'T2TM', 1050, 80, CE, 0xc, { trial: true }),
  product('Microsoft 365 Copilot', 'T3CP', 3140, 90, C, 1, { monthly: 'none' }),
  product('Microsoft Viva Suite', 'T3VS', 1290, 80, C, 1, { est: 'titled', threeYears: true }),
  product('Microsoft Viva Glint', 'T3VG', 210, 80, C, 1, { monthly: 'none' }),
  product('Multi-Geo Capabilities in Microsoft 365', 'T3MG', 220, 80, C, 1, { monthly: 'none' }),
  product('Microsoft Entra ID P1', 'T4P1', 660, 80, CE, 1, { est: 'titled' }),
  product('Microsoft Entra ID P2', 'T4P2', 970, 80, CE, 1),
  product('Microsoft Intune Plan 1', 'T4IN', 840, 80, CE, 1),
  product('Enterprise Mobility + Security E3', 'T4S3', 1120, 80, ALL, 1, { est: 'titled', threeYears: true }),
  product('Enterprise Mobility + Security E5', 'T4S5', 1710, 80, ALL, 1, { threeYears: true }),
  product('Microsoft Defender for Business', 'T4DB', 330, 80, CC, 1, { seatLimit: 300, trial: true }),
  product('Microsoft Defender for Office 365 (Plan 1)', 'T4D1', 230, 80, CC, 1),
  product('Windows 11 Enterprise E3', 'T5W3', 740, 80, CE, 1),
  product('Windows 365 Business 2 vCPU, 4 GB, 128 GB', 'T5WB', 3280, 80, C, 0x11, { monthly: 'premium11' }),
  product('Windows 365 Enterprise 2 vCPU, 8 GB, 128 GB', 'T5WE', 4260, 80, C, 0x11, { monthly: 'premium11', est: 'titled' }),
  product('Visio Plan 1', 'T6V1', 560, 80, ALL, 1),
  product('Visio Plan 2', 'T6V2', 1590, 80, ALL, 1, { est: 'titled' }),
  product('Planner Plan 1', 'T6P1', 1070, 80, CE, 1),
  product('Planner and Project Plan 3', 'T6P3', 3150, 80, CE, 1, { est: 'titled' }),
  product('Power BI Pro', 'T7BI', 1420, 75, CE, 1, { est: 'titled' }),
  product('Power BI Premium Per User', 'T7BU', 2460, 75, C, 1),
  product('Power Apps Premium', 'T7PA', 2080, 75, CE, 1),
  product('Power Automate Premium', 'T7PM', 1560, 75, C, 1),
  product('Dynamics 365 Business Central Essentials', 'T8BE', 8150, 70, CC, 1, { est: 'silent', trial: true }),
  product('Dynamics 365 Business Central Premium', 'T8BP', 11240, 70, CC, 1, { est: 'titled' }),
  product('Dynamics 365 Business Central Team Members', 'T8BT', 880, 70, CC, 1),
  product('Dynamics 365 Sales Enterprise Edition', 'T8SE', 10680, 70, C, 1, { threeYears: true, change: -4 }),
  product('Dynamics 365 Customer Service Enterprise', 'T8CS', 10530, 70, C, 1, { threeYears: true }),
  product('Dynamics 365 Finance', 'T8FI', 21430, 70, C, 1, { threeYears: true, change: 3 }),
  product('Common Area Phone', 'T9CA', 820, 80, C, 1, { onlyIn: 'older' }),
  product('Microsoft 365 E7', 'T9E7', 9860, 80, C, 1, { onlyIn: 'newer', threeYears: true }),
]; // prettier-ignore

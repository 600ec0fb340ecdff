/** What a report shall be: chosen by the user, kept with the workbook, taken along by recipes. Plain data. */

/** Who it is for, and so what is removed from it before it is made. */
export const EDITIONS = ['partner', 'customer', 'consultant'] as const;
export type Edition = (typeof EDITIONS)[number];

/** The parts that a report can have, in the order in which it prints them. */
export const SECTIONS = [
  'summary',
  'exposure',
  'cliff',
  'payers',
  'decisions',
  'scenarios',
  'uncertainty',
  'azure',
  'obligations',
  'method',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Languages of the catalogue. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whose subscriptions it covers: everything, one customer, or what the workbook's filter shows. */
export type ReportScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'customer'; readonly customerId: string; readonly customer: string }
  | { readonly kind: 'filter' };

/** The look of the partner who sends it. */
export interface Brand {
  /** Empty: none. */
  readonly name: string;
  /** A picture as a `data:` address of PNG, JPEG or checked SVG; undefined: none. */
  readonly logo?: string;
  /** `#rrggbb` for headings and lines; undefined: the usual. */
  readonly colour?: string;
}

export interface ReportPlan {
  readonly edition: Edition;
  readonly sections: readonly SectionId[];
  readonly scope: ReportScope;
  readonly language: Language;
  /** BCP 47, for numbers and dates; undefined: that of the reader who makes it. */
  readonly locale?: string;
  readonly brand: Brand;
  /** In the consultant edition: amounts as they are, or in buckets whose totals are kept. */
  readonly amounts: 'exact' | 'bucketed';
  readonly paper: 'a4' | 'letter';
}

export const DEFAULT_PLAN: ReportPlan = {
  edition: 'partner',
  sections: SECTIONS,
  scope: { kind: 'all' },
  language: 'en',
  brand: { name: '' },
  amounts: 'exact',
  paper: 'a4',
};

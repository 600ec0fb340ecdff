/** A column's format while it is being chosen. */
import type { CellFormat } from '../../sheet/model/table-view.ts';

export type FormatKind = CellFormat['kind'] | 'own';

export interface FormatDraft {
  readonly kind: FormatKind;
  readonly digits: string;
  readonly currency: string;
}

export const FORMAT_KINDS: readonly FormatKind[] = [
  'own',
  'general',
  'number',
  'currency',
  'percent',
  'date',
  'month',
  'text',
];

export function formatDraft(format: CellFormat | undefined): FormatDraft {
  const { kind = 'own', digits, currency = '' } = format ?? {};
  return { kind, digits: digits === undefined ? '' : String(digits), currency };
}

export function hasDigits(kind: FormatKind): boolean {
  return kind === 'general' || kind === 'number' || kind === 'currency' || kind === 'percent';
}

export function digitsFit(digits: string): boolean {
  return /^(?:\d|10)?$/.test(digits.trim());
}

export function currencyFits(currency: string): boolean {
  return /^(?:[A-Z]{3})?$/i.test(currency.trim());
}

/** False while a field is wrong. */
export function isWhole(draft: FormatDraft): boolean {
  return (
    (!hasDigits(draft.kind) || digitsFit(draft.digits)) && (draft.kind !== 'currency' || currencyFits(draft.currency))
  );
}

/** The format that a draft means; undefined for the column's own. */
export function formatOfDraft({ kind, digits, currency }: FormatDraft): CellFormat | undefined {
  if (kind === 'own') return undefined;
  const code = currency.trim().toUpperCase();
  return {
    kind,
    ...(hasDigits(kind) && digits.trim() !== '' ? { digits: Number(digits) } : {}),
    ...(kind === 'currency' && code !== '' ? { currency: code } : {}),
  };
}

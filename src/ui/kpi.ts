/** A key figure, ready to show. */
export interface Kpi {
  readonly label: string;
  readonly value: string;
  /** The currency, before the figure. */
  readonly unit?: string | undefined;
  /** What the figure is part of, after it: `of 412`. */
  readonly of?: string | undefined;
  /** The difference to a baseline, signed; the direction says whether that is good. */
  readonly delta?: { readonly text: string; readonly direction: 'better' | 'worse' | 'same' } | undefined;
  readonly note?: string | undefined;
  readonly onOpen?: (() => void) | undefined;
}

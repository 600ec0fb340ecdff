/** What the owner of a chart hears of stretches that are marked in it. */
export interface Brushing<Datum> {
  /** What is marked, in words. */
  readonly words: (from: Datum, to: Datum) => string;
  /** Called for each change while it is marked; without values when it is given up. */
  readonly onMark?: (from?: Datum, to?: Datum) => void;
  /** Called when the user lets go, or presses Enter. */
  readonly onChoose: (from: Datum, to: Datum) => void;
}

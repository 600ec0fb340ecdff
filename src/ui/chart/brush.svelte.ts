/** A stretch of a chart's targets that is being marked: by dragging over them, or by Shift and an arrow key. */

/** Both ends are in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class Brush {
  /** Undefined while nothing is marked. */
  stretch: Stretch | undefined = $state.raw();
  /** Where it began. */
  private anchor: number | undefined;

  /** A press on a target: nothing is marked before it moves to another. */
  press(target: number): void {
    this.anchor = target;
    this.stretch = undefined;
  }

  /** True when the marked stretch has changed. */
  drag(target: number): boolean {
    if (this.anchor === undefined) return false;
    const { stretch } = this;
    if (stretch === undefined && target === this.anchor) return false;
    const [from, to] = [Math.min(this.anchor, target), Math.max(this.anchor, target)];
    if (stretch?.from === from && stretch.to === to) return false;
    this.stretch = { from, to };
    return true;
  }

  /** From the target that has the focus to the next one, or on from where it was. */
  extend(focus: number, next: number): void {
    if (this.stretch === undefined || this.anchor === undefined) this.press(focus);
    this.drag(next);
  }

  /** The stretch, which is no longer marked. */
  release(): Stretch | undefined {
    const { stretch } = this;
    this.anchor = undefined;
    this.stretch = undefined;
    return stretch;
  }
}

/** The target at a share of the plot's width; the nearest one beside it. */
export function targetAt(
  targets: readonly { readonly box: { readonly left: number; readonly width: number } }[],
  share: number,
): number {
  let nearest = 0;
  let least = Infinity;
  for (const [index, { box }] of targets.entries()) {
    const distance = Math.abs(box.left + box.width / 2 - share);
    if (distance >= least) continue;
    nearest = index;
    least = distance;
  }
  return nearest;
}

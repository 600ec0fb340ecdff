/** The drawn part of a chart: a Vega view in an element. Vega is loaded with the first chart. */
import type { Spec, View } from 'vega';
import type { ChartModel } from '../../core/chart.ts';
import { REFUSING_LOADER, fillView } from '../../core/chart-view.ts';
import { nextTask, queueDrawing } from './draw-queue.ts';

/** Gives the Vega specification of a chart's kind. */
export type CompileChart = (model: ChartModel<unknown>) => Promise<Spec>;

/** Keeps an element's picture in step with the last model and width it was given. */
export class Picture {
  private readonly element: HTMLElement;
  private readonly compile: CompileChart;
  private view: View | undefined;
  private kind = '';
  private wanted: { readonly model: ChartModel<unknown>; readonly width: number } | undefined;
  private working = false;
  private closed = false;

  constructor(element: HTMLElement, compile: CompileChart) {
    this.element = element;
    this.compile = compile;
  }

  /**
   * Draws a model, or updates the drawing; models that come in the meantime replace each other. Resolves when the picture
   * shows the last one, rejects when it can't be drawn.
   */
  async show(model: ChartModel<unknown>, width: number): Promise<void> {
    this.wanted = { model, width };
    if (this.working) return;
    this.working = true;
    try {
      for (let next = this.take(); next; next = this.take()) await this.draw(next.model, next.width);
    } finally {
      this.working = false;
    }
  }

  /** Takes the picture away for good. */
  close(): void {
    this.closed = true;
    this.view?.finalize();
    this.view = undefined;
  }

  private take(): { readonly model: ChartModel<unknown>; readonly width: number } | undefined {
    const next = this.closed ? undefined : this.wanted;
    this.wanted = undefined;
    return next;
  }

  private async draw(model: ChartModel<unknown>, width: number): Promise<void> {
    if (this.kind === model.kind && this.view) {
      fillView(this.view, model, width);
      await this.view.runAsync();
      return;
    }
    const [{ View, parse }, { expressionInterpreter }, spec] = await loadDrawing(this.compile(model));
    await queueDrawing(async () => {
      if (this.closed) return;
      this.view?.finalize();
      const runtime = parse(spec, {}, { ast: true });
      await nextTask();
      const view = new View(runtime, { renderer: 'svg', loader: REFUSING_LOADER, expr: expressionInterpreter });
      this.view = view.initialize(this.element);
      this.kind = model.kind;
      fillView(view, model, width);
      await view.runAsync();
    });
  }
}

function loadDrawing(spec: Promise<Spec>) {
  return Promise.all([import('vega'), import('vega-interpreter'), spec]);
}

/** What the editor does to the scenario's uncertainty; each change is one step that can be undone. */
import { DEFAULT_UNCERTAINTY } from '../../core/scenario/read-uncertainty.ts';
import type { UncertainInput, UncertainLimit, Uncertainty } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import type { LoadingName } from './loading-words.ts';

const { steps, whatShort, loadings: loadingText } = uncertaintyText;

export class UncertaintyEdits {
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  get now(): Uncertainty {
    return this.workbook.document.scenario.uncertainty ?? DEFAULT_UNCERTAINTY;
  }

  add(inputs: readonly UncertainInput[], name: string): void {
    this.change({ inputs: [...this.now.inputs, ...inputs] }, steps.add(name));
  }

  replace(index: number, input: UncertainInput): void {
    this.change({ inputs: this.now.inputs.with(index, input) }, steps.input(whatShort[input.what]));
  }

  remove(index: number): void {
    const { inputs } = this.now;
    const what = inputs[index]?.what ?? 'seats';
    this.change({ inputs: inputs.toSpliced(index, 1) }, steps.remove(whatShort[what]));
  }

  setLoading(name: LoadingName, value: string): void {
    this.change({ loadings: { ...this.now.loadings, [name]: value } }, loadingText.step(loadingText.names[name]));
  }

  setLimits(limits: readonly UncertainLimit[]): void {
    this.change({ limits }, steps.limits);
  }

  setTrials(trials: number): void {
    this.change({ trials }, steps.trials);
  }

  setSeed(seed: string): void {
    this.change({ seed }, steps.seed);
  }

  /** Random, but stored: the same seed gives the same trials for ever. */
  newSeed(): void {
    const [number = 1] = crypto.getRandomValues(new Uint32Array(1));
    this.setSeed(String(number));
  }

  private change(part: Partial<Uncertainty>, what: string): void {
    const uncertainty = { ...this.now, ...part };
    this.workbook.gate.dispatch({ kind: 'set-assumptions', change: { uncertainty }, what });
  }
}

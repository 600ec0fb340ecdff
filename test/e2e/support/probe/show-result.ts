/** What a probe found out about the place it ran in. */
export interface ProbeResult {
  /** The ways to run a string as code that work. */
  readonly evaluators: readonly string[];
  /** Whether a module that is loaded when needed still loads. */
  readonly lazyModule?: string;
  /** Network functions that are still there. */
  readonly networkFunctions?: readonly string[];
}

/** Writes results into the page, where the test reads them. */
export function showResult(result: ProbeResult | Readonly<Record<string, ProbeResult>>): void {
  const output = document.createElement('pre');
  output.id = 'probe-result';
  output.textContent = JSON.stringify(result);
  document.body.append(output);
}

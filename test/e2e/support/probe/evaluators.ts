const asyncArrow = async (): Promise<void> => {
  await Promise.resolve();
};

/** Ways to run a string as code; each returns or throws. They run from a file: Playwright's `evaluate` is exempt from the policy. */
const evaluators: Readonly<Record<string, () => unknown>> = {
  eval: () => (0, eval)('1 + 1') as unknown,
  function: () => Reflect.construct(Function, ['return 1 + 1']),
  asyncFunction: () => Reflect.construct(asyncArrow.constructor, ['return 1']) as unknown,
};

function runs(evaluate: () => unknown): boolean {
  try {
    evaluate();
    return true;
  } catch {
    return false;
  }
}

/** The names of the evaluators that work here; none do under the policy. */
export function workingEvaluators(): readonly string[] {
  return Object.entries(evaluators).flatMap(([name, evaluate]) => (runs(evaluate) ? [name] : []));
}

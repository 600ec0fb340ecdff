/** What the parts of the compiler share while a formula is compiled. */
import type { FormulaProblem, Node } from './ast.ts';
import type { Run } from './frame.ts';
import type { FunctionSpec } from './function-spec.ts';

/** `row`: a single value is wanted, in a column formula. `block`: blocks may come and go. */
export type Mode = 'row' | 'block';

export interface Compiled {
  readonly run: Run;
  /** Whether the value may be another in the next row. */
  readonly varies: boolean;
}

type CompileNode = (node: Node, mode: Mode, scope: Scope) => Compiled;

interface Shared {
  readonly problems: FormulaProblem[];
  locals: number;
  once: number;
}

export class Scope {
  readonly functions: ReadonlyMap<string, FunctionSpec>;
  readonly rowWise: boolean;
  readonly compileNode: CompileNode;
  private readonly shared: Shared;
  private readonly locals: ReadonlyMap<string, number>;

  constructor(
    functions: ReadonlyMap<string, FunctionSpec>,
    rowWise: boolean,
    compileNode: CompileNode,
    shared: Shared = { problems: [], locals: 0, once: 0 },
    locals: ReadonlyMap<string, number> = new Map(),
  ) {
    this.functions = functions;
    this.rowWise = rowWise;
    this.compileNode = compileNode;
    this.shared = shared;
    this.locals = locals;
  }

  get problems(): readonly FormulaProblem[] {
    return this.shared.problems;
  }

  compile(node: Node, mode: Mode): Compiled {
    return this.compileNode(node, mode, this);
  }

  report(problem: FormulaProblem): void {
    this.shared.problems.push(problem);
  }

  newLocal(): number {
    return this.shared.locals++;
  }

  /** The slot of a name that LET made, undefined when it made none. */
  local(key: string): number | undefined {
    return this.locals.get(key);
  }

  /** The same scope with one more name of LET. */
  with(key: string, slot: number): Scope {
    const locals = new Map([...this.locals, [key, slot]]);
    return new Scope(this.functions, this.rowWise, this.compileNode, this.shared, locals);
  }

  /** A part of something that varies by row: in a column formula it is computed once when it does not vary itself. */
  settled({ run, varies }: Compiled, isParentVarying: boolean): Run {
    if (!this.rowWise || varies || !isParentVarying) return run;
    const slot = this.shared.once++;
    return (frame) => (frame.once[slot] ??= run(frame));
  }
}

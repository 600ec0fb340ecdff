/**
 * Answers of the engine to the spreadsheet's own functions. A formula asks in the middle of its work and the engine answers
 * later: what is not known yet is noted, asked for in one go, and the formulas run again.
 */
import { type Scalar, dayOfSerial, errorOf, isError, serialOfDay } from '../../sheet/formula/value.ts';
import type { SimulationRequest } from '../../sim/types.ts';
import type { FigureAnswer as Answer, FigureQuestion as Question, Workbook } from '../../state/workbook.svelte.ts';

type Runner = Workbook['runner'];

/** Functions that give days. */
const DAYS: ReadonlySet<string> = new Set(['TERM.END', 'LOCK.DATE']);
/** The argument that is a day, by function. */
const DAY_ARGUMENT: Readonly<Record<string, number>> = { 'EST.PRICE': 2, 'LIST.PRICE': 2, PASSED: 1, FX: 2 };
const NOT_KNOWN = errorOf('#N/A');

export class ProductFigures {
  private readonly answers = new Map<string, Answer>();
  private readonly asked = new Map<string, Question>();
  readonly request: SimulationRequest;

  /** @param request the simulation that the answers belong to */
  constructor(request: SimulationRequest) {
    this.request = request;
  }

  /** The answer, or `#N/A` until there is one. */
  readonly answer = (name: string, args: readonly Scalar[]): Scalar => {
    const fault = args.find((arg) => arg !== null && isError(arg));
    if (fault !== undefined) return fault;
    const question: Question = { name, args: args.map((arg, at) => plain(name, arg, at)) };
    const key = JSON.stringify([name, question.args]);
    const known = this.answers.get(key);
    if (known === undefined) this.asked.set(key, question);
    if (known === undefined || known === null) return NOT_KNOWN;
    return DAYS.has(name) ? serialOfDay(known) : known;
  };

  /** Asks the engine what formulas wanted to know; false: they knew all. */
  async fetch(runner: Runner): Promise<boolean> {
    if (this.asked.size === 0) return false;
    const questions = [...this.asked];
    this.asked.clear();
    const { answers } = await runner.run('formulaFigures', {
      request: this.request,
      questions: questions.map(([, question]) => question),
    });
    for (const [at, [key]] of questions.entries()) this.answers.set(key, answers[at] ?? null);
    return true;
  }
}

function plain(name: string, arg: Scalar, at: number): string | number | boolean | null {
  if (arg === null || typeof arg === 'string' || typeof arg === 'boolean') return arg;
  if (typeof arg !== 'number') return null;
  return DAY_ARGUMENT[name] === at ? dayOfSerial(arg) : arg;
}

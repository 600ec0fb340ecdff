/** All kills of `npm run soak`, with the control that has to fail. */
import { rm } from 'node:fs/promises';
import { buildEarlyApp } from './early-app.ts';
import { type KillOutcome, type KillPlan, killCycles } from './kill.ts';

const ROWS = 60_000;
const PLANS: readonly (readonly [string, KillPlan])[] = [
  ['at random moments of an import', { cycles: 50, moment: 'any', rows: ROWS }],
  ['while rows are being stored', { cycles: 15, moment: 'storing', rows: ROWS }],
  ['within 50 ms of being shown as stored', { cycles: 15, moment: 'stored', rows: 2000 }],
];
const CONTROL: KillPlan = { cycles: 5, moment: 'storing', rows: ROWS };

/** Says what came of each plan; false when a list was neither the old nor the new one, or the control was not caught. */
export async function allKills(): Promise<boolean> {
  let isRight = true;
  for (const [what, plan] of PLANS) {
    const outcome = await killCycles(plan);
    say(`${String(plan.cycles)} kills ${what}`, outcome);
    isRight &&= outcome.wrong.length === 0;
  }
  const app = await buildEarlyApp();
  const control = await killCycles({ ...CONTROL, app });
  await rm(app, { recursive: true, force: true });
  say('Control that makes files visible one by one (must be wrong)', control);
  return isRight && control.wrong.length > 0;
}

function say(what: string, outcome: KillOutcome): void {
  const { wrong } = outcome;
  console.log(`${what}: ${String(outcome.old)} old, ${String(outcome.new)} new, ${String(wrong.length)} wrong`);
  for (const one of wrong) console.log(`  ${one}`);
}

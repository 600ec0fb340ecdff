/** Which rules of the rule book a way out stands on. */
import type { Exit } from './exit.ts';
import type { WayChoice } from './types.ts';

export function rulesOf({ subscription, verdict }: Exit, { kind, seats }: WayChoice): readonly string[] {
  const inEst = verdict.outcome === 'in-est';
  const cut = seats < subscription.seats ? ['R-056'] : [];
  switch (kind) {
    case 'renew':
      return inEst ? ['R-023', 'R-052'] : ['R-016', 'R-052', ...cut];
    case 'est-renew':
      return [inEst ? 'R-024' : 'R-018', 'R-012', 'R-023'];
    case 'est':
      return [inEst ? 'R-024' : verdict.outcome === 'est-drift' ? 'R-014' : 'R-018', 'R-011'];
    case 'cancel':
      return [verdict.outcome === 'lapses' ? 'R-030' : inEst ? 'R-012' : 'R-017'];
  }
}

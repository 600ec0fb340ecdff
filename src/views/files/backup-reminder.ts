/** When to remind, in a quiet line, that a backup is due. */
import type { Day } from '../../core/days.ts';
import { backupText } from '../../core/text/en/backup.ts';
import { daysAgo } from '../../core/text/en/storage.ts';
import type { Keeping } from '../../state/keeping.svelte.ts';
import type { Workspace } from '../../state/workbook.svelte.ts';

const DAYS = 7;

/** Undefined when the last backup holds what is stored and is at most 7 days old, or when there is nothing to lose. */
export function backupReminder(
  backup: Keeping['backup'],
  { count, datasets }: Workspace['state'],
  today: Day,
): string | undefined {
  const { panel } = backupText;
  if (datasets.length === 0) return undefined;
  if (backup === undefined) return panel.none;
  if (backup.count !== count) return panel.since;
  const age = today - backup.day;
  return age > DAYS ? panel.old(daysAgo(age)) : undefined;
}

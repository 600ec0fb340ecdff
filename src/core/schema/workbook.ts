/** The first bytes of a backup of a whole workbook: one line of text that says what the file is. */

/** Schema of the backup file; the number rises when an older build would misread a newer file. */
export const WORKBOOK_SCHEMA = 'termwise/workbook@1';

/** What every backup begins with, whatever its version. */
export const WORKBOOK_MAGIC = 'termwise/workbook@';

export const WORKBOOK_EXTENSION = '.termwise';

/** How far an own sheet can reach. */
export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 200;

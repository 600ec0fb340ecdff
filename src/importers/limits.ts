/** Every limit of the importers, in one place. A file beyond one is refused with a message that names it. */

const MEBIBYTE = 1024 * 1024;

/** Bytes at the start of a file from which its container, encoding and delimiter are decided. */
export const HEAD_BYTES = 64 * 1024;

/** Bytes that are decoded at a time: texts of this size are cheap to make and to drop, those of whole chunks are not. */
export const DECODE_BYTES = 64 * 1024;

/** Characters of the first batch: it is held while the file is read, so it is kept small. */
export const HEAD_CHARS = 32 * 1024;

/** Characters that are tokenised at a time. */
export const BATCH_CHARS = 64 * 1024;

/** Bytes of a CSV file that are read at a time: their cells stay in the cache from column to column. */
export const BLOCK_BYTES = 256 * 1024;

/** Bytes after which an import lets other tasks of its thread run, so that a cancel can arrive. */
export const YIELD_BYTES = 4 * MEBIBYTE;

/** The longest row of a CSV file in characters; a quote that never closes runs into this. */
export const MAX_ROW_CHARS = MEBIBYTE;

/** Seats of one subscription. */
export const MAX_COUNT = 10_000_000;

/** Columns of a sheet. */
export const MAX_COLUMNS = 2000;

/** What a compressed file may inflate to. */
export const MAX_INFLATED_BYTES = 4096 * MEBIBYTE;

/** Real exports compress 5 to 40 times; beyond this, once `BOMB_FLOOR_BYTES` are out, it is a bomb. */
export const MAX_INFLATE_RATIO = 200;
export const BOMB_FLOOR_BYTES = 16 * MEBIBYTE;

/** A zip archive has its directory at the end, so the archive (not its content) is held in memory. */
export const MAX_ARCHIVE_BYTES = 512 * MEBIBYTE;
export const MAX_ARCHIVE_ENTRIES = 1000;

/** A workbook is held inflated while it is read. */
export const MAX_WORKBOOK_BYTES = 256 * MEBIBYTE;

/** What a JSON file holds beside its items; one of its items; and how deep it may nest, which guards the parser's stack. */
export const MAX_JSON_CHARS = 64 * MEBIBYTE;
export const MAX_JSON_ITEM_CHARS = 16 * MEBIBYTE;
export const MAX_JSON_DEPTH = 100;

/** Files up to this size are hashed by the platform; larger ones piece by piece, by our own code. */
export const MAX_BUFFERED_HASH_BYTES = 64 * MEBIBYTE;

/** Diagnostics and rejected rows kept per file; beyond, they are only counted. */
export const MAX_DIAGNOSTICS = 1000;
export const MAX_REJECTS = 100_000;

/** Rows of daily usage beyond which the user is asked whether to roll them up. */
export const ROLL_UP_ROWS = 500_000;

/** Groups of a roll-up that are held at a time: beyond, they are stored, and a group may come twice. */
export const MAX_GROUPS = 250_000;

/**
 * What the columns of one bulk sheet remember of the texts they have seen, together and each: beyond, a column begins again,
 * and some of its texts are stored twice.
 */
export const MAX_REMEMBERED_CHARACTERS = 64 * MEBIBYTE;
export const MAX_REMEMBERED_TEXTS = 500_000;

/** A Parquet file that cannot be read at any place (inside an archive) is held in memory. */
export const MAX_HELD_PARQUET_BYTES = 256 * MEBIBYTE;
/** What describes a Parquet file; one row group of it unpacked; and the cells of it that are decoded at a time. */
export const MAX_PARQUET_FOOTER_BYTES = 16 * MEBIBYTE;
export const MAX_ROW_GROUP_BYTES = 1024 * MEBIBYTE;
export const MAX_PARQUET_CELLS = 40_000_000;

/** A book with the user's edits laid over its portfolio. */
import { withOverrides } from '../core/overrides/apply.ts';
import { type Overrides, sameValues } from '../core/overrides/override.ts';
import type { Book } from './book.ts';

interface Overridden {
  readonly overrides: Overrides;
  readonly book: Book;
}

/** The last one of each book: most simulations of a book change other things. */
const last = new WeakMap<Book, Overridden>();

/** The book as the user changed it; the same book when nothing in it is changed. */
export function overriddenBook(book: Book, overrides: Overrides): Book {
  if (overrides.size === 0) return book;
  const known = last.get(book);
  if (known && sameValues(known.overrides, overrides)) return known.book;
  const table = withOverrides(book.portfolio.table, overrides);
  const changed = table === book.portfolio.table ? book : book.withPortfolio({ ...book.portfolio, table });
  last.set(book, { overrides, book: changed });
  return changed;
}

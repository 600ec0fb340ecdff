/** Compressed size of the script that the built app needs before its first paint. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Finding, atMost } from './measure.ts';

const DIST = join(import.meta.dirname, '../../dist');
const LIMIT_KB = 120;

/** Static imports and re-exports of a built module; dynamic `import(…)` has a parenthesis and doesn't match. */
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*\s{},$]+?\s*from\s*)?["'](\.[^"']+\.js)["']/g;

function staticImports(file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const text = readFileSync(join(DIST, file), 'utf8');
  for (const [, target] of text.matchAll(STATIC_IMPORT)) {
    if (target !== undefined) staticImports(posix.join(posix.dirname(file), target), seen);
  }
}

/** The scripts of `index.html` with everything that they import statically. */
function initialScripts(): readonly string[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const seen = new Set<string>();
  for (const [, file] of html.matchAll(/<script[^>]+src="\.?\/?([^"]+\.js)"/g))
    if (file !== undefined) staticImports(file, seen);
  return [...seen];
}

/** Needs a build; says so when there is none. */
export function benchFirstPaint(): readonly Finding[] {
  if (!existsSync(join(DIST, 'index.html'))) {
    console.log('skipped: first paint needs a build (npm run build)');
    return [];
  }
  const scripts = initialScripts();
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0);
  return [atMost('first paint: script, kB gzip', bytes / 1000, LIMIT_KB, scripts.join(' '))];
}

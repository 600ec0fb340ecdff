import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../bin/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'termwise-serve-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'public/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'public/index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'public/assets/app.js'), 'export {};');
  server = await serve([{ root: join(folder, 'public'), base: '/below/', headers: { 'X-Own': 'yes' } }], 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly own: unknown;
  readonly type: string | undefined;
  readonly text: string;
}

/** Asks with the path as it is: `fetch` would tidy `..` away before sending. */
function ask(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(server.origin, { path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => {
        const { 'x-own': own, 'content-type': type } = response.headers;
        resolve({ status: response.statusCode, own, type, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('a folder is served below its path, with its headers on every file', async () => {
  expect(await ask('/below/')).toEqual({
    status: 200,
    own: 'yes',
    type: 'text/html; charset=utf-8',
    text: '<p>page</p>',
  });
  expect(await ask('/below/assets/app.js?v=1')).toMatchObject({
    status: 200,
    own: 'yes',
    type: 'text/javascript; charset=utf-8',
  });
});

test.each([
  '/',
  '/below/none.js',
  '/below/../secret.txt',
  '/below/%2e%2e/secret.txt',
  '/below/..%2fsecret.txt',
  '/%zz',
])('nothing is at %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404 });
});

test('a port that is taken gives the next free one', async () => {
  const taken = Number(new URL(server.origin).port);
  const second = await serve([], taken);
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(taken);
  second.close();
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headers, metaPolicy, netlifyHeaders, staticWebAppConfig } from '../../bin/headers.mjs';

function publicFile(name: string): string {
  return readFileSync(new URL(`../../public/${name}`, import.meta.url), 'utf8');
}

describe('the files for static hosts say what bin/headers.mjs says (else: npm run headers)', () => {
  test('_headers', () => {
    expect(publicFile('_headers')).toBe(netlifyHeaders());
  });
  test('staticwebapp.config.json', () => {
    expect(publicFile('staticwebapp.config.json')).toBe(staticWebAppConfig());
  });
});

describe('the policy', () => {
  const policy = headers['Content-Security-Policy'] ?? '';

  test('allows no eval, no inline code or style, and no other origin', () => {
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  });
  test('refuses every connection and everything that it does not name', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
  });
  test('is the same in the page but for what browsers ignore there', () => {
    expect(policy).toBe(`${metaPolicy}; frame-ancestors 'none'`);
  });
});

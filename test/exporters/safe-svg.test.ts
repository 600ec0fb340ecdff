import { describe, expect, test } from 'vitest';
import { safeSvg } from '../../src/exporters/report/html/safe-svg.ts';
import { SVG } from './report-input.ts';

const picture = (content: string): string => `<svg width="1">${content}</svg>`;

describe('pictures inside a report', () => {
  test('keep their shapes and texts, lose their namespaces, and have ids of their own', () => {
    const safe = safeSvg(SVG, 'c1-')?.toString();
    expect(safe).toContain('<clipPath id="c1-clip0">');
    expect(safe).toContain('clip-path="url(#c1-clip0)"');
    expect(safe).toContain('A &amp; B &lt;1');
    expect(safe).not.toContain('http');
  });

  test('spell nothing that looks like an attribute or an address, even in their texts', () => {
    const content = '<g aria-label="x onload=1"><text>onerror=alert(1) javascript:x http://y \u202E</text></g>';
    expect(safeSvg(picture(content), 'c-')?.toString()).toBe(
      '<svg width="1"><g aria-label="x onload&#61;1">' +
        '<text>onerror&#61;alert(1) javascript&#58;x http&#58;&#47;&#47;y \uFFFD</text></g></svg>',
    );
  });

  test.each([
    '<script>alert(1)</script>',
    '<a href="x">y</a>',
    '<image href="data:image/png,x"/>',
    '<foreignObject></foreignObject>',
    '<use xlink:href="#x"/>',
    '<style>*{}</style>',
    '<animate attributeName="x"/>',
    '<rect onload="alert(1)"/>',
    '<rect style="fill:url(http://example.invalid)"/>',
    '<rect fill="url(http://example.invalid/#x)"/>',
    '<rect fill="url(&#104;ttp)"/>',
    '<rect fill=url(x)>',
    '<rect fill="a" onload=alert(1)>',
    '<!-- x -->',
    '<![CDATA[x]]>',
    '<rect',
    '<RECT ONLOAD="x"/>',
  ])('are refused with %s', (content) => {
    expect(safeSvg(picture(content), 'c-')).toBeUndefined();
  });

  test.each(['', 'text', '<div></div>', `${SVG}<script></script>`, `<p>${SVG}`])(
    'are refused when they are %j',
    (svg) => {
      expect(safeSvg(svg, 'c-')).toBeUndefined();
    },
  );
});

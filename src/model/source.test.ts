import { describe, expect, test } from 'vitest';
import { isInspectorates, SOURCE_TYPE_LABELS, SOURCE_TYPES, Source, WebAddress } from './source.ts';

describe('WebAddress', () => {
  test.each(['https://reports.ofsted.gov.uk/provider/44/80580', 'http://example.org'])('accepts %s', (url) =>
    expect(WebAddress.safeParse(url).success).toBe(true),
  );

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.org',
    'mailto:a@example.org',
    '//example.org',
    'www.example.org',
    '',
  ])('refuses “%s”', (url) => expect(WebAddress.safeParse(url).success).toBe(false));
});

describe('Source', () => {
  const source = { type: 'inspectorate-letter', title: 'A letter' };

  test('leaves out what is not known', () => {
    expect(Source.parse(source)).toEqual(source);
  });

  test.each([
    ['true', true],
    ['false', false],
  ])('whole: %s', (written, whole) => expect(Source.parse({ ...source, whole: written }).whole).toBe(whole));

  test.each(['yes', 'on', '1', ''])('“%s” is no answer to whole', (whole) =>
    expect(Source.safeParse({ ...source, whole }).success).toBe(false),
  );

  test('every type has a name, and two are the inspectorate’s own', () => {
    expect(Object.keys(SOURCE_TYPE_LABELS)).toEqual([...SOURCE_TYPES]);
    expect(SOURCE_TYPES.filter((type) => isInspectorates({ type }))).toEqual([
      'inspectorate-letter',
      'inspectorate-report',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { FIXTURE_CONTEXT, FOCUSED_VISIT, fixture, INSPECTION } from '../../tests/fixtures/library.ts';
import type { Visit } from '../model/visit.ts';
import { reportProblems } from './report.ts';
import { readVisit } from './visit-file.ts';

const GOOD = fixture(FOCUSED_VISIT);
const read = (text: string, file = FOCUSED_VISIT) => readVisit(text, file, FIXTURE_CONTEXT);

/** The good file with one thing changed. */
function edited(from: string | RegExp, to: string): string {
  const text = GOOD.replace(from, () => to);
  if (text === GOOD) throw new Error(`${from} is not in the fixture.`);
  return text;
}

/** The visit of a file in which there is nothing wrong. */
function visitOf(text: string): Visit {
  const { visit, problems } = read(text);
  expect(reportProblems(problems, 'people')).toBe('No problems.');
  return visit as Visit;
}

/** The rules of the problems of a file, in the order of its lines. */
const rules = (text: string) => read(text).problems.map(({ line, ruleId }) => `${line} ${ruleId}`);

/** The good file with other words in place of the second paragraph of its summary. */
const withSummary = (words: string) => edited('Plans need to be brought up to date more often.', words);

/** The good file with another quotation in place of the one that begins with a number. */
const withQuotation = (words: string) => edited(/^> 16\\\..*$/m, `> ${words}`);

/** The first quotation of the finding in which `withQuotation` puts it. */
const quotationOf = (text: string) => visitOf(text).findings[1]?.quotes[0]?.text;

describe('a sound file', () => {
  test('is read with all that it says', () => {
    const { line: _, ...visit } = { ...visitOf(GOOD), line: 0 };
    expect(visit).toMatchSnapshot();
  });

  test('of an inspection has its grades', () => {
    const { visit } = read(fixture(INSPECTION), INSPECTION);
    expect(visit).toMatchObject({
      id: 'northmoor-2022',
      focus: ['whole-service'],
      judgements: { overall: 'requires-improvement', childrenInCareAndCareLeavers: 'not-read' },
    });
  });

  test('is read the same with other line ends and with a byte order mark', () => {
    expect(visitOf(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)).toEqual(visitOf(GOOD));
    expect(visitOf(GOOD.replaceAll('\n', '\r'))).toEqual(visitOf(GOOD));
  });

  test('is read the same with its letters in pieces: in Unicode’s composed form', () => {
    const cafe = edited('Ann Hale', 'Zoë Hale');
    expect(visitOf(cafe.normalize('NFD'))).toEqual(visitOf(cafe.normalize('NFC')));
  });

  test('lines are those of the file', () => {
    const lines = GOOD.split('\n');
    for (const { line, id, quotes } of visitOf(GOOD).findings) {
      expect(lines[line - 1]).toContain(`#${id}`);
      for (const quote of quotes) expect(lines[quote.line - 1]).toContain(quote.text.split(' ').at(-1));
    }
  });
});

describe('the same bad text is as bad the second time', () => {
  // gray-matter answers out of a cache that forgets errors, unless it is told not to.
  const bad = edited('title: Care', 'title: "Care');

  test('front matter', () => {
    const once = reportProblems(read(bad).problems, 'people');
    expect(reportProblems(read(bad).problems, 'people')).toBe(once);
    expect(once).toContain('[yaml-quote]');
  });

  test('and the good text is still good', () => {
    expect(visitOf(GOOD)).toEqual(visitOf(GOOD));
  });
});

describe('front matter never runs', () => {
  test.each(['---js', '---javascript', '--- js', '---json', '---toml', '---coffee', '---cson'])(
    '%s',
    (first) => {
      const ran = `${first}\n{ title: (globalThis.ran = true) }\n---\n\nHello.\n`;
      expect(rules(ran)).toEqual(['1 front-matter-language']);
      expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
    },
  );

  test.each(['\n---\n', ' ---\n', '----\n', '--\n', '—\n', ''])('“%s” is no beginning', (start) => {
    expect(rules(GOOD.replace(/^---\n/, start))[0]).toMatch(/^1 (no-front-matter|front-matter-language)$/);
  });
});

describe('all problems of a file come in one run', () => {
  const many = edited('kind: focused-visit', 'kind: visit')
    .replace('focus: [care-leavers]', 'focus: [care-leaver]')
    .replace('authority: northmoor', 'authority: nothmoor')
    .replace('    source: letter\n    finding', '    source: leter\n    finding')
    .replace('  end: 2024-09-18', '  end: 2024-09-16')
    .replace('Plans need to be', '# Plans need to be')
    .replace('themes="accommodation" assess', 'themes="accomodation" assess')
    .replace('change="better"', 'change="improved"')
    .replace('status="done"', 'status="finished"');

  test('of the front matter and of the body, of fields and of references', () => {
    expect(rules(many)).toEqual([
      '3 unknown-authority',
      '4 not-allowed',
      '6 not-allowed',
      '12 invalid',
      '38 unknown-source',
      '50 not-prose',
      '56 unknown-theme',
      '66 not-allowed',
      '86 not-allowed',
    ]);
  });

  test('where a value is wrong as YAML already, nothing else is said about it', () => {
    expect(rules(edited('published: 2024-10-22\ninsp', 'published: null\ninsp'))).toEqual(['13 yaml-null']);
  });

  test('front matter that cannot be read hides no problem of the body, and makes none up', () => {
    expect(rules(many.replace('title: Care', 'title: "Care'))).toEqual([
      '2 yaml-quote',
      '50 not-prose',
      '56 unknown-theme',
      '66 not-allowed',
      '86 not-allowed',
    ]);
  });

  test.each([
    ['a block that cannot be opened', ':::finding{#homes', ':::finding {#homes'],
    ['a block that makes no sense', ':::finding{#homes-suitable', ':::finding{#homes-suitable !!'],
    ['a block that is not closed', 'safe, stable and suitable\n:::', 'safe, stable and suitable'],
    ['a source’s id', '  letter:\n', '  Letter:\n'],
    ['a source’s type', 'type: inspectorate-letter', 'type: letter'],
    ['all sources', 'sources:\n', 'sourcs:\n'],
    ['a finding’s id', '#homes-suitable', '#Homes.Suitable'],
    ['a finding’s source', 'source="letter"}\nMost', 'source=""}\nMost'],
    ['the kind', 'kind: focused-visit', 'kind: visit'],
    ['the start', 'start: 2024-09-17', 'start: then'],
  ])('%s alone is one problem, and no cascade', (_what, from, to) => {
    expect(read(edited(from, to)).problems).toHaveLength(1);
  });
});

describe('what is known to be unknown is not reported', () => {
  test('themes, where the taxonomy cannot be read; authorities, where the register cannot', () => {
    const text = edited('authority: northmoor', 'authority: nothmoor').replace(
      'accommodation"',
      'accomodation"',
    );
    expect(rules(text)).toEqual(['3 unknown-authority', '56 unknown-theme']);
    const context = { themes: undefined, authorities: undefined, visits: undefined };
    expect(readVisit(text, FOCUSED_VISIT, context).problems).toEqual([]);
  });
});

describe('words that look like directives', () => {
  test.each([
    'The door opens at 10:30am, and at 12:30:45.',
    'See https://northmoor.example/a:b?c=d#e and mailto:a@northmoor.example',
    'A ratio of 3:1, and so: not much',
    'namespace::word and a::b[c]{d}',
    'Care:leavers[who]{#are} here',
    ':smile: and :word',
    'a ::: b',
    'ends with a colon:',
  ])('“%s” stays as it is in a quotation, in an editor’s words and in the summary', (words) => {
    expect(quotationOf(withQuotation(words))).toBe(words);
    expect(visitOf(edited('The office opens in the morning.', words)).findings[2]?.words).toEqual([words]);
    expect(visitOf(withSummary(words)).summary).toBe(`<p>${words.replace('&', '&#x26;')}</p>`);
  });

  test('a quotation over several lines is one text', () => {
    expect(quotationOf(withQuotation('first:line[of\n> two] here'))).toBe('first:line[of two] here');
  });

  test('a text that begins with two colons needs a backslash, and says so', () => {
    expect(rules(withQuotation('::word'))).toEqual(['69 quotation-not-plain']);
    expect(quotationOf(withQuotation('\\::word'))).toBe('::word');
  });

  test('a number with a full stop needs a backslash, and says so', () => {
    expect(rules(withQuotation('16. Plans'))).toEqual(['69 quotation-not-plain']);
    expect(quotationOf(withQuotation('16\\. Plans'))).toBe('16. Plans');
  });
});

describe('quotations keep what the source has', () => {
  test.each([
    ["single 'quotation marks'", "single 'quotation marks'"],
    ['a \\* star, a \\_ line and a \\[cut\\]', 'a * star, a _ line and a [cut]'],
    ['a cut [...] and [they]', 'a cut [...] and [they]'],
    ['1 \\< 2 \\& 3', '1 < 2 & 3'],
    ['R&D', 'R&D'],
    ['snake_case and 2*3', 'snake_case and 2*3'],
    ['£5m, 50%, 18–25', '£5m, 50%, 18–25'],
  ])('%s', (written, text) => expect(quotationOf(withQuotation(written))).toBe(text));

  test('what changes under a line is whose words they are', () => {
    const [own, first, second] = visitOf(GOOD).findings[0]?.quotes ?? [];
    expect([own?.form, first?.form, second?.form]).toEqual(['inline', 'block', 'block']);
    expect([own?.source, first?.source, second?.source]).toEqual(['letter', 'letter', 'council-news']);
    expect(second?.voice).toBe('inspectorate');
  });

  test('an unmarked voice is the inspectors’ in their own document and the council’s in its response', () => {
    const unmarked = visitOf(
      GOOD.replaceAll(' voice="inspectorate" group', ' group').replace(' voice="council"', ''),
    );
    expect(unmarked.findings[1]?.quotes[0]?.voice).toBe('inspectorate');
    expect(unmarked.responses[0]?.quotes[0]?.voice).toBe('council');
  });
});

describe('hostile Markdown is refused or becomes harmless words', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)></svg>',
    '<b onclick="alert(1)">x</b>',
    '<!-- hidden -->',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](&#106;avascript:alert(1))',
    '[x](//evil.example)',
    '[x](/relative)',
    '<javascript:alert(1)>',
    '![x](https://northmoor.example/x.png)',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '`<script>`',
    '```\n<script>\n```',
  ];

  test.each(HOSTILE)('%s in the summary', (hostile) => {
    const { visit, problems } = read(withSummary(hostile));
    expect(visit).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });

  test.each(HOSTILE)('%s in the plain summary', (hostile) => {
    expect(read(edited(/^Two inspectors came.*$/m, hostile)).visit).toBeUndefined();
  });

  test.each(HOSTILE.filter((hostile) => !hostile.startsWith('[x][y]')))(
    '%s in a finding’s words',
    (hostile) => {
      expect(read(edited('The office opens', hostile)).visit).toBeUndefined();
    },
  );

  test.each(HOSTILE.filter((hostile) => !/^(?:\[x\]\[y\]|```)/.test(hostile)))(
    '%s in a quotation',
    (hostile) => {
      expect(read(withQuotation(hostile)).visit).toBeUndefined();
    },
  );

  test('in fields and attributes it is text like any other', () => {
    const title = '<script>alert(1)</script>';
    expect(visitOf(edited(/^title:.*$/m, `title: ${title}`)).title).toBe(title);
    expect(visitOf(edited('speaker="Ann Hale"', `speaker="${title}"`)).responses[0]?.quotes[0]?.speaker).toBe(
      title,
    );
  });

  test('escaped, it is words', () => {
    expect(visitOf(withSummary('1 \\< 2, \\<script>')).summary).toBe('<p>1 &#x3C; 2, &#x3C;script></p>');
  });

  test('links to the web are links', () => {
    expect(visitOf(withSummary('*See* [this](https://northmoor.example/?a=1&b=2 "t").')).summary).toBe(
      '<p><em>See</em> <a href="https://northmoor.example/?a=1&#x26;b=2">this</a>.</p>',
    );
  });
});

describe('what nobody would write is refused before it holds anything up', () => {
  const many = 10_000;
  const manyLines = (line: (index: number) => string) =>
    Array.from({ length: many }, (_, index) => `${line(index)}\n`).join('');
  const manyBlocks = (id: (index: number) => string, count = 2_000) =>
    Array.from(
      { length: count },
      (_, index) =>
        `\n:::finding{#${id(index)} themes="practice" assessment="strength" source="letter"}\nA.\n:::\n`,
    ).join('');

  test.each([
    ['brackets in the summary', withSummary('['.repeat(3 * many))],
    ['quotations in quotations', withSummary('>'.repeat(many))],
    ['lists in lists', withSummary('- '.repeat(many))],
    [
      'a list ever further in',
      withSummary(Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n\n')),
    ],
    ['links in links', withSummary('[a]('.repeat(many))],
    ['emphasis in emphasis', withQuotation('*a **b '.repeat(many))],
    ['brackets in the front matter', edited('focus: [care-leavers]', `focus: ${'['.repeat(many)}`)],
    ['emphasis in one long paragraph', edited('The office opens', '*a'.repeat(9_000))],
    ['an invisible character on each of very many lines', `${GOOD}${'\u200B\n'.repeat(200_000)}`],
    ['a line of colons on each of many lines', `${GOOD}${':::\n'.repeat(19_000)}`],
    ['very many unknown fields', GOOD.replace('title:', `${manyLines((i) => `f${i}: x`)}title:`)],
    ['one field very many times', GOOD.replace('title:', `${manyLines(() => 'x: x')}title:`)],
    ['one id very many times', GOOD + manyBlocks(() => 'a')],
    ['very many findings, one of them unsound', GOOD + manyBlocks((i) => `f${i}`) + manyBlocks(() => 'A', 1)],
    ['an id without end', edited('#homes-suitable', `#${'a-'.repeat(9_000)}a`)],
    ['a title without end', edited('title: Care', `title: ${'C'.repeat(40_000)}`)],
    ['a publisher without end', edited('publisher: Ofsted', `publisher: ${'C'.repeat(40_000)}`)],
    ['a speaker without end', edited('speaker="Ann Hale"', `speaker="${'a'.repeat(9_000)}"`)],
    ['a field’s name without end', edited('title:', `${'t'.repeat(40_000)}: x\ntitle:`)],
    ['five megabytes', GOOD + 'x'.repeat(5_000_000)],
  ])('%s', (_what, text) => {
    // Without the limits these take minutes, and the test runs out of its time.
    const { visit, problems } = read(text);
    expect(visit).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(reportProblems(problems, 'people').length).toBeLessThan(250_000);
  });

  test('a block that holds too much is still a block: one problem', () => {
    expect(
      reportProblems(read(withQuotation('['.repeat(3 * many))).problems, 'people'),
    ).toBe(`${FOCUSED_VISIT}

  ${FOCUSED_VISIT}:69:1  [too-much]
    There are 30007 characters here without an empty line; 20000 are the most that can be read.
    → Divide them into paragraphs.

1 problem in 1 file.`);
  });
});

describe('the name of the file', () => {
  test.each([
    'wigan.md',
    'northmoor-24.md',
    'northmoor-2024-13.md',
    'Northmoor-2024.md',
    '2024.md',
    'copy of northmoor-2024.md',
  ])('%s is none', (name) => {
    const { problems } = read(GOOD, `content/visits/${name}`);
    expect(problems.map(({ ruleId }) => ruleId)).toContain('file-name');
  });

  test.each(['northmoor-2024.md', 'northmoor-2024-09.md', 'northmoor-2024-09-2.md', 'northmoor-2023.md'])(
    '%s is one',
    (name) => expect(read(GOOD, `content/visits/${name}`).visit?.id).toBe(name.replace('.md', '')),
  );
});

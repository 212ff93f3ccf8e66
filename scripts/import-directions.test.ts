import { describe, expect, test } from 'vitest';
import { importsOf, wrongImports } from './import-directions.ts';

/** What is wrong in files given by their paths. */
const wrong = (files: Record<string, string>) =>
  wrongImports(Object.entries(files).map(([path, text]) => ({ path, text })));

describe('importsOf', () => {
  test('finds every form of import, with its line', () => {
    const text = `import { a } from './a.ts';
import type { B } from './b.ts';
import { type C, type D } from './c.ts';
import { type E, f } from './e.ts';
import g from './g.ts';
import * as h from './h.ts';
import './i.css';
export { j } from './j.ts';
export type { K } from './k.ts';
export * from './l.ts';
const m = await import('./m.ts');
type N = import('./n.ts').N;
`;
    expect(
      importsOf({ path: 'x.ts', text }).map(({ from, line, typesOnly }) => [line, from, typesOnly]),
    ).toEqual([
      [1, './a.ts', false],
      [2, './b.ts', true],
      [3, './c.ts', true],
      [4, './e.ts', false],
      [5, './g.ts', false],
      [6, './h.ts', false],
      [7, './i.css', false],
      [8, './j.ts', false],
      [9, './k.ts', true],
      [10, './l.ts', false],
      [11, './m.ts', false],
      [12, './n.ts', true],
    ]);
  });

  test('is not taken in by comments and texts', () => {
    const text = `// import { a } from './a.ts';
/* import './b.ts' */
const c = "import './c.ts'";
const d = \`import './d.ts'\`;
`;
    expect(importsOf({ path: 'x.ts', text })).toEqual([]);
  });

  test('reads the front matter and the scripts of an Astro component, at their lines', () => {
    const text = `---
import A from './A.astro';
// import B from './B.astro';
---
<p>import C from './C.astro'</p>
<script>
  import { d } from '../client/d.ts';
</script>
<script>import '../client/e.ts';</script>
`;
    expect(importsOf({ path: 'x.astro', text }).map(({ from, line }) => [line, from])).toEqual([
      [2, './A.astro'],
      [7, '../client/d.ts'],
      [9, '../client/e.ts'],
    ]);
  });
});

describe('imports point one way', () => {
  test.each([
    ['a room imports itself', 'src/model/a.ts', './b.ts'],
    ['content imports the model', 'src/content/a.ts', '../model/b.ts'],
    ['insight imports the model', 'src/insight/a.ts', '../model/b.ts'],
    ['charts import insight', 'src/charts/a.ts', '../insight/b.ts'],
    ['a component imports a chart', 'src/components/visit/A.astro', '../../charts/b.ts'],
    ['a page imports anything', 'src/pages/visits/index.astro', '../../layouts/Page.astro'],
    ['the importer imports content', 'src/ingest/a.ts', '../content/b.ts'],
    ['a command imports the importer', 'scripts/a.ts', '../src/ingest/b.ts'],
    ['a test imports a fixture', 'src/model/a.test.ts', '../../tests/fixtures/b.ts'],
    ['an end-to-end test imports anything', 'tests/a.e2e.ts', '../src/pages/b.ts'],
    ['a package is no room', 'src/model/a.ts', 'zod'],
  ])('%s', (_what, path, from) => {
    const text = path.endsWith('.astro')
      ? `---\nimport b from '${from}';\n---\n`
      : `import b from '${from}';\n`;
    expect(wrong({ [path]: text })).toEqual([]);
  });

  test.each([
    [
      'src/model/a.ts',
      '../content/b.ts',
      'src/model/a.ts:1 imports ../content/b.ts. model may import no other room. content is built on model: what model needs of it belongs in model.',
    ],
    [
      'src/insight/a.ts',
      '../charts/b.ts',
      'src/insight/a.ts:1 imports ../charts/b.ts. insight may import content and model only. charts is built on insight: what insight needs of it belongs in insight.',
    ],
    [
      'src/charts/a.ts',
      '../search/b.ts',
      'src/charts/a.ts:1 imports ../search/b.ts. charts may import markup, insight, content and model only. What both need belongs in model.',
    ],
    [
      'src/content/a.ts',
      '../ingest/b.ts',
      'src/content/a.ts:1 imports ../ingest/b.ts. content may import model only. ingest is built on content: what content needs of it belongs in content.',
    ],
    [
      'src/model/a.ts',
      '../../tests/fixtures/b.ts',
      'src/model/a.ts:1 imports ../../tests/fixtures/b.ts. model may import no other room. What both need belongs in model.',
    ],
    [
      'src/client/a.ts',
      '../charts/b.ts',
      'src/client/a.ts:1 imports ../charts/b.ts. client may import search, export, insight and model only. What both need belongs in model.',
    ],
  ])('%s may not import %s', (path, from, problem) => {
    expect(wrong({ [path]: `import b from '${from}';\n` })).toEqual([problem]);
  });

  test('types are imports too: what a thing is does not depend on how it is shown', () => {
    expect(wrong({ 'src/model/a.ts': "import type { B } from '../charts/b.ts';\n" })).toHaveLength(1);
  });

  test('only an Astro component’s code may start the client', () => {
    const script = "<script>\n  import '../client/a.ts';\n</script>\n";
    expect(wrong({ 'src/components/A.astro': script })).toEqual([]);
    expect(wrong({ 'src/components/a.ts': "import '../client/a.ts';\n" })).toHaveLength(1);
  });
});

describe('what reaches the browser', () => {
  test('nothing that a file of the client needs brings zod or d3 with it', () => {
    const files = {
      'src/client/a.ts': "import { b } from '../insight/b.ts';\nimport Fuse from 'fuse.js/basic';\n",
      'src/insight/b.ts': "import { type C, c } from '../model/c.ts';\n",
      'src/model/c.ts': "import { z } from 'zod';\n",
    };
    expect(wrong(files)).toEqual([
      'src/model/c.ts:1 imports zod, which would be sent to the browser by way of src/client/a.ts → src/insight/b.ts → src/model/c.ts. Import types only (import type), or move what the browser needs into a file without it.',
    ]);
  });

  test('types bring nothing', () => {
    const files = {
      'src/client/a.ts': "import type { B } from '../model/b.ts';\nimport { type C } from '../model/b.ts';\n",
      'src/model/b.ts': "import { z } from 'zod';\n",
    };
    expect(wrong(files)).toEqual([]);
  });

  test('what is built on a server may need anything', () => {
    expect(wrong({ 'src/pages/a.ts': "import { z } from 'zod';\n" })).toEqual([]);
    expect(wrong({ 'src/client/a.test.ts': "import { z } from 'zod';\n" })).toEqual([]);
  });

  test('files that import each other in a ring are no trap', () => {
    const files = {
      'src/client/a.ts': "import './b.ts';\n",
      'src/client/b.ts': "import './a.ts';\nimport 'd3';\n",
    };
    expect(wrong(files)).toHaveLength(2);
  });
});

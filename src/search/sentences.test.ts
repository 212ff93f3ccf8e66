import { expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

it.each<[string, string[]]>([
  ['One. Two.', ['One.', 'Two.']],
  ['One', ['One']],
  ['He said “Stop.” They did not.', ['He said “Stop.”', 'They did not.']],
  [
    'Dr. A. Leader agrees, e.g. Of course. 16 do not.',
    ['Dr. A. Leader agrees, e.g. Of course.', '16 do not.'],
  ],
  ['It fell to 3.5% in 2020. ◼ The quality', ['It fell to 3.5% in 2020.', '◼ The quality']],
  ['Is it? “Yes!” (It is.) then', ['Is it?', '“Yes!”', '(It is.) then']],
  ['', []],
])('%j', (paragraph, sentences) => expect(splitSentences(paragraph)).toEqual(sentences));

it('cuts what has no stops', () => {
  const cut = splitSentences('word '.repeat(1000).trim());
  expect(cut.map((text) => text.split(' ').length)).toEqual([400, 400, 200]);
});

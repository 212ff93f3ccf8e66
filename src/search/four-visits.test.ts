import { describe, expect, it } from 'vitest';
import { readLibrary } from '../content/library.ts';
import { searchData } from './build.ts';
import { packIndex, ROOT } from './pack.ts';
import { makeSearch } from './search.ts';
import { openStore } from './store.ts';

/* The search over what is published: real sentences, asked for as a journalist would. */

const parts = packIndex(searchData(readLibrary(process.cwd()).library));
const part = (name: string) => parts.get(name) ?? new Uint8Array();
const index = makeSearch(openStore(part(ROOT), async (name) => part(name)));

/** What was found, and of the first hit what is marked. */
async function ask(text: string) {
  const { hits, total, near, missing, corrections } = await index.search({ text, count: 10 });
  const [first] = hits;
  const marked = first?.marks.map(([start, end]) => first.document.text.slice(start, end)) ?? [];
  return { hits, first, total, near, missing, corrections, marked };
}

describe('real sentences', () => {
  it.each([
    ['“at the right time, to help them”', ['at the right time, to help them']],
    ['"AT THE RIGHT TIME to help them"', ['at the right time, to help them']],
    ['"well-matched"', ['well matched']],
    ['"well—matched"', ['well matched']],
    ["care leavers' voices", ['care leavers', 'voices']],
    ['care leavers’ voices', ['care leavers', 'voices']],
    ['"16- and 17-year-olds"', ['16- and 17-year-olds']],
    ['"16 and 17 year olds"', ['16- and 17-year-olds']],
    ['16‑ and 17–year–olds', ['16', '17-year-olds']],
    ['50%', ['50%']],
    ['£5m', ['£5m']],
    ['“too much onus”', ['too much onus']],
    ['sanctuar*', ['sanctuary']],
    ['<b>onus</b>', ['onus']],
    ['\u202Eonus\u0000', ['onus']],
  ])('%s', async (text, marked) => {
    const found = await ask(text);
    expect(found.marked).toEqual(marked);
  });

  it('finds what somebody said by their name, and what was said of a council by its', async () => {
    expect((await ask('Laura Mayes')).hits.every(({ document }) => document.speaker === 'Laura Mayes')).toBe(
      true,
    );
    for (const text of ['Wigan Council', 'wigan ']) {
      const { hits, total } = await ask(text);
      expect(total).toBeGreaterThan(20);
      expect(hits.every(({ document }) => document.visit.authority === 'wigan')).toBe(true);
    }
  });

  it('puts a slip right and says so', async () => {
    const { corrections, first } = await ask('accomodation ');
    expect(corrections).toEqual([{ typed: 'accomodation', used: 'accommodation', start: 0, end: 12 }]);
    expect(first?.lacks).toEqual([]);
  });

  it('leaves out what is excluded', async () => {
    const { hits } = await ask('care -wigan -“care leavers” ');
    expect(hits.length).toBeGreaterThan(0);
    for (const { document } of hits) {
      expect(document.visit.authority).not.toBe('wigan');
      expect(document.text).not.toMatch(/care leavers/i);
    }
  });

  it('finds what a council was told of a subject in other words, rather than what other councils were', async () => {
    const { hits, total } = await ask('wigan accommodation ');
    expect(total).toBe(0);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ document }) => document.visit.authority === 'wigan')).toBe(true);
    expect(hits[0]?.lacks).toEqual(['“accommodation”']);
  });

  it('says what nothing has, and shows nothing that does not fit', async () => {
    expect(await ask('zebra ')).toMatchObject({ total: 0, near: 0, missing: ['zebra'] });
    expect(await ask('“onus zebra”')).toMatchObject({ total: 0, near: 1, missing: [] });
  });

  it('is not disturbed by ten thousand characters, nor by marks alone', async () => {
    expect((await ask('onus '.repeat(2000))).marked).toEqual(['onus']);
    const everything = (await ask('')).total;
    for (const text of ['"', '“”', '-', '*', '-*', '(.*)+', '\\', '\u200F'])
      expect((await ask(text)).total).toBe(everything);
  });
});

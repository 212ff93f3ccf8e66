import { expect, test } from 'vitest';
import { LETTER, makeFinding, makeTheme, makeVisit } from '../insight/fixtures.ts';
import { finding } from './passage.ts';

const QUOTE = { source: 'letter', voice: 'inspectorate', roles: [], line: 1 } as const;

test('a finding has its id, its words and quotations with whose they are, and a permanent link', () => {
  const found = makeFinding({
    words: ['Most live in “safe & suitable” homes.'],
    quotes: [
      { ...QUOTE, roles: [], form: 'inline', text: 'safe & suitable' },
      { ...QUOTE, roles: [], form: 'block', text: 'Most <care> leavers', speaker: 'A. Leader' },
    ],
    proposed: true,
  });
  const visit = makeVisit({ sources: LETTER, findings: [found] });
  const { markup } = finding(visit, 'Anyshire', found, [makeTheme()]);
  expect(markup).toContain('<article class="passage stack" id="homes-suitable">');
  expect(markup).toContain('<span class="verbatim">“<span data-quotation>safe &amp; suitable</span>”</span>');
  expect(markup).toContain('<p data-quotation>Most &lt;care&gt; leavers</p>');
  expect(markup).toContain('<span class="who">A. Leader</span> · Ofsted’s letter, 1 February 2024');
  expect(
    markup.match(/data-credit="[^"]*Anyshire[^"]*" data-address="\/visits\/anyshire-2024\/#homes-suitable"/g),
  ).toHaveLength(2);
  expect(markup).toContain('<a class="tag" href="/themes/accommodation/">Accommodation</a>');
  expect(markup).toContain('proposed by rule, not yet confirmed');
});

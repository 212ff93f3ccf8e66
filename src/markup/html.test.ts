import { expect, test } from 'vitest';
import { html } from './html.ts';

test('words are escaped, between elements and in attributes; markup is not', () => {
  const hostile = '"><script>&';
  expect(html`<a title="${hostile}">${hostile}${html`<b>${1}</b>`}</a>`.markup).toBe(
    '<a title="&quot;&gt;&lt;script&gt;&amp;">&quot;&gt;&lt;script&gt;&amp;<b>1</b></a>',
  );
});

test('what is not there is not written, and several stand one after the other', () => {
  expect(html`<p>${undefined}${false}${['a', 'b'].map((word) => html`<i>${word}</i>`)}</p>`.markup).toBe(
    '<p><i>a</i><i>b</i></p>',
  );
});

test('line breaks of the template are not written, and blanks within a line are', () => {
  expect(
    html`
      <p>
        ${'one'} <b>two</b>
      </p>
    `.markup,
  ).toBe('<p>one <b>two</b></p>');
});

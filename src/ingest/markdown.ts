/** Signs that mean something in Markdown wherever they stand. */
const ANYWHERE = /[\\`*_[\]<{}]/g;

/** An ampersand that begins a character reference. */
const REFERENCE = /&(?=#?[a-z0-9]+;)/gi;

/**
 * Words escaped so that Markdown reads them back exactly as they are, on one line: nothing becomes a list, a heading,
 * emphasis, a link or a directive.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ANYWHERE, '\\$&')
    .replace(REFERENCE, '\\&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+>#=~|:])/, '\\$1');
}

/** Words as the value of a directive's attribute, between double quotation marks. */
export function attributeValue(words: string): string {
  return words.replace(/\s+/g, ' ').trim().replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}

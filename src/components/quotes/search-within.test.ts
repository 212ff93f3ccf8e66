import { expect, test } from 'vitest';
import { FIXTURE_FOLDER } from '../../../tests/fixtures/library.ts';
import { readLibrary } from '../../content/library.ts';
import { searchWithin } from './search-within.ts';

const { library } = readLibrary(FIXTURE_FOLDER);

/** What is offered for an authority, or for a visit to it: what the form sends, and the links. */
function offered(authority: string, visit?: string, held = library) {
  const council = held.authorities.find(({ id }) => id === authority);
  if (!council) throw new Error(`The fixture library has no authority ${authority}.`);
  const { markup } = searchWithin(
    held,
    council,
    held.visits.find(({ id }) => id === visit),
  );
  const sent = /<input type="hidden" name="([^"]+)" value="([^"]+)">/.exec(markup);
  return {
    sent: sent && `${sent[1]}=${sent[2]}`,
    links: [...markup.matchAll(/href="\/quotes\/\?([^"]+)">([^<]+)</g)].map(([, query, label]) => [
      label,
      query,
    ]),
  };
}

test('a visit is searched, and offered are all visits to its council, and its region', () => {
  expect(offered('northmoor', 'northmoor-2024')).toEqual({
    sent: 'visit=northmoor-2024',
    links: [
      ['All visits to Northmoor', 'authority=northmoor'],
      ['Region: North West', 'region=North%20West'],
    ],
  });
});

test('the only visit to a council is all of them', () => {
  const visits = library.visits.filter(({ id }) => id === 'northmoor-2024');
  expect(offered('northmoor', 'northmoor-2024', { ...library, visits }).links).toEqual([
    ['Region: North West', 'region=North%20West'],
  ]);
});

test('a council is searched, and one without a visit has no form, but the councils most like it', () => {
  expect(offered('northmoor').sent).toBe('authority=northmoor');
  expect(offered('southmoor').sent).toBeNull();
  expect(offered('southmoor').links).toEqual([['Councils most like Southmoor', 'neighbours-of=southmoor']]);
});

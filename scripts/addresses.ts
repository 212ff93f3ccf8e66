import { ADDRESSES_FILE, writeAddresses } from '../src/content/addresses.ts';
import { readFormerRecord } from '../src/content/library.ts';
import { publishedIn } from '../src/export/published.ts';
import { writeWhole } from '../src/ingest/write.ts';
import { buildSite } from './site-build.ts';

const USAGE = `Builds the site, and adds every address that is new in it to content/addresses.txt. Nothing is ever taken out.

  npm run addresses`;

if (process.argv.length > 2) {
  console.log(USAGE);
  process.exit(process.argv.includes('--help') ? 0 : 2);
}

let added: string[] = [];
const built = await buildSite((folder) => {
  const record = readFormerRecord(process.cwd());
  added = publishedIn(folder, record).filter((address) => !record.list.has(address));
  writeWhole(ADDRESSES_FILE, writeAddresses([...record.addresses, ...added]));
});
if (!built) process.exit(1);
for (const address of added) console.log(`+ ${address}`);
console.log(
  added.length > 0
    ? `${added.length} added to ${ADDRESSES_FILE}. Commit it with what you publish.`
    : 'No address is new.',
);

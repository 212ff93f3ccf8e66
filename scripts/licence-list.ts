/** The packages of a lockfile as npm writes it (lockfileVersion 3), by the folder that each is installed in. */
export interface Lockfile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; optional?: boolean }>;
}

/**
 * The licences that a package may have: all let anybody use it, and ask at most that its notice and the changes made to it be
 * kept. Those under the MPL and the LGPL are tools that run while the site is built; nothing of theirs is published.
 */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
];

/** The packages whose licence is not known or not one of those allowed, each with what the lockfile says of it. */
export function notAllowed(lockfile: Lockfile): string[] {
  return packagesOf(lockfile)
    .filter(({ licence }) => !licence.split(/ (?:AND|OR) /).every((one) => ALLOWED.includes(one)))
    .map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
}

/** The licences of all packages as a page of the documentation. */
export function licencePage(lockfile: Lockfile): string {
  const packages = packagesOf(lockfile);
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  const sections = licences.map((licence) => {
    const names = packages
      .filter((one) => one.licence === licence)
      .map(({ name, version }) => `${name} ${version}`);
    return `## ${licence} (${names.length})\n\n${names.join(', ')}\n`;
  });
  return `# Licences of the packages that are used\n\n${INTRODUCTION}\n\n${sections.join('\n')}`;
}

const INTRODUCTION = `Written by \`npm run licences\` from package-lock.json; a test keeps it up to date, and fails for a licence that is not allowed.
Of these, what is published with the site is: the two typefaces (SIL Open Font License 1.1, served as they are), and within the
site’s scripts Fuse.js (Apache-2.0). Everything else runs while the site is built or tested.`;

function packagesOf({ packages }: Lockfile): { name: string; version: string; licence: string }[] {
  const listed = Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, { version = '', license = 'unknown' }]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }));
  const byName = new Map(listed.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../content/yaml.ts';
import { AuthoritiesFile, type Authority } from '../model/authority.ts';
import { type Theme, ThemesFile } from '../model/theme.ts';

/** What reports are read against: the authorities, and the themes that are proposed. */
export interface Register {
  authorities: Authority[];
  themes: Theme[];
}

/**
 * The register and the taxonomy, without the visits: what an import is done against.
 *
 * @throws Error where one of them is missing or has problems; `npm run check` says which
 */
export function readRegister(root: string): Register {
  const value = (file: string) => readYaml(readFileSync(join(root, file), 'utf8'), file).value;
  return {
    authorities: AuthoritiesFile.parse(value('content/authorities.yaml')).authorities,
    themes: ThemesFile.parse(value('content/themes.yaml')).themes,
  };
}

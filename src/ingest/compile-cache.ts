import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Has Node keep the compiled code of every module that is loaded from now on, for the next run: loading the readers takes
 * as long as reading a report. Each thread says so for itself. Where nothing can be written, everything is compiled anew.
 */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));
}

import { build } from 'astro';
import { beginOutput, dropOutput, type Output, publishOutput } from './output.ts';

/**
 * Builds the site into a folder of its own and lets it take the place of `dist/` only when it is whole: whatever
 * happens to a build, the last good site is still there.
 *
 * @param whole is called with the built site before it takes its place
 * @returns whether it was built; where not, why has been said
 */
export async function buildSite(whole?: (folder: string) => void): Promise<boolean> {
  let output: Output | undefined;
  try {
    output = beginOutput(process.cwd());
    // Without `force`, Astro could take content from a cache that was filled under other rules.
    await build({ force: true, outDir: output.folder });
    whole?.(output.folder);
    publishOutput(output);
    return true;
  } catch (error) {
    if (output) dropOutput(output);
    console.error(messageOf(error));
    console.error('The site was not built. dist/ is as it was before.');
    return false;
  }
}

/** A problem of the content says all there is to say; of anything else the place in the code is wanted too. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'ContentError' ? error.message : (error.stack ?? error.message);
}

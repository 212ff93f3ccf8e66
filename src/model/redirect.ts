import { z } from 'zod';
import { PartialDate } from './partial-date.ts';
import { words } from './words.ts';

const SITE_ADDRESS = /^\/(?:[a-z0-9][a-z0-9._-]*\/)*(?:[a-z0-9][a-z0-9._-]*)?(?:#[a-z][a-z0-9-]*)?$/;

/** An address of the site from its home page on, whatever domain and path it is served under. */
export const SiteAddress = z
  .string()
  .regex(SITE_ADDRESS, {
    error:
      'is not an address of this site: write it from the first slash on, such as /visits/wigan-2024/#hub',
  })
  .meta({ examples: ['/visits/wigan-2024/#hub'] });

/** An address that was published and leads somewhere else now. */
export const Redirect = z
  .strictObject({
    from: SiteAddress.describe(
      'The address that was published: a page, a file, or a finding (#id) of a page.',
    ),
    to: SiteAddress.describe('Where it leads now: an address that is there, and is no redirect itself.'),
    date: PartialDate.describe('The day on which it moved.'),
    why: words.meta({
      description: 'Why it moved, in a sentence for the reader who followed the old link.',
      examples: ['Two findings said the same and are one now.'],
    }),
  })
  .meta({ id: 'Redirect', description: 'An address that was published and leads somewhere else now.' });
export type Redirect = z.infer<typeof Redirect>;

/** The file of redirects, `content/redirects.yaml`. */
export const RedirectsFile = z.strictObject({
  redirects: z.array(Redirect).describe('Every redirect, the newest first.'),
});
export type RedirectsFile = z.infer<typeof RedirectsFile>;

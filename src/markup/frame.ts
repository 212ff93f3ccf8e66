import { escaped } from './escaped.ts';
import type { Markup } from './html.ts';

/*
 * Pages of one kind differ in their title, their description, their feed, their address and what stands in them. Of a
 * kind that has thousands, Astro renders one, the frame, with names in the place of these; the others are the frame
 * filled in.
 */

/** What is filled into a frame. */
export interface FramedPage {
  title: string;
  description: string;
  /** The feed that belongs to the page, besides the site’s own. All pages of a kind have one, or none has. */
  feed?: { title: string; href: string };
  main: Markup;
}

/** What stands in a frame where a page has its own: characters for private use, which no file of the content may hold. */
const BLANKS = {
  '\uE002': 'title',
  '\uE003': 'description',
  '\uE004': 'main',
  '\uE005': 'address',
  '\uE006': 'feedTitle',
  '\uE007': 'feedAddress',
} as const;

/** A page whose every part is blank. */
export const BLANK_PAGE: FramedPage = { title: '\uE002', description: '\uE003', main: { markup: '\uE004' } };
/** The same of a kind whose pages have feeds. */
export const BLANK_PAGE_WITH_FEED: FramedPage = { ...BLANK_PAGE, feed: { title: '\uE006', href: '\uE007' } };

function isBlank(piece: string): piece is keyof typeof BLANKS {
  return piece in BLANKS;
}

/** A frame, cut where something is filled in. */
export interface Frame {
  /** What stands between the blanks, from the beginning to the end of the page. */
  between: readonly string[];
  /** What is filled in after each of these but the last. */
  blanks: readonly (typeof BLANKS)[keyof typeof BLANKS][];
}

/**
 * A frame from a page that was rendered with blanks.
 *
 * @param address where that page stands: the frame’s own address is a blank too
 * @throws where there is no blank for what stands in a page
 */
export function frameOf(page: string, address: string): Frame {
  const pieces = page.replaceAll(address, '\uE005').split(/([\uE002-\uE007])/);
  const blanks = pieces.filter(isBlank).map((piece) => BLANKS[piece]);
  if (!blanks.includes('main')) throw new Error(`The page at ${address} has no blank for what stands in it.`);
  return { between: pieces.filter((piece) => !isBlank(piece)), blanks };
}

/**
 * A page from a frame, in parts that follow each other.
 *
 * @throws where the frame has a blank for a feed and the page has none
 */
export function filled(frame: Frame, page: FramedPage, address: string): string[] {
  const { title, description, feed, main } = page;
  const values = {
    title: escaped(title),
    description: escaped(description),
    main: main.markup,
    address,
    feedTitle: feed && escaped(feed.title),
    feedAddress: feed && escaped(feed.href),
  };
  return frame.between.flatMap((piece, index) => {
    const blank = frame.blanks[index];
    if (!blank) return [piece];
    const value = values[blank];
    if (value === undefined)
      throw new Error(`The page at ${address} has no feed, and its frame has a place for one.`);
    return [piece, value];
  });
}

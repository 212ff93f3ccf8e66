import { expect, type Page } from '@playwright/test';

/** One page of each kind that the site has. */
export interface PageType {
  name: string;
  /** Its address, relative to the home page. */
  path: string;
  /** The status that a host sends with it; 200 where left out. */
  status?: number;
  /** Waits for what a script adds; left out where the page is whole as it is served. */
  ready?: (page: Page) => Promise<void>;
}

export const PAGE_TYPES: readonly PageType[] = [
  { name: 'home', path: '' },
  { name: 'list of visits', path: 'visits/' },
  { name: 'visit known from the whole letter', path: 'visits/wiltshire-2022/' },
  { name: 'visit known from an account', path: 'visits/wigan-2024/' },
  { name: 'finding that a link leads to', path: 'visits/wigan-2024/#too-much-onus' },
  { name: 'list of councils', path: 'authorities/' },
  { name: 'council', path: 'authorities/wigan/' },
  { name: 'list of themes', path: 'themes/' },
  { name: 'theme', path: 'themes/accommodation/' },
  { name: 'chooser of a comparison', path: 'compare/' },
  { name: 'built comparison', path: 'compare/wigan-2020/wigan-2024/' },
  {
    name: 'comparison put together in the browser',
    path: 'compare/?v=wirral-2024&v=wiltshire-2022',
    ready: (page) => expect(page.locator('[data-part="result"]')).toBeVisible(),
  },
  {
    name: 'all quotations',
    path: 'quotes/',
    ready: (page) => expect(page.getByRole('main').locator('blockquote').first()).toBeVisible(),
  },
  {
    name: 'results of a search',
    path: 'quotes/?q=safe+accomodation',
    ready: (page) => expect(page.getByRole('main').locator('mark').first()).toBeVisible(),
  },
  { name: 'search without a result', path: 'quotes/?q=zebra+crossing' },
  { name: 'charts', path: 'charts/' },
  { name: 'data', path: 'data/' },
  { name: 'about', path: 'about/' },
  { name: 'page that is not there', path: 'nowhere/', status: 404 },
];

/** Opens a page of a kind and waits until it is whole. */
export async function open(page: Page, { path, status = 200, ready }: PageType): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), `status of /${path}`).toBe(status);
  await ready?.(page);
}

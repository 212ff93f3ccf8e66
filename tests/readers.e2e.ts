import { readFileSync } from 'node:fs';
import { devices, type Locator, type Page } from '@playwright/test';
import { builtVisits } from './built.ts';
import { expect, test } from './site.ts';

/* Each reader’s job, from the home page on, on a phone. */

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
test.use({ ...phone, viewport: { width: 360, height: 740 } });

test.describe('the public: what did inspectors say about my council?', () => {
  test('three taps lead to what was found in Wirral, and what the council answered', async ({ page }) => {
    await page.goto('');
    await page.getByRole('main').getByRole('link', { name: 'a council' }).tap();
    await page.getByRole('rowheader', { name: 'Wirral' }).getByRole('link').tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wirral Metropolitan Borough Council');
    await page
      .getByRole('article')
      .getByRole('link', { name: 'Care leavers in Wirral, September 2024' })
      .tap();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Care leavers in Wirral, September 2024',
    );
    const main = page.getByRole('main');
    await expect(main).toContainText('17 and 18 September 2024');
    await expect(main).toContainText('Rebekah Tucker, Lisa Walsh');
    await expect(main).toContainText('We know this visit only from the council’s own account.');
    await expect(page.getByRole('region', { name: 'In plain words' })).toContainText(
      'a safe home that suits them',
    );

    const homes = page.getByRole('region', { name: 'Homes and accommodation', exact: true });
    await expect(homes).toContainText('Strength');
    await expect(
      homes.locator('blockquote').filter({ hasText: 'suitable accommodation that is safe' }),
    ).toBeVisible();
    const plans = page.getByRole('region', { name: 'Pathway plans', exact: true });
    await expect(plans).toContainText('Needs to improve');
    await expect(plans.locator('blockquote')).toHaveText('their plans are not routinely updated');

    const reply = page.getByRole('region', { name: 'What was said in reply' });
    await expect(reply).toContainText('Elizabeth Hartley, Director for Children, Families and Education');
    await expect(reply).toContainText('immediate action during the visit');
    await expect(reply.getByRole('article').filter({ hasText: 'supervised' })).toContainText('Under way');
  });

  test('the page’s own list of contents leads to a theme of it', async ({ page }) => {
    await page.goto('visits/wirral-2024/');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await contents.getByRole('link', { name: 'Management oversight and supervision' }).tap();
    const theme = page.getByRole('region', { name: 'Management oversight and supervision', exact: true });
    await expect(theme.getByRole('heading', { level: 3 })).toBeInViewport();
    await expect(theme).toContainText('there is limited management oversight');
  });

  test('what is old is not taken for the latest word', async ({ page }) => {
    await page.goto('authorities/wigan/');
    await expect(page.getByText('There is newer than what we hold.')).toBeInViewport();
    const missing = page.getByRole('region', { name: 'Reports known to exist that are not held here' });
    for (const report of ['October 2025', 'May 2023', 'May 2022', 'January 2020', 'March 2019', '2017']) {
      await expect(missing.getByRole('listitem').filter({ hasText: report }).first()).toBeVisible();
    }
  });

  test('a theme shows strengths beside what needs to improve, council by council', async ({ page }) => {
    await page.goto('');
    await page.getByRole('main').getByRole('link', { name: 'a theme' }).tap();
    await page.getByRole('link', { name: 'Pathway plans' }).tap();
    const visits = page.getByRole('region', { name: 'Visit by visit' }).getByRole('row');
    await expect(visits.filter({ hasText: 'Care leavers in Wirral, September 2024' })).toContainText(
      'Needs to improve',
    );
    await expect(visits.filter({ hasText: 'Children’s services in Wigan, October 2020' })).toContainText(
      'Not known',
    );
    const column = (name: string) => page.getByRole('region', { name }).getByRole('article');
    await expect(
      column('To improve, or mixed')
        .filter({ hasText: 'Wirral' })
        .filter({ hasText: 'not routinely updated' }),
    ).toBeVisible();
    await expect(
      column('Strengths').filter({ hasText: 'Wigan' }).filter({ hasText: 'written “sensitively”' }),
    ).toBeVisible();
  });
});

test.describe('a journalist: who said it, when, in which document?', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a phrase is found, copied with its citation, and its link lands on it', async ({ page, site }) => {
    await page.goto('');
    await page.getByRole('searchbox').fill('“too much onus”');
    await page.getByRole('button', { name: 'Search' }).tap();

    await expect(page).toHaveURL(/\/quotes\/\?q=/);
    const result = results(page).first();
    await expect(result.locator('mark')).toHaveText('too much onus');
    await expect(result).toContainText('Ofsted inspectors');
    await expect(result).toContainText('newspaper’s report of 15 December 2024');
    await expect(result).toContainText('Needs to improve');

    await result.getByRole('button', { name: 'Copy with citation' }).tap();
    await expect(result.getByRole('button', { name: 'Copied' })).toBeVisible();
    const address = `${site.url}visits/wigan-2024/#too-much-onus`;
    const [said, where] = (await clipboard(page)).split(' In our sentence: ');
    expect(said).toBe(
      '“too much onus” — Ofsted inspectors, quoted in a newspaper’s report of 15 December 2024 (publisher unknown), of a focused visit to Wigan before 15 December 2024.',
    );
    expect(where).toMatch(/^Inspectors found that there was “too much onus” on care leavers: /);
    expect(where?.endsWith(`Inspection Insights, ${address}`)).toBe(true);
    await result.getByRole('button', { name: 'Markdown' }).tap();
    await expect.poll(() => clipboard(page)).toMatch(/^> too much onus\n[\s\S]+\(http/);
    await result.getByRole('button', { name: 'HTML' }).tap();
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^<figure><blockquote [\s\S]+too much onus[\s\S]+<a href="http/);

    await result.getByRole('link', { name: 'Permalink' }).tap();
    await expect(page).toHaveURL(address);
    await expect(landed(page, 'too-much-onus')).toBeInViewport();
    await expect(landed(page, 'too-much-onus')).toContainText(
      'Care leavers in Wigan, reported December 2024',
    );
    await expect(landed(page, 'too-much-onus')).toContainText('15 December 2024');
    await expect(landed(page, 'regular-touch')).toBeHidden();
    await expect(page.locator('#too-much-onus')).toHaveCSS('outline-style', 'solid');
    await expect(page.locator('#regular-touch')).toHaveCSS('outline-style', 'none');
  });

  test('a quotation is copied where it stands in its visit, too', async ({ page, site }) => {
    await page.goto('visits/wiltshire-2022/');
    const quotation = page.getByText(
      'Most care leavers live in safe, stable and suitable accommodation that is well',
    );
    const passage = page.getByRole('article').filter({ has: quotation });
    await passage.getByRole('button', { name: 'Copy with citation' }).first().tap();
    await expect.poll(() => clipboard(page)).toMatch(/^“Most care leavers live in safe, stable and suitable/);
    expect(await clipboard(page)).toContain('Ofsted inspectors, in Ofsted’s letter of 28 February 2022');
    expect(await clipboard(page)).toContain(`${site.url}visits/wiltshire-2022/#`);
  });

  test('slips of the key and other people’s quotation marks make no difference', async ({ page }) => {
    await page.goto('quotes/');
    await search(page, 'accomodation');
    await expect(page.getByText('Showing results for accommodation')).toBeVisible();
    await expect(results(page).first().locator('mark').first()).toHaveText(/accommodation/i);
    await search(page, '"TOO MUCH ONUS"');
    await expect(results(page)).not.toHaveCount(0);
    await expect(results(page).first()).toContainText('too much onus');
    await search(page, 'pathway pans');
    await expect(page.getByText('Showing results for pathway plans')).toBeVisible();
  });

  test('theme, place and voice narrow a search, with counts that hold and an address to keep', async ({
    page,
  }) => {
    await page.goto('quotes/?q=support');
    const before = await total(page);
    await openFilter(page, 'Council');
    const wirral = page.getByRole('checkbox', { name: /^Wirral/ });
    const promised = Number(/\d+/.exec(await labelOf(wirral))?.[0]);
    expect(promised).toBeGreaterThan(0);
    expect(promised).toBeLessThan(before);
    await wirral.tap();
    await expect.poll(() => total(page)).toBe(promised);
    for (const result of await results(page).all()) await expect(result).toContainText('Wirral');
    await expect(page).toHaveURL(/[?&]q=support.*authority=wirral/);

    await page.reload();
    await expect.poll(() => total(page)).toBe(promised);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(before);
  });

  test('a search that finds nothing says what to try', async ({ page }) => {
    await page.goto('quotes/?q=zebra');
    await expect(page.getByRole('status').filter({ hasText: 'zebra' })).toContainText(
      /nothing here has “zebra”/i,
    );
    await expect(page.getByText('Try fewer words')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'themes', exact: true }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Themes');
  });

  test('what was found can be taken away, with its citations', async ({ page }) => {
    await page.goto('quotes/?q=%22too+much+onus%22');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Download/ }).tap();
    const csv = readFileSync(await (await download).path(), 'utf8');
    const [head = '', ...rows] = csv.trim().split('\r\n');
    expect(head.split(',').length).toBeGreaterThan(5);
    expect(rows).toHaveLength(await total(page));
    expect(csv).toContain('too much onus');
    expect(csv).toContain('/visits/wigan-2024/#too-much-onus');
  });

  test('a search that could not be loaded says so, and tries again', async ({ browser, site }) => {
    // A page of its own: the browser logs the failed request, which no other page may have.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/search/**', (route) => route.abort());
    await page.goto(`${site.url}quotes/?q=onus`);
    await expect(page.getByText('The quotations could not be loaded.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Care leavers in Wirral, September 2024' })).toBeVisible();
    await page.unroute('**/search/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(results(page).first()).toContainText('onus');
    await context.close();
  });
});

test.describe('a sector lead: what changed, and how do councils differ?', () => {
  test('Wigan in 2020 and in 2024: what changed, and what cannot be compared', async ({ page }) => {
    await page.goto('');
    const featured = page.getByRole('region', { name: 'Wigan, 2020 and 2024' });
    await expect(featured).toContainText('the whole of children’s services');
    await expect(featured).toContainText('care leavers aged 18 to 25');
    await expect(featured.getByRole('row').filter({ hasText: 'Education and employment' })).toContainText(
      'Inspectors say this got better',
    );
    await featured.getByRole('link', { name: 'Read both sides' }).tap();

    const main = page.getByRole('main');
    await expect(main).toContainText('not like for like unless both speak of the same group');
    await expect(main).toContainText('What an account leaves out is not known');
    const education = row(page, 'Education and employment');
    await expect(education).toContainText('Inspectors say this got better');
    await expect(education).toContainText('By our comparison: Care leavers only: improved');
    await expect(row(page, 'Leadership and partnership')).toContainText('Not like for like');
    await expect(row(page, 'Neglect')).toContainText(
      'Cannot be compared: the later visit looked at care leavers aged 18 to 25',
    );
    // Each side says whose it is, and shows the findings that its stance rests on.
    await expect(education.getByText('Children’s services in Wigan, October 2020')).toBeVisible();
    await expect(education.getByText('Care leavers in Wigan, reported December 2024')).toBeVisible();
    await expect(education.getByRole('listitem').filter({ hasText: 'ambition' }).first()).toBeVisible();
  });

  test('only what changed is shown when only that is asked for', async ({ page }) => {
    await page.goto('compare/wigan-2020/wigan-2024/');
    const rows = page.locator('.comparison-row');
    const all = await rows.count();
    await expect(rows.filter({ visible: true })).toHaveCount(all);
    await page.getByRole('checkbox', { name: 'Show only what changed' }).tap();
    await expect(row(page, 'Neglect')).toBeHidden();
    await expect(row(page, 'Leadership and partnership')).toBeHidden();
    await expect(row(page, 'Support for care leavers')).toBeVisible();
    // As many as the sentence at the top counts.
    const [, improved, partly] =
      /(\d+) improved, (\d+) partly improved/.exec(await page.getByRole('main').innerText()) ?? [];
    await expect(rows.filter({ visible: true })).toHaveCount(Number(improved) + Number(partly));
  });

  test('a theme that a link leads to stands below the heads that stay at the top', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('compare/wigan-2020/wigan-2024/#page-theme-accommodation');
    const heads = await page.locator('.comparison-heads').boundingBox();
    const theme = await page.locator('#page-theme-accommodation').boundingBox();
    if (!heads || !theme) throw new Error('The heads and the theme are shown.');
    expect(heads.y).toBe(0);
    expect(theme.y).toBeGreaterThan(heads.y + heads.height);
  });

  test('two councils chosen from the lists stand side by side', async ({ page }) => {
    await page.goto('compare/');
    await page.getByLabel('First visit').selectOption({ label: 'Care leavers in Wirral, September 2024' });
    await page.getByLabel('Second visit').selectOption({ label: 'Care leavers in Wiltshire, January 2022' });
    await page.getByRole('button', { name: 'Compare' }).tap();

    await expect(page).toHaveURL(/\/compare\/\?v=wirral-2024&v=wiltshire-2022$/);
    await expect(page).toHaveTitle(/Wirral.+Wiltshire|Wiltshire.+Wirral/);
    const oversight = row(page, 'Management oversight and supervision');
    await expect(oversight).toContainText(/in Wirral.+in Wiltshire|in Wiltshire.+in Wirral/);
    await expect(oversight).toContainText('managers do not keep enough of an eye on the work');
    // Two councils have no earlier and later.
    await expect(
      page.locator('.comparison-row .lead').filter({ hasText: /^(Partly )?improved/i }),
    ).toHaveCount(0);

    await page.reload();
    await expect(oversight).toBeVisible();
    await expect(page.getByLabel('First visit')).toHaveValue('wirral-2024');
    await page.goBack();
    await expect(oversight).toBeHidden();
    await expect(page.getByLabel('First visit')).toHaveValue('');
  });

  test('a comparison that cannot be made says why', async ({ browser, site }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const status = page.getByRole('main').getByRole('status');
    await page.goto(`${site.url}compare/?v=wirral-2024`);
    await expect(status).toHaveText('Choose a second visit to compare it with.');
    await page.goto(`${site.url}compare/?v=wirral-2024&v=wirral-2024`);
    await expect(status).toHaveText('These are the same visit. Choose two different ones.');
    await page.goto(`${site.url}compare/?v=wirral-2024&v=atlantis-1900`);
    await expect(status).toContainText('There is no visit “atlantis-1900” here.');
    await context.close();
  });

  test('the data are a tap away, whole and as tables', async ({ page }) => {
    await page.goto('');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Data', exact: true }).tap();
    await expect(page.getByRole('main')).toContainText('How to cite it');
    const table = (await fetchLink(page, 'findings.csv')).trim().split('\r\n');
    expect(table[0]?.split(',').slice(0, 2)).toEqual(['visit', 'authority']);
    expect(table.length).toBeGreaterThan(100);
    const whole = JSON.parse(await fetchLink(page, 'inspection-insights.json'));
    expect(whole.visits).toHaveLength(builtVisits().length);
  });

  test('a chart can be taken away as a picture and as data', async ({ page }) => {
    await page.goto('charts/');
    const figure = page.getByRole('main').getByRole('figure').first();
    const picture = await fetchLink(figure, /SVG/);
    expect(picture).toMatch(/^<(\?xml|svg)/);
    expect(picture).toContain('<title');
    const [head = '', ...rows] = (await fetchLink(figure, /CSV/)).trim().split('\r\n');
    // The table in the page says the same.
    await figure.getByText('The same as a table').tap();
    await expect(figure.getByRole('row')).toHaveCount(rows.length + 1);
    await expect(figure.getByRole('columnheader').first()).toHaveText(head.split(',')[0] ?? '');
  });

  test('a mark in a chart is in ink though it is a link, and words that lead on have the colour of links', async ({
    page,
  }) => {
    await page.goto('authorities/wigan/');
    const links = page.locator('.chart-svg a');
    const colours = await links.evaluateAll((found) =>
      found.map((link) => ({
        link: getComputedStyle(link).color,
        ink: getComputedStyle(document.body).color,
        words: [...link.querySelectorAll('.chart-link')].map((words) => getComputedStyle(words).color),
      })),
    );
    expect(colours.length).toBeGreaterThan(0);
    for (const { link, ink } of colours) expect(link).toBe(ink);
    const [{ ink = '' } = {}] = colours;
    const words = colours.flatMap((colour) => colour.words);
    expect(words.length).toBeGreaterThan(0);
    expect(words).not.toContain(ink);
  });

  test('a mark in a chart leads to what it stands for', async ({ page }) => {
    await page.goto('visits/wigan-2024/');
    const mark = page.getByRole('link', { name: /^Needs to improve: .*too much onus/ }).first();
    await mark.tap();
    await expect(page).toHaveURL(/#too-much-onus$/);
    await expect(landed(page, 'too-much-onus')).toBeInViewport();
  });
});

/* ---- The words of these tests ------------------------------------------------------------------------------ */

/** The results of a search. */
function results(page: Page): Locator {
  return page.locator('.quotes-result');
}

/** How many results the page says there are. */
async function total(page: Page): Promise<number> {
  const status = page.getByRole('main').getByRole('status');
  await expect(status).toHaveText(/\d+ result/);
  return Number(/(\d+) result/.exec(await status.innerText())?.[1]);
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('button', { name: 'Search' }).tap();
}

/** Opens the filters and one of them, as a phone has them closed. */
async function openFilter(page: Page, name: string): Promise<void> {
  await page.getByText('Filters', { exact: true }).tap();
  await page.locator('summary').getByText(name, { exact: true }).tap();
}

async function labelOf(field: Locator): Promise<string> {
  return await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
}

/** The row of a comparison about a theme. */
function row(page: Page, theme: string): Locator {
  return page
    .locator('.comparison-row')
    .filter({ has: page.getByRole('heading', { name: theme, exact: true, includeHidden: true }) });
}

/** What a passage says to a reader whom a link has led to it. */
function landed(page: Page, passage: string): Locator {
  return page.locator(`#${passage}`).getByText('This link leads here');
}

async function clipboard(page: Page): Promise<string> {
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** What a download link leads to. */
async function fetchLink(within: Page | Locator, name: string | RegExp): Promise<string> {
  const link = within.getByRole('link', { name }).first();
  await expect(link).toHaveAttribute('download', /.*/);
  const page = 'page' in within ? within.page() : within;
  const response = await page.request.get(await link.evaluate((anchor: HTMLAnchorElement) => anchor.href));
  expect(response.ok()).toBe(true);
  return await response.text();
}

import { builtVisits } from './built.ts';
import { expect, test } from './site.ts';

/* The site in a browser that runs no script: what is there is read, browsed and linked; search says what it needs. */

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('a council is found, and what inspectors said of it is read', async ({ page }) => {
  await page.goto('');
  await page.getByRole('main').getByRole('link', { name: 'a council' }).click();
  await page.getByRole('rowheader', { name: 'Wirral' }).getByRole('link').click();
  await page
    .getByRole('article')
    .getByRole('link', { name: 'Care leavers in Wirral, September 2024' })
    .click();
  await expect(page.getByRole('region', { name: 'Pathway plans', exact: true })).toContainText(
    'their plans are not routinely updated',
  );
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Permanent link to this finding: plans-not-updated' })
    .click();
  await expect(page.locator('#plans-not-updated')).toBeInViewport();
  await expect(page.locator('#plans-not-updated').getByText('This link leads here')).toBeVisible();
});

test('two visits to one council are compared, and what changed is picked out', async ({ page }) => {
  await page.goto('compare/');
  await expect(page.getByRole('main').getByText('needs JavaScript')).toBeVisible();
  await page.getByRole('link', { name: /^Wigan: / }).click();
  const rows = page.locator('.comparison-row');
  await expect(rows.filter({ hasText: 'Cannot be compared' }).first()).toBeVisible();
  const all = await rows.count();
  await page.getByRole('checkbox', { name: 'Show only what changed' }).check();
  expect(await rows.filter({ visible: true }).count()).toBeLessThan(all);
  const more = rows.filter({ visible: true }).locator('details').first();
  await more.locator('summary').click();
  await expect(more.getByRole('listitem').first()).toBeVisible();
});

test('charts are drawn, and are tables too', async ({ page }) => {
  await page.goto('charts/');
  const figure = page.getByRole('main').getByRole('figure').first();
  await expect(figure.locator('svg').first()).toBeVisible();
  await figure.getByText('The same as a table').click();
  await expect(figure.getByRole('row').nth(1)).toBeVisible();
});

test('every visit is in the list, without filters that would do nothing', async ({ page }) => {
  await page.goto('visits/');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(builtVisits().length);
  await expect(page.getByRole('combobox')).toHaveCount(0);
});

test('search says what it needs, and where to read instead', async ({ page }) => {
  await page.goto('');
  await page.getByRole('searchbox').fill('onus');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/quotes\/\?q=onus$/);
  const main = page.getByRole('main');
  await expect(main.getByText('Searching needs JavaScript')).toBeVisible();
  await expect(main.getByRole('searchbox')).toHaveCount(0);
  await expect(main.getByRole('link', { name: 'Care leavers in Wiltshire, January 2022' })).toBeVisible();
  await main.getByRole('link', { name: 'Pathway plans' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pathway plans');
});

test('no button is offered that does nothing', async ({ page }) => {
  for (const path of [
    '',
    'visits/',
    'visits/wiltshire-2022/',
    'authorities/wigan/',
    'compare/wigan-2020/wigan-2024/',
  ]) {
    await page.goto(path);
    const buttons = page.getByRole('main').getByRole('button').filter({ visible: true });
    for (const button of await buttons.all())
      await expect(button, `/${path}`).toHaveAttribute('type', 'submit');
  }
});

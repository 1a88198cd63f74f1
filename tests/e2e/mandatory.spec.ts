// Mandatory courses that are not on the computer come from the organisation's catalogue by themselves, and Home says so.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { themes } from '../../core/looks';
import { hasNginx } from '../unit/support/nginx';
import { expect, test } from './app';
import { Office } from './office';
import { policyOf } from './policy-file';
import { beginAs, expectNoSidewaysScrolling, goTo, title } from './steps';
import { violations } from './violations';

test.skip(!hasNginx, 'the web server is that of Debian');

const pictures = process.env.DESKWISE_MANDATORY_PICTURES;

let office: Office;
test.beforeEach(() => {
  office = new Office();
});
test.afterEach(() => office.close());

const mandatory = (page: Page) => page.locator('section[aria-labelledby="mandatory"]');
const due = { course: 'far-post', due: '2030-03-31' };

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

test('a course comes without a click, over a slow line, and is then the first to do', async ({
  app,
}) => {
  office.pack('5.0.0', 8 * 1024 * 1024);
  office.publish();
  const address = await office.server.start('location /files/ { limit_rate 1m; }');
  const policy = policyOf(app, {
    MandatoryCourses: [due],
    CatalogueAddress: address,
    CatalogueSigners: [{ name: 'Norlund', key: office.publicKey() }],
  });
  const { page, complaints } = await app.start('--policy', policy, '--lang', 'en');
  await beginAs(page, 'Amina');
  await expect(mandatory(page)).toContainText('Coming from the catalogue');
  await expect(mandatory(page)).toContainText('Mandatory · due March 31, 2030');
  await expect(mandatory(page).getByText(/MB of 8.* MB fetched/)).toBeVisible();
  await picture(page, 'fetching');
  expect(await violations(page)).toEqual([]);
  await expect(page.locator('.next')).toContainText('Mandatory · due March 31, 2030', {
    timeout: 60_000,
  });
  await expect(mandatory(page)).toHaveCount(0);
  await goTo(page, '/catalogue');
  await expect(page.getByRole('article').getByText('Mandatory', { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

const looks = [
  ...themes.map((theme) => ['--theme', theme, '--lang', 'en']),
  ['--theme', 'light', '--lang', 'ar'],
];
for (const look of looks) {
  test(`what keeps it away is told, and fits: ${look.join(' ')}`, async ({ app }) => {
    office.pack('5.0.0');
    office.publish();
    const address = await office.server.start();
    const policy = policyOf(app, {
      MandatoryCourses: [due, { course: 'payroll-basics' }],
      CatalogueAddress: address,
    });
    const { page, electron } = await app.start('--policy', policy, ...look);
    await page.getByRole('textbox').fill('Amina');
    await page.getByRole('button').last().click();
    await expect(title(page)).toContainText('Amina');
    // Nobody has said whose catalogue it is: nobody is asked for anything.
    const rows = mandatory(page).getByRole('listitem');
    await expect(rows).toHaveCount(2);
    const open = rows.first().getByRole('link');
    await picture(page, `asks-${look.join('')}`);
    expect(await violations(page)).toEqual([]);
    expect(office.server.served()).toEqual([]);

    await open.click();
    await page
      .getByRole('button')
      .filter({ hasText: /number is right|صحيح/ })
      .click();
    await goTo(page, '/');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('payroll-basics');
    await expect(rows.getByRole('link')).toHaveCount(0);
    await expect(page.locator('.next .mandate')).toBeVisible();
    await picture(page, `missing-${look.join('')}`);
    expect(await violations(page)).toEqual([]);

    // No network: in words, with what to do.
    await office.server.stop();
    await goTo(page, '/catalogue');
    await expect(page.locator('.notice').first()).toBeVisible();
    await goTo(page, '/');
    await expect(rows.getByRole('link')).toHaveCount(1);
    await picture(page, `failed-${look.join('')}`);
    expect(await violations(page)).toEqual([]);
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(400, 760);
    });
    await expectNoSidewaysScrolling(page);
    await picture(page, `failed-narrow-${look.join('')}`);
  });
}

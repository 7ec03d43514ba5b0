import { expect, test } from './fixture.ts';

test('starts an app, runs its preload script and takes a picture', async ({ page }) => {
  await expect(page).toHaveTitle('Fixture');
  expect(await page.evaluate(() => window.fixture.sum(2, 3))).toBe(5);
  expect(await page.evaluate(() => window.fixture.invoke('echo', 'hello'))).toBe('hello');
  const picture = await page.screenshot();
  expect(picture.readUInt32BE(16)).toBe(900);
  expect(picture.readUInt32BE(20)).toBe(640);
});

/** How many contacts a search or a filter leaves is heard once it rests; of long work, only how it ends. */
import { expect, test } from './app/fixtures.ts';
import { signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { Bulk } from './pages/bulk.ts';
import { GridTools } from './pages/grid.ts';
import { ScreenReader } from './pages/screenReader.ts';

test('what a search or a filter leaves is heard once, not for each key', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  const reader = new ScreenReader(page);
  await reader.listen();
  await frame.search.pressSequentially('Persona 1');
  await expect(contacts.count).toHaveText('1 contact');
  await reader.says(/^1 contact$/);
  expect((await reader.heard()).filter((text) => /\d contacts?$/.test(text))).toEqual([
    '1 contact',
  ]);
  await frame.search.fill('Nadie');
  await reader.says(/^0 contacts$/);
  await frame.search.fill('');
  await reader.says(/^6 contacts$/);

  await new GridTools(page).filter('city', 'is', 'alzira');
  await reader.says(/^2 contacts$/);

  await setLanguage(page, 'es');
  await reader.listen();
  await page.getByRole('searchbox').fill('Persona 2');
  await reader.says(/^1 contacto$/);
});

test('how far undoing is can be seen and is not read out; its end is heard', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox, { contacts: 3_000 });
  const { page } = app;
  await frame.fromSyncMenu('Work offline');
  const reader = new ScreenReader(page);
  const bulk = new Bulk(page);
  await contacts.grid.getByRole('row').nth(1).getByRole('checkbox').click();
  await page.keyboard.press('Control+a');
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', 'visto');
  await bulk.apply('Change 3,000 contacts');
  await bulk.ended('3,000 contacts changed');

  // Whatever was shown of it, however short.
  const shown = await page.evaluateHandle(() => {
    const texts = new Set<string>();
    const look = (): void => {
      const text = /[\d,]+ of 3,000 contacts/.exec(document.body.innerText)?.[0];
      if (text !== undefined) texts.add(text);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await reader.listen();
  await bulk.banner.getByRole('button', { name: 'Undo' }).click();
  await reader.says('Undone: Change 3,000 contacts');
  expect(await shown.evaluate((texts) => texts.size)).toBeGreaterThan(0);
  expect((await reader.heard()).filter((text) => text.includes(' of 3,000'))).toEqual([]);
});

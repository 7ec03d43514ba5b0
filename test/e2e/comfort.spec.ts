/** For who zooms in, or lets the system choose the colours. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { stickingOut } from './app/stickingOut.ts';
import { tour } from './pages/tour.ts';

test('at 200 % nothing is out of reach on any page or dialog', async ({ launch, sandbox }) => {
  test.setTimeout(240_000);
  const session = await signedIn(launch, sandbox);
  const { app, frame, contacts, groups } = session;
  const { page } = app;
  const other = await sandbox.addGroup(marta.user, { columns: ['mobile', 'name'] });
  await groups.addById(other, 'Otros');
  await frame.says(saved);
  await frame.openGroup('Clientes');
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  // Two that may be merged.
  await contacts.add({ mobile: '+34 600 000 001', name: 'Persona 1' });
  await contacts.close();
  for (const stop of tour({ page, screens: session, group: 'Clientes', contact: mobileOf(1) })) {
    await stop.open();
    await page.setViewportSize({ width: 640, height: 400 });
    // What floats finds its new place a moment after the window has its size.
    await expect.poll(() => stickingOut(page), { message: stop.name }).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await stop.leave?.();
  }
});

test('the bar stays on one line where there is little room, whatever it has to say', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('1 needs you');
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(2), { city: 'Pego' });
  await contacts.close();
  await frame.says('Offline: 1 change kept here · 1 needs you');
  const height = async (): Promise<number> =>
    (await page.getByRole('banner').boundingBox())?.height ?? 0;
  const oneLine = await height();
  await page.setViewportSize({ width: 900, height: 600 });
  for (const [language, text] of [
    ['en', 'Offline: 1 · 1 needs you'],
    ['es', 'Sin conexión: 1 · 1 te necesita'],
  ] as const) {
    await setLanguage(page, language);
    const chip = page.getByRole('banner').getByRole('button').filter({ hasText: text });
    await expect(chip).toHaveText(text);
    // To who hears it, it is said in full.
    await expect(chip).toHaveAccessibleName(/1 (change kept here|cambio guardado aquí)/);
    expect(await height()).toBe(oneLine);
  }
});

test('where the system chooses the colours, what is chosen and what has the focus are seen', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  await page.emulateMedia({ forcedColors: 'active' });
  const looksOf = (label: string) =>
    frame.group(label).evaluate((element) => {
      const { backgroundColor, outlineStyle, outlineWidth } = getComputedStyle(element);
      return { backgroundColor, outline: `${outlineStyle} ${outlineWidth}` };
    });
  const chosen = await looksOf('Clientes');
  await frame.openAll();
  expect((await looksOf('Clientes')).backgroundColor).not.toBe(chosen.backgroundColor);
  await page.keyboard.press('Tab');
  await frame.group('Clientes').focus();
  expect((await looksOf('Clientes')).outline).toBe('solid 2px');
});

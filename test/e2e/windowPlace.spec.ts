/** The window opens where it was left, as long as there is a screen there. */
import { expect, test } from './app/fixtures.ts';
import type { RunningApp } from './app/launch.ts';
import { screensOf } from './pages/app.ts';

type Rectangle = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

const boundsOf = ({ electron }: RunningApp): Promise<Rectangle | undefined> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const moveTo = ({ electron }: RunningApp, bounds: Rectangle): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(to);
  }, bounds);

test('size and place are there again after a restart, also where it was maximized', async ({
  launch,
}) => {
  const place = { x: 60, y: 40, width: 1000, height: 700 };
  const first = await launch();
  await expect(screensOf(first).signIn.heading).toBeVisible();
  await moveTo(first, place);
  await first.quit();

  const second = await launch();
  await expect(screensOf(second).signIn.heading).toBeVisible();
  expect(await boundsOf(second)).toEqual(place);
  await second.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.maximize();
  });
  await second.quit();

  const third = await launch();
  await expect(screensOf(third).signIn.heading).toBeVisible();
  // What is not maximized any more goes back to where it was, and not to the whole screen.
  const normal = await third.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(normal).toEqual(place);
});

test('a window that was left on a screen that is gone opens on one that is there', async ({
  launch,
}) => {
  const first = await launch();
  await expect(screensOf(first).signIn.heading).toBeVisible();
  await moveTo(first, { x: 9_000, y: 5_000, width: 1100, height: 650 });
  await first.quit();

  const second = await launch();
  await expect(screensOf(second).signIn.heading).toBeVisible();
  const { width, height } = (await boundsOf(second))!;
  expect({ width, height }).toEqual({ width: 1280, height: 800 });
  const isSeen = await second.electron.evaluate(({ BrowserWindow, screen }) => {
    const at = BrowserWindow.getAllWindows()[0]!.getBounds();
    return screen
      .getAllDisplays()
      .some(
        ({ workArea: { x, y, width: across, height: down } }) =>
          at.x >= x && at.y >= y && at.x < x + across && at.y < y + down,
      );
  });
  expect(isSeen).toBe(true);
});

test('a window that sticks out of the screen is put wholly on it', async ({ launch }) => {
  const first = await launch();
  await expect(screensOf(first).signIn.heading).toBeVisible();
  const area = await first.electron.evaluate(({ screen }) => screen.getAllDisplays()[0]!.workArea);
  await moveTo(first, {
    x: area.x + area.width - 300,
    y: area.y + area.height - 200,
    width: 1000,
    height: 650,
  });
  await first.quit();

  const second = await launch();
  await expect(screensOf(second).signIn.heading).toBeVisible();
  expect(await boundsOf(second)).toEqual({
    x: area.x + area.width - 1000,
    y: area.y + area.height - 650,
    width: 1000,
    height: 650,
  });
});

/** Every kind of question, and what waits for an answer: read by axe, and within reach at 200 %. */
import { findingsInEveryGuise } from './app/axe.ts';
import { expect, test } from './app/fixtures.ts';
import { signedIn } from './app/session.ts';
import { stickingOut } from './app/stickingOut.ts';
import { askEverything } from './pages/questions.ts';

test('axe finds nothing in any question, in both languages, light and dark', async ({
  launch,
  sandbox,
}) => {
  test.setTimeout(240_000);
  const session = await signedIn(launch, sandbox);
  const { page } = session.app;
  await askEverything(session, sandbox);
  const folded = page.getByRole('main').getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
  expect(await findingsInEveryGuise(page)).toEqual([]);

  await page.setViewportSize({ width: 640, height: 400 });
  await expect.poll(() => stickingOut(page)).toEqual([]);
});

/** The first time: three short steps on the pages where they are taken, and never again. */
import { expect, test } from './app/fixtures.ts';
import { marta, seed } from './app/people.ts';
import { screensOf } from './pages/app.ts';

test('somebody new is led to the first group, and never again', async ({ launch, sandbox }) => {
  const group = await seed(sandbox, marta, 2);
  const first = await launch({ server: sandbox.origin });
  const { signIn, groups, frame } = screensOf(first);
  const steps = first.page.getByRole('list', { name: 'First steps' });
  const current = steps.locator('[aria-current="step"]');
  await expect(current).toContainText('Sign in, or practise');
  await expect(signIn.user).toBeFocused();
  await signIn.as(marta);
  await expect(current).toContainText('Add a group');
  await groups.addById(group, 'Clientes');
  await expect(steps).toBeHidden();
  await frame.fromAccountMenu('Add an account…');
  await expect(signIn.heading).toBeVisible();
  await expect(steps).toBeHidden();
  await first.quit();

  const second = await launch({ server: sandbox.origin });
  const again = screensOf(second);
  await expect(again.frame.group('Clientes')).toBeVisible();
  await again.frame.fromAccountMenu('Sign out…');
  await second.page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(again.signIn.heading).toBeVisible();
  await expect(second.page.getByRole('list', { name: 'First steps' })).toBeHidden();
});

test('in Spanish', async ({ launch }) => {
  const { page } = await launch({ language: 'es' });
  await expect(page.getByRole('list', { name: 'Primeros pasos' })).toContainText(
    'con o sin conexión',
  );
});

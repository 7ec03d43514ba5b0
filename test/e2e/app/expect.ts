import { expect as base } from '@playwright/test';

/** How long a busy machine may take until the screen shows what it should. Nothing waits that long where it is idle. */
export const patience = 30_000;

export const expect = base.configure({ timeout: patience });

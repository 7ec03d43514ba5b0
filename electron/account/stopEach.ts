/** Ends parts one after another, in this order. One that fails to end is told of and keeps none from being ended. */
export async function stopEach(
  parts: readonly (() => void | Promise<void>)[],
  reportFault: (failure: unknown) => void,
): Promise<void> {
  for (const stop of parts) {
    try {
      await stop();
    } catch (failure) {
      reportFault(failure);
    }
  }
}

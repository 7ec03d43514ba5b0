/**
 * The keychain process: keytar can hang on a prompt or crash, so it lives here and not in the app.
 * Runs as an Electron utility process (`process.parentPort`) or as a forked Node process (`process.send`).
 */
import { loadKeytar, perform } from './keytarOperations.ts';
import { requestEnvelope, requestSchema, type KeychainAnswer } from './protocol.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(value: unknown): void;
}

async function answer(message: unknown, reply: (value: unknown) => void): Promise<void> {
  const envelope = requestEnvelope.safeParse(message);
  if (!envelope.success) return;
  const request = requestSchema.safeParse(envelope.data.body);
  const notUnderstood: KeychainAnswer = {
    code: 'unavailable',
    reason: 'unknown',
    detail: 'The keychain process did not understand the request.',
  };
  const body = request.success ? await perform(request.data, loadKeytar) : notUnderstood;
  reply({ id: envelope.data.id, body });
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort) {
  parentPort.on('message', ({ data }) => {
    void answer(data, (value) => {
      parentPort.postMessage(value);
    });
  });
} else {
  process.on('message', (message) => {
    void answer(message, (value) => process.send?.(value));
  });
  // The app is gone: a prompt still on screen would be nobody's.
  process.on('disconnect', () => process.exit(0));
}

/** `npm run sandbox`: the server on the command line. Prints one line of JSON when it listens; SIGTERM ends it. */
import { parseArgs } from 'node:util';
import { practiceAccount, sampleState } from './sample/sample.ts';
import { startSandbox } from './sandbox.ts';
import { createState, type SandboxState } from './state.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    user: { type: 'string', default: practiceAccount.user },
    password: { type: 'string', default: practiceAccount.password },
    file: { type: 'string' },
    control: { type: 'boolean', default: false },
    latency: { type: 'string', default: '0' },
    empty: { type: 'boolean', default: false },
  },
});
const { user, password, file } = values;

function initialState(): SandboxState {
  if (!values.empty) return sampleState({ user, password });
  const state = createState();
  state.addAccount(user, password);
  return state;
}

const sandbox = await startSandbox({
  state: initialState(),
  port: Number(values.port),
  allowControl: values.control,
  ...(file === undefined ? {} : { file }),
});
sandbox.setLatency(Number(values.latency));
console.log(
  JSON.stringify({ origin: sandbox.origin, control: sandbox.controlOrigin, user, password }),
);

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    void sandbox.stop().then(() => process.exit(0));
  });

/** `/__sandbox/`: the in-process API for a test that runs in another process. One action per address, JSON in and out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { contactFieldsSchema } from '#shared/domain/contact.ts';
import { groupTypeSchema } from '#shared/domain/group.ts';
import { readBody } from './body.ts';
import { dialectValues, type Dialect } from './dialect.ts';
import { faultRuleSchema } from './fault.ts';
import type { Sandbox } from './sandbox.ts';

const id = z.union([z.number(), z.string()]);
const dialectSchema = z
  .object(
    Object.fromEntries(
      Object.entries(dialectValues).map(([name, values]) => [name, z.enum(values).optional()]),
    ),
  )
  .strict();

type Action = (sandbox: Sandbox, input: unknown) => unknown;

function action<Schema extends z.ZodType>(
  schema: Schema,
  run: (sandbox: Sandbox, input: z.infer<Schema>) => unknown,
): Action {
  return (sandbox, input) => run(sandbox, schema.parse(input));
}

const inGroup = z.object({ group: id });
const inContact = z.object({ group: id, contact: id });
const withFields = z.object({ fields: contactFieldsSchema });
const account = z.object({ user: z.string(), password: z.string() });
const newGroup = z.object({
  owner: z.string(),
  name: z.string().optional(),
  type: groupTypeSchema.optional(),
  columns: z.array(z.string()).optional(),
});
const rows = z.object({ group: id, rows: z.array(contactFieldsSchema) });

const actions: Readonly<Record<string, Action>> = {
  fault: action(faultRuleSchema, (sandbox, rule) => sandbox.fault(rule)),
  clearFaults: action(z.unknown(), (sandbox) => sandbox.clearFaults()),
  dialect: action(dialectSchema, (sandbox, dialect) => {
    sandbox.setDialect(dialect as Partial<Dialect>);
    return sandbox.dialect();
  }),
  latency: action(z.object({ ms: z.number() }), (sandbox, { ms }) => sandbox.setLatency(ms)),
  disconnect: action(z.unknown(), (sandbox) => sandbox.disconnect()),
  reconnect: action(z.unknown(), (sandbox) => sandbox.reconnect()),
  requests: action(z.unknown(), (sandbox) => ({
    requests: sandbox.requests,
    maxInFlight: sandbox.maxInFlight(),
  })),
  clearRequests: action(z.unknown(), (sandbox) => sandbox.clearRequests()),
  data: action(z.unknown(), (sandbox) => sandbox.state.data()),
  contacts: action(inGroup, (sandbox, { group }) => sandbox.state.contactsOf(group)),
  addAccount: action(account, ({ state }, { user, password }) => state.addAccount(user, password)),
  setPassword: action(account, ({ state }, { user, password }) =>
    state.setPassword(user, password),
  ),
  addGroup: action(newGroup, ({ state }, { owner, name, type, columns }) =>
    state.addGroup(owner, {
      ...(name === undefined ? {} : { name }),
      ...(type === undefined ? {} : { type }),
      ...(columns === undefined ? {} : { columns }),
    }),
  ),
  removeGroup: action(inGroup, ({ state }, { group }) => state.removeGroup(group)),
  addContacts: action(rows, ({ state }, input) => state.addContacts(input.group, input.rows)),
  changeContact: action(inContact.extend(withFields.shape), ({ state }, input) =>
    state.changeContact(input.group, input.contact, input.fields),
  ),
  removeContact: action(inContact, ({ state }, { group, contact }) =>
    state.removeContact(group, contact),
  ),
};

/** Answers `POST /__sandbox/<action>`: 200 with the result, 400 with what was wrong, 404 for no such action. */
export async function handleControl(
  sandbox: Sandbox,
  message: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/__sandbox/'.length);
  const run = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const body = (await readBody(message, 50 * 1024 * 1024)) ?? '';
  if (run === undefined || message.method !== 'POST')
    return reply(response, 404, { error: 'No such action' });
  try {
    const result = await run(sandbox, body === '' ? {} : JSON.parse(body));
    reply(response, 200, { result: result ?? null });
  } catch (error) {
    reply(response, 400, { error: String(error) });
  }
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

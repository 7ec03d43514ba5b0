/** The methods of the API that contacts need: twelve of the class `group`, and the login check. */
import { groupMethods } from './groupMethods.ts';
import { contactMethods } from './contactMethods.ts';
import type { AccountData } from './data.ts';
import type { Dialect } from './dialect.ts';
import type { Outcome } from './outcome.ts';
import type { SandboxState } from './state.ts';

/** What a method is given once the account is known and its compulsory parameters are there. */
export interface MethodCall {
  readonly state: SandboxState;
  readonly dialect: Dialect;
  readonly account: AccountData;
  /** The value of a compulsory parameter. */
  parameter(name: string): string;
}

export interface Method {
  /** Compulsory parameters beyond class, method, user and password. */
  readonly parameters: readonly string[];
  /** Whether it changes anything. */
  readonly writes: boolean;
  run(call: MethodCall): Outcome;
}

const userMethods: Readonly<Record<string, Method>> = {
  getbalance: {
    parameters: [],
    writes: false,
    run: ({ account }) => ({ kind: 'balance', balance: account.balance }),
  },
};

/** Methods by class and name. */
export const methods: ReadonlyMap<string, ReadonlyMap<string, Method>> = new Map([
  ['user', new Map(Object.entries(userMethods))],
  ['group', new Map(Object.entries({ ...groupMethods, ...contactMethods }))],
]);

/** A request's way through the documented checks to its method: nothing here knows of HTTP. */
import type { ApiRequest } from './apiRequest.ts';
import type { Dialect } from './dialect.ts';
import { methods, type Method } from './methods.ts';
import { refusal, type Outcome } from './outcome.ts';
import type { SandboxState } from './state.ts';

/** The method a request names, or null. */
export function methodOf(request: ApiRequest): Method | null {
  const { class: className = '', method = '' } = request.parameters;
  return methods.get(className)?.get(method) ?? null;
}

/** Runs a request against the state. Codes come in the order of the document's table. */
export function answer(request: ApiRequest, state: SandboxState, dialect: Dialect): Outcome {
  const { user, password, parameters } = request;
  if (user === null) return refusal('MISSING_USER');
  if (password === null) return refusal('MISSING_PASSWORD');
  const { class: className, method: methodName } = parameters;
  if (className === undefined) return refusal('MISSING_CLASS');
  if (methodName === undefined) return refusal('MISSING_METHOD');

  const method = methodOf(request);
  if (method?.parameters.some((name) => parameters[name] === undefined) === true)
    return refusal('MISSING_COMPULSORY_PARAM');

  const account = state.account(user);
  if (account?.password !== password) return refusal('INCORRECT_USER_PASSWORD');
  if (!methods.has(className)) return refusal('INCORRECT_CLASS');
  if (method === null) return refusal('INCORRECT_METHOD');
  return method.run({ state, dialect, account, parameter: (name) => parameters[name] ?? '' });
}

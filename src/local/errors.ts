import type { Breach } from './limits.ts';

/** An answer that refuses, in Discord's shape. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, code: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.body = { code, message, ...more };
  }
}

/** Discord's codes (topics/opcodes-and-status-codes), as far as a bot can meet them here. */
export const refusals = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  noRoute: () => new Refusal(404, 0, '404: Not Found'),
  badJson: () => new Refusal(400, 50109, 'The request body contains invalid JSON.'),
  tooLarge: () => new Refusal(413, 40005, 'Request entity too large'),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  unknownUser: () => new Refusal(404, 10013, 'Unknown User'),
  tooManyFollowUps: () =>
    new Refusal(400, 40094, 'This interaction has reached the maximum number of follow up messages.'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  missingPermissions: () => new Refusal(403, 50013, 'Missing Permissions'),
  notYours: () => new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  tokenExpired: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  alreadyAcknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  invalid: (breaches: readonly Breach[]) =>
    new Refusal(400, 50035, 'Invalid Form Body', { errors: nested(breaches) }),
  tooMany: (retryAfter: number) =>
    new Refusal(429, 0, 'You are being rate limited.', { retry_after: retryAfter, global: false }),
} as const;

function nested(breaches: readonly Breach[]): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  for (const { at, rule } of breaches) {
    let node = errors;
    for (const key of at.split('.')) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node._errors = [{ code: 'LIMIT', message: rule }];
  }
  return errors;
}

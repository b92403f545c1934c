import * as spec from 'discord-api-spec/zod';
import type { z } from 'zod';
import type { Breach } from '../../src/local/limits.ts';

/**
 * Discord's own description of its API, as zod schemas. Where it is wrong or loose, `src/local/limits.ts` has the
 * documented rule. Unions carry no discriminator, so a callback's schema is picked by its type.
 */
const callbacks: Readonly<Record<number, z.ZodType>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

const routes: readonly (readonly [
  method: string,
  path: RegExp,
  schema: (body: unknown) => z.ZodType | undefined,
])[] = [
  ['POST', /^\/interactions\/\d+\/[^/]+\/callback$/, body => callbacks[(body as { type?: number }).type ?? 0]],
  ['POST', /^\/channels\/\d+\/messages$/, () => spec.MessageCreateRequestSchema],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/, () => spec.MessageEditRequestPartialSchema],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, () => spec.IncomingWebhookRequestPartialSchema],
  ['PATCH', /^\/webhooks\/\d+\/[^/]+\/messages\//, () => spec.IncomingWebhookUpdateRequestPartialSchema],
];

/** What of a request Discord's description does not allow. */
export function validate(method: string, path: string, body: unknown): readonly Breach[] {
  const route = routes.find(([of, pattern]) => of === method && pattern.test(path));
  const result = route?.[2](body)?.safeParse(body);
  if (result === undefined || result.success) return [];
  return result.error.issues.map(({ path, message }) => ({
    at: path.join('.'),
    rule: `Discord's description: ${message}`,
  }));
}

/** A first use compiles a schema, which can take half a second of somebody's three. */
export function warmUp(): void {
  for (const schema of [...Object.values(callbacks), spec.MessageCreateRequestSchema]) schema.safeParse({});
}

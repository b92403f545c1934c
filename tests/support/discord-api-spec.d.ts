/** The package's own types for this entry point to a JavaScript file; these are the schemas we use. */
declare module 'discord-api-spec/zod' {
  import type { z } from 'zod';
  export const ApplicationCommandAutocompleteCallbackRequestSchema: z.ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: z.ZodType;
  export const IncomingWebhookRequestPartialSchema: z.ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: z.ZodType;
  export const MessageCreateRequestSchema: z.ZodType;
  export const MessageEditRequestPartialSchema: z.ZodType;
  export const ModalInteractionCallbackRequestSchema: z.ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: z.ZodType;
}

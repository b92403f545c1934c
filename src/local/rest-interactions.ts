import type { Hono } from 'hono';
import { isJson, list } from './breach.ts';
import { choiceBreaches, modalBreaches } from './limits.ts';
import type { Checks, Env, RestOptions } from './rest.ts';
import { ephemeralFlag } from './world.ts';

/** Answering an interaction, and what can be done with its token afterwards. */
export function interactionRoutes(
  api: Hono<Env>,
  { messages, interactions }: RestOptions,
  { check, checkMessage, limited }: Checks,
): void {
  api.post('/interactions/:id/:token/callback', c => {
    const { id, token } = c.req.param();
    const body = c.get('json');
    const data = isJson(body.data) ? body.data : {};
    // Discord looks at the interaction before it looks at what is said: too late is too late, however well put.
    interactions.mustBeOpen(id, token);
    switch (body.type) {
      case 4:
        checkMessage(c, data);
        break;
      case 5:
        if ((Number(data.flags ?? 0) & ~ephemeralFlag) !== 0)
          check(c, [{ at: 'data.flags', rule: 'a deferred answer can only be ephemeral' }]);
        break;
      case 7:
        checkMessage(c, data, interactions.flagsOf(token, '@original'));
        break;
      case 8:
        check(c, choiceBreaches(list(data.choices)));
        break;
      case 9:
        check(c, modalBreaches(data));
        break;
    }
    const response = interactions.acknowledge(id, token, body);
    return c.req.query('with_response') === 'true' ? c.json(response) : c.body(null, 204);
  });

  api.post('/webhooks/:app/:token', c => {
    const { token } = c.req.param();
    limited(c, `webhook ${token}`);
    checkMessage(c, c.get('json'));
    return c.json(messages.payload(interactions.followUp(token, c.get('json'))));
  });
  api.get('/webhooks/:app/:token/messages/:id', c => {
    const { token, id } = c.req.param();
    return c.json(messages.payload(interactions.readAnswer(token, id)));
  });
  api.patch('/webhooks/:app/:token/messages/:id', c => {
    const { token, id } = c.req.param();
    limited(c, `webhook ${token}`);
    checkMessage(c, c.get('json'), interactions.flagsOf(token, id));
    return c.json(messages.payload(interactions.editAnswer(token, id, c.get('json'))));
  });
  api.delete('/webhooks/:app/:token/messages/:id', c => {
    const { token, id } = c.req.param();
    interactions.removeAnswer(token, id);
    return c.body(null, 204);
  });
}

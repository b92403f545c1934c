import type { Hono } from 'hono';
import { refusals } from './errors.ts';
import { channelPayload } from './payloads.ts';
import type { Checks, Env, RestOptions } from './rest.ts';

/** What the bot does of its own accord, where it is itself. */
export function channelRoutes(
  api: Hono<Env>,
  { world, messages }: RestOptions,
  { checkMessage, limited }: Checks,
): void {
  api.post('/users/@me/channels', c => {
    const person = c.get('json').recipient_id;
    const chat = [...world.channels.values()].find(({ personId }) => personId !== undefined && personId === person);
    if (chat === undefined) throw refusals.unknownUser();
    return c.json(channelPayload(world, chat));
  });
  api.get('/channels/:channel', c => c.json(channelPayload(world, messages.botChannelOf(c.req.param('channel')))));
  api.post('/channels/:channel/typing', c => {
    if (!messages.botChannelOf(c.req.param('channel')).botMaySend) throw refusals.missingPermissions();
    return c.body(null, 204);
  });
  api.post('/channels/:channel/messages', c => {
    const channel = c.req.param('channel');
    limited(c, `messages ${channel}`);
    checkMessage(c, c.get('json'));
    return c.json(messages.payload(messages.fromBot(channel, c.get('json'))));
  });
  api.get('/channels/:channel/messages/:id', c => {
    const { channel, id } = c.req.param();
    return c.json(messages.payload(messages.botMessageOf(channel, id)));
  });
  api.patch('/channels/:channel/messages/:id', c => {
    const { channel, id } = c.req.param();
    limited(c, `edits ${channel}`);
    const message = messages.botMessageOf(channel, id);
    checkMessage(c, c.get('json'), message.flags);
    return c.json(messages.payload(messages.edit(message, c.get('json'))));
  });
  api.delete('/channels/:channel/messages/:id', c => {
    const { channel, id } = c.req.param();
    const message = messages.botMessageOf(channel, id);
    if (message.authorId !== world.bot.id) throw refusals.missingPermissions();
    messages.remove(message);
    return c.body(null, 204);
  });
}

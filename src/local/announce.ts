import type { Gateway } from './gateway.ts';
import type { MessageNews } from './messages.ts';
import { messagePayload } from './payloads.ts';
import { hasBot, type StoredMessage, type World } from './world.ts';

/** Tells the bot what happened to a message, with as much of it as its intents let it read. */
export function announce(world: World, gateway: Gateway, { kind, message }: MessageNews): void {
  const channel = world.channels.get(message.channelId);
  if (message.onlyFor !== undefined || channel === undefined || !hasBot(world, channel)) return;
  const { guildId } = channel;
  if (kind === 'deleted') {
    gateway.dispatch(
      'MESSAGE_DELETE',
      { id: message.id, channel_id: message.channelId, ...(guildId === undefined ? {} : { guild_id: guildId }) },
      guildId,
    );
    return;
  }
  const member = { roles: [], joined_at: '2024-01-01T00:00:00.000000+00:00', deaf: false, mute: false, flags: 0 };
  const channelType = guildId === undefined ? 1 : 0;
  const payload = {
    ...messagePayload(world, message, mayRead(world, gateway, message)),
    channel_type: channelType,
  };
  gateway.dispatch(
    kind === 'created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE',
    guildId === undefined ? payload : { ...payload, member },
    guildId,
  );
}

/** Without Message Content a bot reads private chats, its own messages and those that mention it (a reply to one of its ordinary messages does). */
function mayRead(world: World, gateway: Gateway, message: StoredMessage): boolean {
  if (gateway.readsContent() || message.authorId === world.bot.id) return true;
  if (world.channels.get(message.channelId)?.kind === 'private') return true;
  if (!message.mentions.includes(world.bot.id)) return false;
  const named = message.content.includes(world.bot.id);
  const repliedTo = message.replyTo === undefined ? undefined : world.messages.get(message.replyTo);
  return named || repliedTo?.interaction === undefined;
}

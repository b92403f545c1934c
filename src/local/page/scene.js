/** All that a message needs to be shown: who is who here, who looks, and what they can do. */
export function createScene(state, can, jump) {
  const { me, bot, people, roles, channels } = state;
  const names = new Map([...people, bot].map(({ id, name }) => [id, name]));
  return {
    me,
    bot,
    people,
    roles,
    channels,
    locale: me.locale,
    can,
    jump,
    nameOf: id => names.get(id),
    roleOf: id => roles.find(role => role.id === id)?.name,
    channelOf: id => channels.find(channel => channel.id === id),
  };
}

/** "@Amour" becomes a mention, as the app makes it; of two names the longer one. */
export function withMentions(content, { people, bot }) {
  return [bot, ...people]
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((sum, { id, name }) => {
      const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return sum.replaceAll(new RegExp(`@${written}(?![\\p{L}\\p{N}])`, 'giu'), `<@${id}>`);
    }, content);
}

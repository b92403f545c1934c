import { cooldowns, type Settings } from '../src/app/settings.ts';
import { defineCommand, type Pressed, type Request } from '../src/bot/command.ts';
import { languages } from '../src/text/language.ts';
import { privateSentence } from '../src/views/general.ts';
import type { Message } from '../src/views/message.ts';
import { type Setting, settingsMessage } from '../src/views/settings.ts';

export default defineCommand({
  name: 'settings',
  names: { id: 'setelan', fr: 'reglages' },
  descriptions: {
    en: 'How I behave in this server, for members who may manage it',
    id: 'Perilakuku di server ini, untuk anggota yang boleh mengelolanya',
    fr: 'Ma façon de faire sur ce serveur, pour les membres qui le gèrent',
  },
  async run(request) {
    const { place, asker, settings } = request;
    if (place.guild === undefined) return privateSentence('settingsNoServer', asker.language);
    if (!asker.managesServer) return privateSentence('settingsNotYours', asker.language);
    return panel(request, await settings.of(place.guild), undefined);
  },
  buttons: {
    language: (request, _args, [value]) =>
      change(request, 'language', value === 'asked' ? { language: undefined } : one(languages, value, 'language')),
    spoilers: (request, _args, [value]) =>
      change(request, 'spoilers', one(['careful', 'open'] as const, value, 'spoilers')),
    mentionChannels: (request, _args, values) =>
      change(request, 'mentionChannels', { mentionChannels: [...values] }),
    quizChannels: (request, _args, values) => change(request, 'quizChannels', { quizChannels: [...values] }),
    film: (request, _args, [value]) =>
      change(
        request,
        'film',
        value === 'none'
          ? { film: undefined }
          : one(
              request.app.shelf.map(({ id }) => id),
              value,
              'film',
            ),
      ),
    cooldown: (request, _args, [value]) =>
      change(request, 'cooldown', one(Object.keys(cooldowns) as (keyof typeof cooldowns)[], value, 'cooldown')),
  },
});

/** The change that picks one of the known values; nothing for a value that is not known any more. */
function one<K extends keyof Settings, V extends string>(
  known: readonly V[],
  value: string | undefined,
  setting: K,
): Partial<Settings> | undefined {
  const chosen = known.find(candidate => candidate === value);
  return chosen === undefined ? undefined : { [setting]: chosen };
}

async function change(request: Request, setting: Setting, chosen: Partial<Settings> | undefined): Promise<Pressed> {
  const { place, asker, settings } = request;
  if (place.guild === undefined || chosen === undefined)
    return { kind: 'say', message: privateSentence('outdated', asker.language) };
  if (!asker.managesServer) return { kind: 'say', message: privateSentence('settingsNotYours', asker.language) };
  const now = await settings.change(place.guild, chosen);
  return { kind: 'change', message: panel(request, now, setting) };
}

function panel({ app, asker }: Request, now: Settings, saved: Setting | undefined): Message {
  return settingsMessage({ ...now, films: app.shelf, cooldowns }, saved, asker.language);
}

import type { LocalDiscord } from '../../../src/local/server.ts';
import { call, isV2, silent } from '../client.ts';

/** One message of everything that a bot can show; `words` stands wherever somebody can put words. */
export function everything(words: string, closesAt = Date.now() + 20_000) {
  const option = (value: string) => ({ label: cut(words, 100), value, description: cut(words, 100) });
  return {
    flags: isV2,
    ...silent,
    components: [
      {
        type: 17,
        accent_color: 0x5865f2,
        components: [
          { type: 10, content: `-# Round 2 of 5\n### ${words}` },
          {
            type: 10,
            content: `**A** · ${words}\n**B** · ||${words}||\n-# Closes <t:${Math.round(closesAt / 1000)}:R>`,
          },
          { type: 14, divider: true, spacing: 2 },
          {
            type: 9,
            components: [{ type: 10, content: words }],
            accessory: { type: 2, style: 2, label: cut(words, 80), custom_id: 'side' },
          },
          {
            type: 1,
            components: [
              { type: 2, style: 1, label: 'A', custom_id: 'a' },
              { type: 2, style: 3, label: 'B', custom_id: 'b', emoji: { name: '🎬' } },
              { type: 2, style: 4, label: 'Stop', custom_id: 'stop' },
              { type: 2, style: 2, label: 'Over', custom_id: 'over', disabled: true },
              { type: 2, style: 5, label: cut(words, 80), url: 'https://example.com/' },
            ],
          },
          {
            type: 1,
            components: [
              { type: 3, custom_id: 'word', placeholder: cut(words, 150), options: [option('one'), option('two')] },
            ],
          },
          { type: 1, components: [{ type: 6, custom_id: 'role', placeholder: 'A role' }] },
          { type: 1, components: [{ type: 8, custom_id: 'channel', placeholder: 'A channel', max_values: 2 }] },
        ],
      },
      { type: 12, items: [{ media: { url: 'attachment://still.png' }, description: cut(words, 1000) }] },
      { type: 13, file: { url: 'attachment://notes.txt' } },
    ],
  };
}

/** An embed with all its parts, beside a line of text. */
export function embedded(words: string) {
  const field = { name: cut(words, 256), value: words, inline: true };
  return {
    content: words,
    ...silent,
    embeds: [
      {
        title: cut(words, 256),
        url: 'https://example.com/',
        description: words,
        color: 0xda373c,
        author: { name: cut(words, 256) },
        fields: [field, field],
        footer: { text: words },
        thumbnail: { url: 'https://example.com/elsewhere.png' },
      },
    ],
  };
}

/** Sends a message with files, as a bot does. */
export async function upload(local: LocalDiscord, channel: string, message: object, files: Record<string, Blob>) {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(message));
  Object.entries(files).forEach(([name, file], at) => {
    form.set(`files[${at}]`, file, name);
  });
  const response = await fetch(`${local.url}/api/v10/channels/${channel}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${local.token}` },
    body: form,
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { id: string };
}

export async function send(local: LocalDiscord, channel: string, message: object): Promise<string> {
  const { status, body } = await call(local, 'POST', `/channels/${channel}/messages`, message);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return String(body.id);
}

/** A red square of 8 by 8. */
export const still = new Blob(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
      'base64',
    ),
  ],
  { type: 'image/png' },
);
export const notes = new Blob(['notes'], { type: 'text/plain' });

function cut(words: string, length: number): string {
  return [...words].slice(0, length).join('');
}

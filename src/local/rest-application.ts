import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { commandBreaches } from './command-limits.ts';
import { userPayload } from './payloads.ts';
import type { Checks, Env, RestOptions } from './rest.ts';

/** Who the bot is, where its gateway is, and the commands it registers. */
export function applicationRoutes(
  api: Hono<Env>,
  { world, gatewayUrl, shards }: RestOptions,
  { check }: Checks,
): void {
  // discord.js waits five seconds between two shards of one of these; Discord grants more than one to large bots.
  api.get('/gateway/bot', c =>
    c.json({
      url: gatewayUrl(),
      shards,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
    }),
  );
  api.get('/users/@me', c => c.json(userPayload(world, world.bot.id)));
  api.get('/applications/@me', c =>
    c.json({ id: world.applicationId, name: world.bot.name, flags: 0, description: '', verify_key: '' }),
  );
  api.get('/applications/:id/commands', c => c.json(world.commands));
  api.put('/applications/:id/commands', c => {
    const body = c.get('body');
    if (!Array.isArray(body)) check(c, [{ at: 'commands', rule: 'a list' }]);
    const commands = body as readonly object[];
    check(c, commandBreaches(commands));
    world.commands = commands.map(
      (command, at) =>
        ({
          type: 1,
          ...command,
          id: `${10n ** 17n + BigInt(at)}`,
          application_id: world.applicationId,
          version: '1',
        }) as APIApplicationCommand,
    );
    return c.json(world.commands);
  });
}

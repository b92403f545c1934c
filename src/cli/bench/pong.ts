import { Client, GatewayIntentBits, MessageFlags } from 'discord.js';

/** The least a bot can do: every press is answered with "pong". What the quiz costs is measured against it. */
const client = new Client({
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env.DISCORD_API_URL ?? '' },
});
client.on('interactionCreate', interaction => {
  if (interaction.isButton()) void interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral });
});
client.once('clientReady', () => console.log('{"msg":"ready"}'));
await client.login(process.env.DISCORD_TOKEN);

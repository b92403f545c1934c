import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A step of a quiz, as the bot logs it at level debug. */
export interface Step {
  readonly step: string;
  readonly quiz: string;
  /** What was committed. */
  readonly news?: readonly string[];
}

/** The program in a process of its own, watched through its log, to be killed. */
export interface Victim {
  readonly ready: Promise<void>;
  /** Kills it with SIGKILL at the next such step, or after `within` ms at the latest; tells the step it logged last. */
  killAt(step: string | undefined, within: number): Promise<Step | undefined>;
  end(): Promise<void>;
}

export function spawnVictim(env: Readonly<Record<string, string>>): Victim {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last: Step | undefined;
  let heard: (step: Step) => void = () => undefined;
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>(resolve => {
    isReady = resolve;
  });
  const exited = once(child, 'exit');
  if (child.stdout === null) throw new Error('no output to watch');
  createInterface({ input: child.stdout }).on('line', line => {
    const entry = JSON.parse(line);
    if (entry.msg === 'ready') isReady();
    if (entry.msg !== 'quiz') return;
    last = entry;
    heard(entry);
  });
  async function kill(): Promise<Step | undefined> {
    heard = () => undefined;
    child.kill('SIGKILL');
    await exited;
    return last;
  }
  return {
    ready,
    killAt: (step, within) =>
      new Promise(resolve => {
        const timer = setTimeout(() => resolve(kill()), within);
        heard = entry => {
          if (entry.step !== step) return;
          clearTimeout(timer);
          // From inside the log's own event: the process has had no time to go on.
          resolve(kill());
        };
      }),
    async end() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

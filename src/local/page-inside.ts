import type { Breach } from './breach.ts';
import type { Doing, Outcome } from './interactions.ts';
import type { Watched } from './rest.ts';
import type { Clock } from './snowflake.ts';

export interface Violation extends Breach {
  readonly request: string;
}

/** What went between the bot and this Discord, for whoever looks inside. */
export type Traffic =
  | ({ readonly kind: 'rest'; readonly at: number } & Watched)
  | {
      readonly kind: 'gateway';
      readonly at: number;
      readonly direction: 'sent' | 'received';
      readonly op: number;
      readonly event: string | undefined;
      readonly data: unknown;
    }
  /** An interaction is answered, or its time is over. */
  | {
      readonly kind: 'acknowledged';
      readonly at: number;
      readonly name: string;
      readonly who: string;
      readonly outcome: Outcome['kind'];
      readonly ms: number;
    }
  /** A rule of Discord's that the bot broke. */
  | ({ readonly kind: 'breach'; readonly at: number } & { readonly breach: Violation });

/** How much of the traffic is kept to look at. */
const kept = 500;

/** Keeps the latest of what the bot sent and received, and everything it did that Discord forbids. */
export function createInside(clock: Clock, tell: (entry: Traffic) => void) {
  const traffic: Traffic[] = [];
  const violations: Violation[] = [];

  function record(entry: Traffic): void {
    traffic.push(entry);
    if (traffic.length > kept) traffic.shift();
    tell(entry);
  }

  return {
    traffic: traffic as readonly Traffic[],
    violations: violations as readonly Violation[],
    requested: (request: Watched): void => record({ kind: 'rest', at: clock(), ...request }),
    said: (direction: 'sent' | 'received', op: number, event: string | undefined, data: unknown): void =>
      record({ kind: 'gateway', at: clock(), direction, op, event, data }),
    acknowledged: ({ name, person }: Doing, { kind: outcome, ms }: Outcome): void =>
      record({ kind: 'acknowledged', at: clock(), name, who: person.name, outcome, ms }),
    violated(request: string, breaches: readonly Breach[]): void {
      for (const found of breaches) {
        const breach = { request, ...found };
        violations.push(breach);
        record({ kind: 'breach', at: clock(), breach });
      }
    },
  };
}

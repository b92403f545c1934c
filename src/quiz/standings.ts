import type { PlayerId, Scored } from './quiz.ts';

export interface Standing {
  readonly player: PlayerId;
  /** Players with the same points share a place; the next one counts them: 1, 1, 3. */
  readonly place: number;
  readonly points: number;
  readonly right: number;
}

export interface Standings {
  readonly players: readonly Standing[];
  /** The most right answers in a row, where somebody had at least two. */
  readonly bestStreak: { readonly player: PlayerId; readonly length: number } | undefined;
  /** The right answer that came soonest, in milliseconds. */
  readonly fastest: { readonly player: PlayerId; readonly took: number } | undefined;
}

/** How a quiz ended. `rounds` are its closed rounds in order, each with its guesses. */
export function standings(rounds: readonly (readonly Scored[])[]): Standings {
  const all = rounds.flat();
  const totals = [...new Set(all.map(({ player }) => player))].map(player => {
    const own = all.filter(guess => guess.player === player);
    return {
      player,
      points: own.reduce((sum, { points }) => sum + points, 0),
      right: own.filter(({ isRight }) => isRight).length,
    };
  });
  totals.sort((a, b) => b.points - a.points || (a.player < b.player ? -1 : 1));
  const players = totals.map(total => ({
    ...total,
    place: totals.filter(({ points }) => points > total.points).length + 1,
  }));
  const streaks = totals.map(({ player }) => ({ player, length: longestStreak(rounds, player) }));
  const best = streaks.reduce<{ player: PlayerId; length: number } | undefined>(
    (best, streak) => (streak.length > (best?.length ?? 1) ? streak : best),
    undefined,
  );
  const [fastest] = all.filter(({ isRight }) => isRight).sort((a, b) => a.took - b.took);
  return {
    players,
    bestStreak: best,
    fastest: fastest === undefined ? undefined : { player: fastest.player, took: fastest.took },
  };
}

function longestStreak(rounds: readonly (readonly Scored[])[], player: PlayerId): number {
  let longest = 0;
  let length = 0;
  for (const round of rounds) {
    length = round.some(guess => guess.player === player && guess.isRight) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

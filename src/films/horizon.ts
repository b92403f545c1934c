import type { Fact, Film, Horizon, SceneId } from './film.ts';

/** Whether a reader who has watched up to `horizon` must not see this fact. */
export function isHidden(film: Film, fact: Fact, horizon: Horizon): boolean {
  if (!fact.spoils) return false;
  if (horizon === 'finished') return false;
  if (fact.scene === undefined) return true;
  return isBeyond(film, fact.scene, horizon);
}

/**
 * Whether a scene lies beyond the horizon. The premise never does; where nothing was said, or a scene that the pack no
 * longer has, everything else does.
 */
export function isBeyond(film: Film, scene: SceneId, horizon: Horizon): boolean {
  if (horizon === 'finished') return false;
  const at = film.scenes.findIndex(({ id }) => id === scene);
  if (film.scenes[at]?.premise === true) return false;
  return at > film.scenes.findIndex(({ id }) => id === horizon);
}

import { type Fact, type Film, type Horizon, localized, type Person } from './film.ts';
import { isBeyond, isHidden } from './horizon.ts';

/**
 * The characters whose actors a reader may know, in the order of the pack. Who plays whom is hidden where the facts that
 * say so are; where none does, until the film introduces the character.
 */
export function castFor(film: Film, horizon: Horizon): Person[] {
  return film.people.filter(character => {
    const actor = film.people.find(({ id }) => id === character.playedBy);
    if (actor === undefined) return false;
    const casting = film.facts.filter(fact => isCasting(film, fact, character, actor));
    if (casting.length > 0) return casting.some(fact => !isHidden(film, fact, horizon));
    return character.scene === undefined || !isBeyond(film, character.scene, horizon);
  });
}

/** Whether a fact about one of them names both. */
function isCasting(film: Film, { about, answer }: Fact, character: Person, actor: Person): boolean {
  const [language] = film.languages;
  const said = localized(film, answer, language);
  const both = [character, actor];
  return (
    both.some(({ id }) => about.entity.includes(id)) &&
    both.every(({ name }) => said.includes(localized(film, name, language)))
  );
}

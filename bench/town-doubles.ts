import { chance, type TownText, writeTownText } from './town-words.ts';

/** The ways in which people write the same idea a second time. */
export const KINDS = [
  'typos',
  'word order',
  'synonyms',
  'accents and plurals',
  'shortened',
  'extended',
  'same title, other body',
  'other title, same body',
] as const;
export type Kind = (typeof KINDS)[number];

/** What people say instead of a word. */
const SYNONYMS: Record<string, string> = {
  installer: 'mettre en place',
  créer: 'aménager',
  propose: 'suggère',
  enfants: 'gamins',
  habitants: 'riverains',
  voisins: 'gens du coin',
  ville: 'commune',
  quartier: 'secteur',
  rue: 'voie',
  entretien: 'maintenance',
  coût: 'prix',
  raisonnable: 'modéré',
  terrain: 'espace',
  idéal: 'parfait',
  endroit: 'lieu',
  occasion: 'moyen',
  problème: 'souci',
  familles: 'parents',
  promener: 'balader',
  utile: 'pratique',
  solide: 'robuste',
  partagé: 'commun',
};

/** The same idea written again in one of these ways. `other`: a text to borrow from. */
export function writeDouble(text: TownText, kind: Kind, seed: number, other: TownText): TownText {
  const draw = chance(seed);
  const sentences = text.body.split(/(?<=\.) /);
  switch (kind) {
    case 'typos':
      return changed(text, (word) =>
        word.length > 4 && draw() < 0.25 ? mistype(word, draw) : word,
      );
    case 'word order':
      return {
        ...text,
        title: text.title.split(' ').sort(byChance(draw)).join(' '),
        body: sentences.sort(byChance(draw)).join(' '),
      };
    case 'synonyms':
      return changed(text, (word) => SYNONYMS[word.toLowerCase()] ?? word);
    case 'accents and plurals':
      return changed(
        text,
        (word) =>
          word.normalize('NFD').replaceAll(/\p{M}/gu, '') +
          (word.length > 4 && !/[sxz]$/.test(word) && draw() < 0.5 ? 's' : ''),
      );
    case 'shortened':
      return { ...text, body: sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ') };
    case 'extended':
      return { ...text, body: `${other.body} ${text.body}` };
    case 'same title, other body':
      return { ...other, title: text.title };
    case 'other title, same body':
      return { ...text, title: other.title };
  }
}

const byChance = (draw: () => number) => {
  const places = new Map<string, number>();
  const placeOf = (one: string) => {
    if (!places.has(one)) places.set(one, draw());
    return places.get(one)!;
  };
  return (a: string, b: string) => placeOf(a) - placeOf(b);
};

function changed(text: TownText, change: (word: string) => string): TownText {
  const all = (one: string) => one.replaceAll(/\p{L}+/gu, change);
  return { ...text, title: all(text.title), body: all(text.body) };
}

/** One letter dropped, doubled, or changed places with the next. */
export function mistype(word: string, draw: () => number): string {
  const at = 1 + Math.floor(draw() * (word.length - 2));
  const way = Math.floor(draw() * 3);
  if (way === 0) return word.slice(0, at) + word.slice(at + 1);
  if (way === 1) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

export interface Planted {
  kind: Kind;
  /** Number of the text written first, and its double. */
  first: number;
  double: TownText;
}

/**
 * So many doubles of the texts 1 to `texts`, as many of each kind. A title kept over another body is one that
 * names a place: « Des bancs pour les enfants » is written by hundreds, and none of them is the double of another.
 */
export function plantDoubles(count: number, texts: number): Planted[] {
  const step = Math.max(1, Math.floor(texts / count));
  return Array.from({ length: count }, (_, index) => {
    const kind = KINDS[index % KINDS.length]!;
    let first = 1 + ((index * step) % texts);
    if (kind === 'same title, other body') while (!namesAPlace(first)) first += 1;
    return {
      kind,
      first,
      double: writeDouble(writeTownText(first), kind, index, writeTownText(texts + 1 + index)),
    };
  });
}

const namesAPlace = (number: number) => /,.*\p{Lu}/u.test(writeTownText(number).title);

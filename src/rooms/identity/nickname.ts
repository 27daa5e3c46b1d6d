/** Names of people: the real one, which only the organisation's team reads, and the nickname, which all see (R70). */

export type NameRefusal = 'name-missing' | 'name-too-long' | 'name-unreadable';
export type NicknameRefusal =
  | 'nickname-missing'
  | 'nickname-too-short'
  | 'nickname-too-long'
  | 'nickname-unreadable'
  | 'nickname-reserved'
  | 'nickname-taken';

/** What an erased account is called in the database; pages say it in their reader's language. Nobody can choose it. */
export const ERASED_NICKNAME = 'Compte supprimé';

/** Letters as a person counts them. */
const NICKNAME_LENGTH = { least: 2, most: 40 } as const;
const NAME_LENGTH = 100;

/** The text is already cleaned of invisible characters (platform/http/form). */
export function checkName(name: string): NameRefusal | null {
  if (name === '') return 'name-missing';
  if (countLetters(name) > NAME_LENGTH) return 'name-too-long';
  if (name.includes('\n') || hasPiledMarks(name) || !/\p{L}/u.test(name)) return 'name-unreadable';
  return null;
}

/** `organisationName`: nobody may pass for the organisation itself. */
export function checkNickname(nickname: string, organisationName: string): NicknameRefusal | null {
  if (nickname === '') return 'nickname-missing';
  const length = countLetters(nickname);
  if (length > NICKNAME_LENGTH.most) return 'nickname-too-long';
  if (/[^\p{L}\p{M}\p{N} ._'’·-]/u.test(nickname) || hasPiledMarks(nickname))
    return 'nickname-unreadable';
  const key = nicknameKey(nickname);
  if (length < NICKNAME_LENGTH.least || key.length < NICKNAME_LENGTH.least)
    return 'nickname-too-short';
  if (RESERVED.has(key) || key === nicknameKey(organisationName)) return 'nickname-reserved';
  return null;
}

/**
 * One key for all spellings that readers would take for the same person: case, accents, spaces,
 * hyphens, invisible characters and look-alike letters of other alphabets make no difference (W12).
 */
export function nicknameKey(nickname: string): string {
  return nickname
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}\p{Z}\p{P}\p{S}]/gu, '')
    .replaceAll(/[^a-z1-9]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}

/** Written as people know them, compared by their keys. */
const RESERVED = new Set(
  [
    'admin',
    'administrateur',
    'administration',
    'administrator',
    'anonyme',
    'compte supprimé',
    'équipe',
    'mairie',
    'la mairie',
    'maire',
    'moderateur',
    'modération',
    'moderator',
    'organisation',
    'palabre',
    'participation',
    'personne',
    'support',
    'système',
    'vous',
  ].map((word) => word.normalize('NFD').replaceAll(/[\p{M} ]/gu, '')),
);

/** Lower-case letters of other alphabets that print like a Latin one, and Latin ones without their stroke. */
const LOOK_ALIKES = new Map(
  Object.entries({
    a: 'аα',
    ae: 'æ',
    b: 'ь',
    c: 'сϲ',
    d: 'đԁ',
    e: 'еє',
    g: 'ɡ',
    h: 'һħ',
    i: 'іιıӏ',
    j: 'ј',
    k: 'кκ',
    l: 'ł',
    m: 'м',
    n: 'η',
    o: 'оοøօ0',
    oe: 'œ',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕſ',
    ss: 'ß',
    t: 'тτ',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγ',
    th: 'þ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

function countLetters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

/** More accents on one letter than any language writes: it would print over the lines around. */
function hasPiledMarks(text: string): boolean {
  return text.length > 400 || /\p{M}{4}/u.test(text.normalize('NFD'));
}

import { addDays, slugify } from '../rooms/spaces/index.ts';
import type { Chance } from './chance.ts';
import { pseudonyms, surnames, surroundings } from './names.ts';

export interface Character {
  name: string;
  nickname: string;
  email: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
}

/** Invents people who are all different, in names, nicknames and addresses. */
export function openTown(chance: Chance, domain: string) {
  const nicknames = new Set<string>();
  const mailboxes = new Set<string>();

  function keepNickname(nickname: string): boolean {
    const key = slugify(nickname).replaceAll('-', '');
    if (nicknames.has(key)) return false;
    nicknames.add(key);
    return true;
  }

  function mailboxOf(name: string): string {
    const words = slugify(name).replace('-', '.');
    let mailbox = words;
    for (let number = 2; mailboxes.has(mailbox); number += 1) mailbox = `${words}${number}`;
    mailboxes.add(mailbox);
    return `${mailbox}@${domain}`;
  }

  function chooseNickname(first: string, last: string, birthYear: string): string {
    for (;;) {
      const wanted = chance.pick([
        `${first} ${last[0]}.`,
        `${first} ${last[0]}.`,
        first,
        `${first} ${chance.pick(surroundings)}`,
        chance.pick(pseudonyms),
        `${chance.pick(pseudonyms)} ${birthYear.slice(2)}`,
        `${slugify(first)}.${slugify(last).slice(0, 3)}`,
      ]);
      if (keepNickname(wanted)) return wanted;
    }
  }

  return {
    /** Somebody whose name the story knows. */
    introduce(
      known: Pick<Character, 'name' | 'nickname' | 'birthDate'>,
      email?: string,
    ): Character {
      if (!keepNickname(known.nickname)) throw new Error(`Two people called ${known.nickname}.`);
      return { ...known, email: email ?? mailboxOf(known.name) };
    },
    /** Somebody else, born between two days. */
    invent(firstNames: readonly string[], born: { from: string; to: string }): Character {
      const first = chance.pick(firstNames);
      const last = chance.pick(surnames);
      const birthDate = drawDay(chance, born.from, born.to);
      const name = `${first} ${last}`;
      return {
        name,
        nickname: chooseNickname(first, last, birthDate.slice(0, 4)),
        email: mailboxOf(name),
        birthDate,
      };
    },
  };
}

export type Town = ReturnType<typeof openTown>;

/** A day between two, both included, `YYYY-MM-DD`. */
export function drawDay(chance: Chance, from: string, to: string): string {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return addDays(from, chance.between(0, days));
}

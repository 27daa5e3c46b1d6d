/** A person of one organisation. Only the nickname is ever shown to others (R70). */
export interface Person {
  id: string;
  nickname: string;
  name: string;
  email: string;
  mailbox: string;
  locale: 'fr' | 'en';
  /** `YYYY-MM-DD`, declared on honour; null: not asked yet (R69). */
  birthDate: string | null;
  /** Where they live as declared; null with a date beside it: not in the organisation's town. */
  residence: string | null;
  /** `YYYY-MM-DD`; null: not asked yet. */
  residenceDeclaredOn: string | null;
  /** null: the address was never proven, so the account does not exist yet for anyone else. */
  confirmedAt: Date | null;
}

/** A person with the hash that only signing in compares. */
export interface Credentials extends Person {
  passwordHash: string | null;
}

import type { RawBuilder } from 'kysely';
import type { Db, Tx } from './database/database.ts';

/** Whose data are collected or erased. Somebody without an account here is known by their mailbox. */
export interface Owner {
  organisationId: string;
  id: string;
  /** As they typed it, proven to be theirs. */
  email: string;
  mailbox: string;
  /** What stands for them where no row may name them (`markPerson`), by use. */
  mark(use: string): string;
}

/** One row of somebody's own data: keys in English that never change, as programs read them. */
export type OwnRow = Readonly<Record<string, unknown>>;

/** Rows of one kind, one file of the export. */
export interface OwnSection {
  /** Name of its file: kebab-case, never changed. */
  key: string;
  /** What it is, in the reader's language. */
  title(): string;
  /** What is theirs and nobody else's; never what they voted, nor anything that tells it. */
  read(db: Db, owner: Owner): Promise<readonly OwnRow[]>;
}

/**
 * - removed: the row goes, or what it says of the person does
 * - unnamed: the row stays and leads to an empty account, shown as « Compte supprimé »
 */
export type Fate = 'removed' | 'unnamed';

/** What a room keeps of people, and how it lets go of it (R91, R193). */
export interface PersonalData {
  /** Each column of its tables that says who somebody is (`table.column`), with what erasing makes of it. */
  columns: Readonly<Record<string, Fate>>;
  sections: readonly OwnSection[];
  /** Ids of the files that they sent about themselves or their own work: never what they handed in for others. */
  files?(db: Db, owner: Owner): Promise<readonly string[]>;
  /**
   * Lets go of somebody in the transaction that erases them; counts of what is public stay as they were. Gives where
   * the bytes of removed files lie: they go once the transaction has ended.
   */
  erase(tx: Tx, owner: Owner): Promise<readonly string[]>;
}

/** A section's rows as one statement selects them. */
export const ownRows =
  (select: (owner: Owner) => RawBuilder<unknown>): OwnSection['read'] =>
  async (db, owner) =>
    (await select(owner).execute(db)).rows as OwnRow[];

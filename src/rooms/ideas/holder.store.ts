import type { Db } from '../../platform/database/database.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { findContacts } from '../identity/index.ts';

/** Who is answerable to for an idea: its author, or the resident for whom it was entered. */
export interface IdeaHolder {
  ideaId: string;
  /** null: without an account here. */
  personId: string | null;
  /** What the office calls them; never shown in public. */
  name: string;
  /** null: without a mailbox; written to by letter, or told in person. */
  email: string | null;
  locale: Locale;
}

/** The holders of given ideas, in no order; an idea from a workshop may have none. */
export async function listHolders(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<IdeaHolder[]> {
  if (ideaIds.length === 0) return [];
  const ideas = await db
    .selectFrom('idea')
    .select(['id', 'author_id'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...ideaIds])
    .where('author_id', 'is not', null)
    .execute();
  const authors = ideas.map(({ author_id }) => author_id!);
  const contacts = await findContacts(db, organisationId, authors);
  return ideas.flatMap(({ id, author_id }) => {
    const contact = contacts.get(author_id!);
    return contact ? [{ ideaId: id, personId: author_id, ...contact }] : [];
  });
}

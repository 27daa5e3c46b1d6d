import type { Db } from '../../platform/database/database.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { findContacts } from '../identity/index.ts';
import { findOrigins } from './entry/origin.store.ts';

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
  const [ideas, origins] = await Promise.all([
    db
      .selectFrom('idea')
      .select(['id', 'author_id'])
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', [...ideaIds])
      .execute(),
    findOrigins(db, organisationId, ideaIds),
  ]);
  const authors = ideas.flatMap(({ author_id }) => author_id ?? []);
  const contacts = await findContacts(db, organisationId, authors);
  return ideas.flatMap(({ id, author_id }): IdeaHolder[] => {
    const contact = contacts.get(author_id ?? '');
    if (contact) return [{ ideaId: id, personId: author_id, ...contact }];
    const origin = origins.get(id);
    if (!origin || origin.name === '') return [];
    const { name, email, locale } = origin;
    return [{ ideaId: id, personId: null, name, email: email === '' ? null : email, locale }];
  });
}

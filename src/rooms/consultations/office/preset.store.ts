import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type ComponentKind, USUAL_SETTINGS } from '../component.ts';
import { addComponent } from '../component-writing.store.ts';
import { findSpaceMadeFrom } from '../space.store.ts';
import type { Space, WrittenSpace } from '../space.ts';
import { createSpace, type SpaceAct } from '../space-writing.store.ts';
import { addTheme } from '../theme-writing.store.ts';

export interface FirstParts {
  /** That its components stand in; '' : none, they are of the whole space. */
  theme: string;
  components: readonly { kind: ComponentKind; title: string }[];
}

/** Makes a space with its first parts, all or nothing; the same form sent twice makes one. */
export async function createSpaceWith(
  db: Db,
  act: SpaceAct,
  written: WrittenSpace,
  madeFrom: string,
  { theme, components }: FirstParts,
): Promise<Space> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    // the same form comes after the first one is done, and finds what it made
    await sql`select pg_advisory_xact_lock(hashtextextended(${`space:${organisationId}:${madeFrom}`}, 0))`.execute(
      tx,
    );
    const made = await findSpaceMadeFrom(tx, organisationId, madeFrom);
    if (made) return made;
    const space = await createSpace(tx, act, written, madeFrom);
    const texts = { title: theme, summary: '', introduction: '' };
    const added =
      theme === ''
        ? null
        : await addTheme(tx, act, space.id, { ...texts, resources: [], categories: [] });
    for (const { kind, title } of components)
      await addComponent(
        tx,
        act,
        space.id,
        kind,
        {
          title,
          introduction: '',
          themeId: added?.ok ? added.theme.id : null,
          opensAt: null,
          closesAt: null,
          settings: USUAL_SETTINGS,
        },
        randomUUID(),
      );
    return space;
  });
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent, makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertIdeas } from '../idea.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const boardOf = async (id: string) =>
  (await sql<{ kind: string }>`select kind from board where id = ${id}`.execute(site.db)).rows;

async function putIdea(boardId: string, categoryId: string): Promise<string> {
  const authorId = (await makePerson(site)).id;
  const [idea] = await inTransaction(site.db, (tx) =>
    insertIdeas(tx, { organisationId: site.organisationId, editionId: boardId }, 0, [
      {
        organisationId: site.organisationId,
        editionId: boardId,
        authorId,
        title: 'Des haies entre les champs',
        body: 'Plantées chaque hiver.',
        categoryId,
        lang: 'fr',
        channel: 'web',
        signature: '',
        enteredBy: authorId,
      },
    ]),
  );
  return idea!.id;
}

describe('boards of ideas (decision 086)', () => {
  it('R99 each edition is a board, and each component whose contents are ideas; no other one', async () => {
    const edition = await makeEdition(site);
    expect(await boardOf(edition.id)).toEqual([{ kind: 'edition' }]);
    const { space, component } = await makeSpace(site);
    expect(await boardOf(component.id)).toEqual([{ kind: 'component' }]);
    for (const kind of ['official-proposals', 'contributions', 'needs'] as const)
      expect(await boardOf((await makeComponent(site, space, { kind })).id)).toEqual([
        { kind: 'component' },
      ]);
    for (const kind of ['events', 'pages', 'survey', 'vote'] as const)
      expect(await boardOf((await makeComponent(site, space, { kind })).id)).toEqual([]);
  });

  it('R99 an idea of a component begins no study and waits for no decision; one of an edition does as before', async () => {
    const { theme, component } = await makeSpace(site);
    const idea = await putIdea(component.id, theme.categories[0]!.id);
    const edition = await makeEdition(site);
    const other = await makeIdea(site, edition);
    const found = async (table: 'study_stage' | 'idea_decision', ideaId: string) =>
      (await site.db.selectFrom(table).select('idea_id').where('idea_id', '=', ideaId).execute())
        .length;
    const studied = async (id: string) =>
      (await sql`select from studied_idea where id = ${id}`.execute(site.db)).rows.length;
    expect([
      await found('study_stage', idea),
      await found('idea_decision', idea),
      await studied(idea),
    ]).toEqual([0, 0, 0]);
    expect([
      await found('study_stage', other.id),
      await found('idea_decision', other.id),
      await studied(other.id),
    ]).toEqual([1, 1, 1]);
  });

  it('R99 an idea stands on a board: nowhere else, and never in an edition that was abandoned', async () => {
    const { theme } = await makeSpace(site);
    await expect(putIdea(randomUUID(), theme.categories[0]!.id)).rejects.toThrow(/abandoned|board/);
    const abandoned = await makeEdition(site, { open: false });
    await sql`update edition set abandoned_at = palabre_now() where id = ${abandoned.id}`.execute(
      site.db,
    );
    await expect(putIdea(abandoned.id, abandoned.categories[0]!.id)).rejects.toMatchObject({
      constraint: 'edition_abandoned_is_empty',
    });
  });
});

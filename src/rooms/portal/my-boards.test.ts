import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_KINDS, makeBoard, makeComponentBoard } from '../../../tests/make/boards.ts';
import { giveSupport, makeIdea, TYPED_IDEA } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('one’s own page, on whatever board', () => {
  it.each(BOARD_KINDS)(
    'R119 W12 one’s ideas, drafts and supports lead where they stand: %s',
    async (kind) => {
      const { board, to } = await makeBoard(site, kind);
      const { client, id } = await makePerson(site);
      const own = await makeIdea(site, board, { authorId: id, title: 'Une mare aux grenouilles' });
      const other = await makeIdea(site, board, { title: 'Un abri pour les vélos' });
      await giveSupport(site, other.id, id);
      await client.get(to.depositStart({}, { nouvelle: 'oui' }));
      const draft = client.path;
      await client.post(draft, {
        ...TYPED_IDEA,
        title: 'Un brouillon en attente',
        category: board.categories[0]!.slug,
      });
      await client.get(urls.mySpace());
      for (const href of [
        to.idea({ idea: `${own.number}-une-mare-aux-grenouilles` }),
        to.idea({ idea: `${other.number}-un-abri-pour-les-velos` }),
        draft,
      ])
        expect(client.main).toContain(`href="${href}"`);
      // what the town exchanges with an author is of editions alone
      expect(client.main.includes('Écrire')).toBe(kind === 'edition');
      const { client: stranger } = await makePerson(site);
      await stranger.get(urls.mySpace());
      for (const title of [own.title, other.title]) expect(stranger.main).not.toContain(title);
    },
  );

  it('R93 W3 of a private space they are there for as long as one reads it', async () => {
    const { board, to, space } = await makeComponentBoard(site, { isPrivate: true });
    const { client, id } = await makePerson(site);
    await sql`insert into space_member (organisation_id, space_id, person_id)
      values (${site.organisationId}, ${space.id}, ${id})`.execute(site.db);
    const own = await makeIdea(site, board, { authorId: id });
    const other = await makeIdea(site, board);
    await giveSupport(site, other.id, id);
    await client.get(urls.mySpace());
    for (const { number, title } of [own, other]) {
      expect(client.main).toContain(title);
      expect(client.main).toContain(`href="${to.idea({ idea: number })}`);
    }
    await sql`delete from space_member where space_id = ${space.id}`.execute(site.db);
    await client.get(urls.mySpace());
    expect(client.main).not.toContain(own.title);
    expect(client.main).not.toContain(space.title);
  });
});

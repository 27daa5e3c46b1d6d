import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_KINDS, makeBoard, makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeIdea, TYPED_IDEA } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { grantRole } from '../../identity/index.ts';
import { findIdea } from '../idea.store.ts';
import { supportIdea } from '../support.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Another page of the draft that a browser has open. */
const step = (client: SiteClient, name: string) => client.path.replace(/[^/]+$/, name);
const segment = (idea: { number: number }) => ({ idea: idea.number });
const factsOf = async (ideaId: string) =>
  (
    await sql<{ kind: string; detail: Record<string, string> }>`
      select kind, detail from fact where subject_id = ${ideaId} order by recorded_at`.execute(
      site.db,
    )
  ).rows;

describe.each(BOARD_KINDS)('ideas on a board: %s', (kind) => {
  it('R34 R112 R114 is deposited screen by screen without a script, and read in its language', async () => {
    const { board, to } = await makeBoard(site, kind);
    const { client } = await makePerson(site, { nickname: `Aïcha ${kind}` });
    await client.get(to.depositStart({}));
    expect(client.path).toMatch(/\/texte$/);
    await client.post(client.path, { title: '', body: '', lang: 'fr' });
    expect(client.status).toBe(422);
    await client.post(client.path, {
      ...TYPED_IDEA,
      lang: 'de',
      category: board.categories[0]!.slug,
    });
    if (client.path.endsWith('/lieu')) await client.post(client.path, { act: 'save' });
    expect(client.path).toMatch(/\/documents$/);
    await client.post(client.path, { next: 'oui' });
    expect(client.path).toMatch(/\/apercu$/);
    await client.post(step(client, 'publier'));
    expect(client.path).toBe(to.idea({ idea: '1-un-verger-au-parc-des-sources' }));
    expect(client.html).toContain('lang="de"');
    await client.get(to.ideas({}));
    expect(client.html).toContain(TYPED_IDEA.title);
    expect(client.html).toContain(`Aïcha ${kind}`);
  });

  it('R119 W1 W12 is listed with a name one chose, supported once, and the support taken back', async () => {
    const { board, to } = await makeBoard(site, kind);
    const idea = await makeIdea(site, board, { title: '<script>alert(1)</script> et des haies' });
    const { client, id } = await makePerson(site);
    await client.get(to.ideas({}, { categorie: board.categories[0]!.slug, tri: 'soutenues' }));
    expect(client.html).not.toContain('<script>alert');
    expect(client.html).not.toContain('Camille Durand');
    for (let twice = 0; twice < 2; twice += 1) await client.post(to.supportIdea(segment(idea)));
    expect((await findIdea(site.db, site.organisationId, idea.id))!.supportCount).toBe(1);
    expect(client.html).toContain('Retirer mon soutien');
    await client.post(to.withdrawSupport(segment(idea)));
    expect((await findIdea(site.db, site.organisationId, idea.id))!.supportCount).toBe(0);
    const told = (await factsOf(idea.id)).map(({ detail }) => Object.keys(detail));
    const word = kind === 'edition' ? 'editionId' : 'boardId';
    for (const words of told) expect(words).toContain(word);
    expect(id).toBeTruthy();
  });

  it('R115 R116 is corrected in its first minutes while nobody supports it, never deleted', async () => {
    const { board, to } = await makeBoard(site, kind);
    const { client, id } = await makePerson(site);
    const idea = await makeIdea(site, board, { authorId: id });
    const text = { ...TYPED_IDEA, category: board.categories[1]!.slug };
    await client.post(to.editIdea(segment(idea)), { ...text, title: 'Un verger corrigé' });
    expect(client.html).toContain('Un verger corrigé');
    const { client: other } = await makePerson(site);
    await other.get(to.editIdea(segment(idea)));
    expect(other.status).toBe(404);
    await other.post(to.supportIdea(segment(idea)));
    await client.post(to.editIdea(segment(idea)), { ...text, title: 'Trop tard' });
    expect(client.status).toBe(422);
    expect((await findIdea(site.db, site.organisationId, idea.id))!.title).toBe(
      'Un verger corrigé',
    );
    for (const gone of ['supprimer', 'retirer']) {
      await client.post(`${to.idea(segment(idea))}/${gone}`);
      expect(client.status).toBe(404);
    }
  });
});

describe('what is of a component alone', () => {
  it('R99 takes no support where its team said so, and no idea once it is over', async () => {
    const { board, to, space } = await makeComponentBoard(site, { settings: { supports: false } });
    const idea = await makeIdea(site, board);
    const { client } = await makePerson(site);
    await client.get(to.idea(segment(idea)));
    expect(client.html).not.toContain(to.supportIdea(segment(idea)));
    await client.post(to.supportIdea(segment(idea)));
    expect(client.status).toBe(409);
    await sql`update space set closed_at = palabre_now() where id = ${space.id}`.execute(site.db);
    await client.get(to.ideas({}));
    expect(client.html).not.toContain(to.depositStart({}));
    expect(client.html).toContain(idea.title);
  });

  it('R100 supports of one person pass the maximum not even all at once', async () => {
    const { board, to } = await makeComponentBoard(site, {
      kind: 'official-proposals',
      settings: { mostSupports: 2 },
    });
    const ideas = [];
    for (let more = 0; more < 5; more += 1)
      ideas.push(await makeIdea(site, board, { byTeam: true }));
    const { id, client } = await makePerson(site);
    const given = await Promise.all(
      ideas.map((idea) =>
        supportIdea(site.db, {
          organisationId: site.organisationId,
          ideaId: idea.id,
          personId: id,
        }),
      ),
    );
    expect(given.filter(({ ok }) => ok)).toHaveLength(2);
    expect(given.filter((one) => !one.ok && one.refusal === 'too-many-supports')).toHaveLength(3);
    const left = ideas[given.findIndex(({ ok }) => !ok)]!;
    await client.post(to.supportIdea(segment(left)));
    expect(client.status).toBe(409);
    expect(client.html).toContain('tous les soutiens possibles');
    await client.post(to.withdrawSupport(segment(ideas[given.findIndex(({ ok }) => ok)]!)));
    await client.post(to.supportIdea(segment(left)));
    expect(client.status).toBe(200);
  });

  it.each(['official-proposals', 'contributions'] as const)(
    'R100 R101 W3 the team of the space alone deposits: %s',
    async (kind) => {
      const { to, space, board } = await makeComponentBoard(site, { kind });
      const other = await makeComponentBoard(site, { kind });
      const stranger = await makePerson(site);
      await stranger.client.get(to.ideas({}));
      expect(stranger.client.html).not.toContain(to.depositStart({}));
      await stranger.client.get(to.depositStart({}));
      expect(stranger.client.status).toBe(404);
      await expect(makeIdea(site, board)).rejects.toThrow('of-team');
      const author = await makePerson(site);
      await grantRole(site.db, {
        organisationId: site.organisationId,
        personId: author.id,
        role: 'space-author',
        spaceId: space.id,
        grantedBy: null,
      });
      await author.client.get(other.to.depositStart({}));
      expect(author.client.status).toBe(404);
      await author.client.get(to.depositStart({}));
      expect(author.client.path).toMatch(/\/texte$/);
      await author.client.post(author.client.path, {
        ...TYPED_IDEA,
        category: board.categories[0]!.slug,
      });
      await author.client.post(step(author.client, 'publier'));
      expect(author.client.path).toBe(to.idea({ idea: '1-un-verger-au-parc-des-sources' }));
    },
  );

  it('R102 who deposits or supports took part, once', async () => {
    const { board, space } = await makeComponentBoard(site);
    const author = await makePerson(site);
    const idea = await makeIdea(site, board, { authorId: author.id, supports: 1 });
    await makeIdea(site, board, { authorId: author.id });
    expect(idea.supportCount).toBe(1);
    const { rows } = await sql`select from space_participant where space_id = ${space.id}`.execute(
      site.db,
    );
    expect(rows).toHaveLength(2);
  });

  it('R97 a theme that is not cut asks for no category, and shows none', async () => {
    const { to } = await makeComponentBoard(site, { categories: [] });
    const { client } = await makePerson(site, { isKnown: true });
    await client.get(to.depositStart({}));
    expect(client.html).not.toContain('name="category"');
    const { category: _, ...typed } = TYPED_IDEA;
    await client.post(client.path, typed);
    await client.post(step(client, 'publier'));
    expect(client.path).toBe(to.idea({ idea: '1-un-verger-au-parc-des-sources' }));
    expect(client.html).not.toContain('class="tag');
  });

  it('R113 compares with what stands there, unless its team said not to', async () => {
    for (const compares of [true, false]) {
      const { board, to } = await makeComponentBoard(site, { settings: { compares } });
      await makeIdea(site, board, {
        title: 'Verger partagé au parc',
        body: 'Planter des pommiers et des pruniers.',
      });
      const { client } = await makePerson(site, { isKnown: true });
      await client.get(to.depositStart({}));
      await client.post(client.path, { ...TYPED_IDEA, category: board.categories[0]!.slug });
      expect(client.path).toMatch(compares ? /\/idees-proches$/ : /\/documents$/);
    }
  });

  it('R93 W3 what stands in a private space is there for nobody else, by no address', async () => {
    const { board, to } = await makeComponentBoard(site, { isPrivate: true });
    const idea = await makeIdea(site, board);
    const { client } = await makePerson(site, { isKnown: true });
    for (const path of [to.ideas({}), to.idea(segment(idea)), to.depositStart({})]) {
      await client.get(path);
      expect(client.status).toBe(404);
    }
    await client.post(to.supportIdea(segment(idea)));
    expect(client.status).toBe(404);
    const { client: stranger } = { client: site.visitor() };
    await stranger.get(to.ideas({}));
    expect(stranger.status).toBe(404);
  });
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { boardOfComponent } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** A need of a space, with a component of ideas beside. */
async function express({ isPrivate = false } = {}) {
  const needs = await makeComponentBoard(site, { kind: 'needs', isPrivate });
  const component = await makeComponent(site, needs.space, {
    themeId: needs.theme.id,
    title: 'Nos idées',
  });
  const board = boardOfComponent(needs.space, component, needs.theme.categories);
  const need = await makeIdea(site, needs.board, {
    title: 'Un médecin près de chez nous',
    body: 'Le plus proche est à trente kilomètres.',
  });
  const at = { space: needs.space.slug, component: needs.component.slug, idea: need.number };
  return {
    ...needs,
    need,
    ideas: { component, to: addressesOf(board), board },
    form: urls.spaceNeedToIdea(at),
  };
}

/** The rest of the deposit, with what the draft holds. */
async function publish(client: SiteClient, fields: Record<string, string>) {
  await client.post(client.path, fields);
  await client.post(client.path.replace(/[^/]+$/, 'publier'));
}

describe('R181 a need becomes ideas', () => {
  it('R181 W14 leads to a deposit with the words of the need, of the person signed in; both pages lead to each other', async () => {
    const { need, form, to, ideas, board } = await express();
    const reader = site.visitor();
    await reader.get(to.idea({ idea: need.number }));
    expect(reader.html).toContain(`href="${form}"`);
    const title = 'Un bus de consultations';
    for (const nickname of ['Aïcha du bus', 'Bakary du bus']) {
      const { client } = await makePerson(site, { nickname });
      await client.get(form);
      const brouillon = /name="brouillon" value="([^"]+)"/.exec(client.html)![1]!;
      for (let twice = 0; twice < 2; twice += 1) await client.post(form, { brouillon });
      expect(client.path).toBe(ideas.to.depositText({ draft: brouillon }));
      expect(client.main).toContain(need.title);
      expect(client.main).toContain(need.body);
      await publish(client, {
        title: `${title} ${nickname}`,
        body: 'Un bus, un médecin, chaque jeudi.',
        category: board.categories[0]!.slug,
        lang: 'fr',
      });
      expect(client.main).toMatch(/Née du besoin n°\s1/);
      expect(client.main).toContain(nickname);
    }
    await reader.get(to.idea({ idea: need.number }));
    expect(reader.main).toMatch(/A donné lieu à l’idée n°\s1/);
    expect(reader.main).toMatch(/A donné lieu à l’idée n°\s2/);
    const { rows } = await sql`select from idea_need where need_id = ${need.id}`.execute(site.db);
    expect(rows).toHaveLength(2);
    await sql`update idea set hidden_at = palabre_now() where title = ${`${title} Aïcha du bus`}`.execute(
      site.db,
    );
    site.seeChanges();
    await reader.get(to.idea({ idea: need.number }));
    expect(reader.main).not.toContain('Aïcha du bus');
  });

  it('R181 asks where, when several components take ideas; says so when none does', async () => {
    const { form, space, ideas } = await express();
    const other = await makeComponent(site, space, { title: 'Idées de tout l’espace' });
    const { client } = await makePerson(site);
    await client.post(form, { brouillon: 'x' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez où déposer');
    await client.post(form, { brouillon: randomUUID(), composante: other.id });
    expect(client.path).toContain(`/deposer/${other.slug}/`);
    await sql`update component set closes_at = palabre_now(), opens_at = null
      where id = any(${[other.id, ideas.component.id]}::uuid[])`.execute(site.db);
    await client.get(form);
    expect(client.main).toContain('Aucun dépôt d’idées n’est ouvert');
    await client.post(form, { brouillon: randomUUID() });
    expect(client.status).toBe(422);
  });

  it('R181 W3 only of needs, in sight, of a space that one sees', async () => {
    const { client } = await makePerson(site);
    const hidden = await express({ isPrivate: true });
    await client.get(hidden.form);
    expect(client.status).toBe(404);
    const { board, space, component } = await makeComponentBoard(site);
    const idea = await makeIdea(site, board);
    const at = { space: space.slug, component: component.slug, idea: idea.number };
    await client.get(urls.spaceNeedToIdea(at));
    expect(client.status).toBe(404);
    const { need, form } = await express();
    await sql`update idea set hidden_at = palabre_now() where id = ${need.id}`.execute(site.db);
    await client.post(form, { brouillon: randomUUID() });
    expect(client.status).toBe(410);
  });
});

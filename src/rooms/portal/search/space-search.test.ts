import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const search = async (q: string, more: Record<string, string> = {}, of?: SiteClient) => {
  // makers write behind the site's back: no node has heard of it
  site.memory.forgetAll();
  const client = of ?? site.visitor();
  await client.get(urls.search({ q, ...more }));
  return client.main;
};

describe('R198 what stands in spaces of participation is found', () => {
  it('R198 R112 ideas of components, beside those of editions; a space is chosen as an edition is', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'ville' });
    const [first, second] = [await makeComponentBoard(site), await makeComponentBoard(site)];
    await makeIdea(site, edition, { title: 'Une passerelle de la mairie' });
    const ours = await makeIdea(site, first.board, { title: 'Une passerelle du vivant' });
    await makeIdea(site, second.board, { title: 'Des Brücken und eine passerelle', lang: 'de' });
    const everywhere = await search('passerelles');
    for (const words of ['de la mairie', 'du vivant', 'Des Brücken', 'lang="de"'])
      expect(everywhere).toContain(words);
    const href = first.to.idea({ idea: `${ours.number}-une-passerelle-du-vivant` });
    expect(everywhere).toContain(`href="${href}"`);
    expect(everywhere, 'where it stands').toContain(`<bdi>${first.space.title}</bdi>`);
    expect(everywhere).toContain('Édition ou espace');
    for (const typed of ['passerelle', 'passerrelle']) {
      const there = await search(typed, { edition: `espace/${first.space.slug}` });
      expect(there, typed).toContain('du vivant');
      for (const words of ['de la mairie', 'Des Brücken']) expect(there).not.toContain(words);
    }
    expect(await search('passerelle', { edition: 'ville' })).not.toContain('du vivant');
    expect(await search('passerelle', { dans: 'idees' })).toContain('du vivant');
    expect(await search('charte', { edition: `espace/${first.space.slug}` })).toContain('Rien');
    expect(await search('vivant', { edition: `espace/${second.space.slug}` })).toContain(
      urls.theme({ space: second.space.slug, theme: second.theme.slug }),
    );
  });

  it('R198 R93 W3 a private space, a hidden component, a hidden idea, one in preparation: by nobody who does not see them', async () => {
    const made = await makeComponentBoard(site, { isPrivate: true });
    await makeIdea(site, made.board, { title: 'Un xylophone confidentiel' });
    const prepared = await makeComponentBoard(site, { open: false });
    const hidden = await makeComponentBoard(site);
    await makeIdea(site, hidden.board, { title: 'Un xylophone masqué' });
    await sql`update component set hidden_at = palabre_now() where id = ${hidden.board.id}`.execute(
      site.db,
    );
    const seen = await makeComponentBoard(site);
    const judged = await makeIdea(site, seen.board, { title: 'Un xylophone jugé' });
    await sql`update idea set hidden_at = palabre_now() where id = ${judged.id}`.execute(site.db);
    const stranger = await makePerson(site);
    for (const typed of ['xylophone', 'xylofone', 'confidentiel', 'vivant']) {
      for (const of of [undefined, stranger.client]) {
        const main = await search(typed, {}, of);
        expect(main, typed).not.toContain('xylophone</mark>');
        for (const { space } of [made, prepared]) {
          expect(main).not.toContain(`"${urls.space({ space: space.slug })}`);
          expect(main).not.toContain(space.title);
        }
      }
    }
    expect(
      await search('xylophone', { edition: `espace/${made.space.slug}` }, stranger.client),
      'chosen by its address',
    ).not.toContain('xylophone</mark>');
    const member = await makePerson(site);
    await sql`insert into space_member (organisation_id, space_id, person_id)
      values (${site.organisationId}, ${made.space.id}, ${member.id})`.execute(site.db);
    const theirs = await search('xylophone', {}, member.client);
    expect(theirs).toContain('confidentiel');
    expect(theirs).not.toContain('masqué');
    expect(theirs).not.toContain('jugé');
    expect(await search('confidentiel'), 'kept for nobody else').not.toContain('Un xylophone');
  });
});

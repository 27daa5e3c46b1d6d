import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea, TYPED_IDEA } from '../../../tests/make/ideas.ts';
import { makePerson, signIn } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

describe('after publication', () => {
  it('R115 R116 corrected at 14:59, not at 15:01, nor once supported; no way to delete', async () => {
    const author = await makePerson(site);
    const idea = await makeIdea(site, edition, { authorId: author.id });
    const path = addressIn(edition, `idees/${idea.number}/modifier`);
    const { client } = author;
    site.travel('14 minutes 50 seconds');
    await client.post(path, { ...TYPED_IDEA, title: 'Corrigé à temps' });
    expect(client.path).toContain('corrige-a-temps');
    site.travel('15 minutes 1 second');
    await client.post(path, { ...TYPED_IDEA, title: 'Trop tard' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Le temps pour corriger votre idée est écoulé');
    expect(client.html).toContain('value="Trop tard"');
    site.travel(null);
    await client.get(path);
    expect(client.status).toBe(200);
    await giveSupport(site, idea.id, (await makePerson(site)).id);
    await client.post(path, { ...TYPED_IDEA, title: 'Entre les deux' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Une personne soutient déjà votre idée');
    await (await makePerson(site)).client.get(path).then((other) => expect(other.status).toBe(404));
    const deleted = await site.fetch(
      new Request(`http://localhost${addressIn(edition, `idees/${idea.number}`)}`, {
        method: 'DELETE',
        headers: { origin: 'http://localhost' },
      }),
    );
    expect(deleted.status).toBe(405);
  });

  it('a wrong or missing name leads to the right address; the number decides', async () => {
    const idea = await makeIdea(site, edition, { title: 'Été à l’œuvre' });
    const client = site.visitor();
    for (const path of [`idees/${idea.number}`, `idees/${idea.number}-autre-chose`]) {
      await client.get(addressIn(edition, path));
      expect(client.path).toBe(addressIn(edition, `idees/${idea.number}-ete-a-l-oeuvre`));
    }
    for (const path of ['idees/0', 'idees/999999', 'idees/douze', 'idees/99999999999999']) {
      expect((await client.send(addressIn(edition, path))).status).toBe(404);
    }
  });
});

describe('R119 supporting from a page', () => {
  it('signed out: asked to sign in, and led back to what one wanted', async () => {
    const idea = await makeIdea(site, edition);
    const client = site.visitor();
    await client.post(addressIn(edition, `idees/${idea.number}/soutenir`));
    const back = new URLSearchParams(client.path.split('?')[1]).get('vers')!;
    expect(client.html).toContain('Connectez-vous pour soutenir cette idée');
    await signIn(site, client, (await makePerson(site)).id);
    await client.get(back);
    expect(client.html).toContain('Vous vouliez soutenir cette idée');
    const list = `${addressIn(edition, 'idees')}?tri=soutenues`;
    await client.post(addressIn(edition, `idees/${idea.number}/soutenir`), { retour: list });
    expect(client.path).toBe(list);
    expect(client.html).toContain('Votre soutien est compté');
    await client.post(addressIn(edition, `idees/${idea.number}/ne-plus-soutenir`), {
      retour: '//pirate.example/',
    });
    expect(client.path).toContain(`/idees/${idea.number}-`);
  });

  it('R31 once ideas are no longer collected, nothing changes', async () => {
    const idea = await makeIdea(site, edition);
    site.travel('6 days');
    const { client } = await makePerson(site);
    await client.post(addressIn(edition, `idees/${idea.number}/soutenir`));
    expect(client.status).toBe(409);
    expect(client.html).toContain('les soutiens ne changent plus');
    site.travel(null);
  });
});

describe('for readers who are signed in', () => {
  it('what others support is there at once, and one’s own support is one’s own', async () => {
    const edition = await makeEdition(site);
    const idea = await makeIdea(site, edition, { title: 'Un banc' });
    const [one, other] = [await makePerson(site), await makePerson(site)];
    const path = addressIn(edition, 'idees');
    await other.client.get(path);
    expect(other.client.html).not.toContain('1 soutien');
    await one.client.post(addressIn(edition, `idees/${idea.number}/soutenir`));
    await other.client.get(path);
    expect(other.client.html).toContain('1 soutien');
    expect(other.client.html).not.toContain('aria-pressed="true"');
    await one.client.get(path);
    expect(one.client.html).toContain('aria-pressed="true"');
  });
});

describe('for readers who are not signed in', () => {
  it('the list is kept until something changes', async () => {
    const edition = await makeEdition(site);
    await makeIdea(site, edition, { title: 'Première' });
    const reader = site.visitor();
    const path = addressIn(edition, 'idees');
    await reader.get(path);
    const kept = reader.html;
    await sql`update idea set title = 'Changée en silence' where edition_id = ${edition.id}`.execute(
      site.db,
    );
    await reader.get(path);
    expect(reader.html).toBe(kept);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { giveSupport, makeIdea, startDraft, TYPED_IDEA } from '../../../../tests/make/ideas.ts';
import { codeIn, mailsOf } from '../../../../tests/make/mails.ts';
import { makeMeeting } from '../../../../tests/make/meetings.ts';
import { isSignedIn, makePerson, PASSWORD, signIn } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { enrolPerson, findPerson } from '../../identity/index.ts';
import { follow } from '../../notifications/index.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { isErasureConfirmed } from './erasure.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const GOOD = { confirmation: 'effacer', 'mot-de-passe-actuel': PASSWORD };
const erase = (client: SiteClient, fields: Record<string, string> = GOOD) =>
  client.post(urls.ownDataErasure(), fields);

async function shellOf(id: string) {
  const { rows } = await site.pool.query('select * from person where id = $1', [id]);
  return rows[0];
}

/** Tables where a text still stands, whatever the column. */
async function listTablesWith(text: string): Promise<string[]> {
  const { rows } = await site.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await site.pool.query(
      `select 1 from "${name}" t where position($1 in t::text) > 0 limit 1`,
      [text],
    );
    if (rowCount) holding.push(name);
  }
  return holding;
}

describe('the word that confirms', () => {
  it('is one of two, however it is capitalised, and nothing else', () => {
    expect(['effacer', ' Effacer ', 'ERASE'].map(isErasureConfirmed)).toEqual([true, true, true]);
    expect(['', 'oui', 'effacer tout', 'eff'].some(isErasureConfirmed)).toBe(false);
  });
});

describe('R91 R193 erasing one’s account', () => {
  it('says before what goes and what stays, and asks for the word and the password', async () => {
    const { client, id } = await makePerson(site, { password: PASSWORD });
    await client.get(urls.ownData());
    expect(client.main).toContain(urls.ownDataErasure());
    await client.get(urls.ownDataErasure());
    for (const words of [
      'Ce qui disparaît',
      'Ce qui reste, sans votre nom',
      'personne ne peut le rétablir',
    ])
      expect(client.main).toContain(words);
    await erase(client, { confirmation: 'oui', 'mot-de-passe-actuel': PASSWORD });
    expect(client.status).toBe(422);
    expect(client.main).toContain('pour confirmer');
    await erase(client, { confirmation: 'effacer', 'mot-de-passe-actuel': 'autre chose' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('value="effacer"');
    expect((await shellOf(id)).erased_at).toBeNull();
  });

  it('leaves nothing of them in any table, and a last letter says that it is done', async () => {
    const { organisationId } = site;
    const edition = await makeEdition(site, { phase: 'collection' });
    const zoe = await makePerson(site, {
      password: PASSWORD,
      nickname: 'Zoé-Unique',
      name: 'Zoé Introuvable',
      email: 'zoe.introuvable@exemple.fr',
      roles: ['ambassador'],
    });
    const idea = await makeIdea(site, edition, { authorId: zoe.id, supports: 2 });
    const supported = await makeIdea(site, edition);
    await giveSupport(site, supported.id, zoe.id);
    const path = await startDraft(zoe.client, edition);
    await zoe.client.post(path, { ...TYPED_IDEA, title: 'Brouillon de Zoé Introuvable' });
    await follow(site.db, organisationId, { kind: 'edition', id: edition.id }, zoe.id);
    const meeting = await makeMeeting(site);
    await zoe.client.post(urls.meetingRegister({ meeting: meeting.number }), {
      profil: 'resident',
    });
    await site.pool.query(
      `insert into newsletter_subscriber (organisation_id, email, mailbox, locale) values ($1, $2, $2, 'fr')`,
      [organisationId, zoe.email],
    );
    await site.runJobs();
    expect((await listTablesWith('zoe.introuvable')).length).toBeGreaterThan(1);
    const before = { html: '', supports: 0 };
    const reader = site.visitor();
    const at = { edition: edition.slug };
    await reader.get(urls.idea({ ...at, idea: idea.number }));
    before.html = reader.main;
    expect(before.html).toContain('Zoé-Unique');

    const mails = await mailsOf(site, () => erase(zoe.client));
    expect(zoe.client.path).toBe(urls.home());
    expect(zoe.client.html).toContain('Votre compte est supprimé');
    expect(isSignedIn(zoe.client)).toBe(false);
    expect(mails.map(({ to }) => to)).toEqual(['zoe.introuvable@exemple.fr']);
    expect(mails[0]!.subject).toContain('Votre compte est supprimé');
    for (const text of ['zoe.introuvable', 'Zoé-Unique', 'Zoé Introuvable'])
      expect(await listTablesWith(text), text).toEqual([]);
    expect(await shellOf(zoe.id)).toMatchObject({ nickname: 'Compte supprimé', birth_date: null });

    await reader.get(urls.idea({ ...at, idea: idea.number }));
    expect(reader.main).toContain('Compte supprimé');
    expect(reader.main).not.toContain('Zoé-Unique');
    const { rows } = await site.pool.query(
      'select number, support_count from idea where id = any($1) order by number',
      [[idea.id, supported.id]],
    );
    expect(rows.map((row) => row.support_count)).toEqual([2, 1]);
    const english = site.visitor();
    english.cookies.set('langue', 'en');
    await english.get(urls.idea({ ...at, idea: idea.number }));
    expect(english.main).toContain('Deleted account');

    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.adminJournal());
    expect(officer.client.main).toContain('Une personne a supprimé son compte');
    const { rows: facts } = await site.pool.query(
      `select detail from fact where kind = 'person.erased' and subject_id = $1`,
      [zoe.id],
    );
    expect(facts).toEqual([{ detail: {} }]);
  });

  it('the mailbox signs up again, as somebody new who has nothing of before', async () => {
    const { client, id, email, nickname } = await makePerson(site, { password: PASSWORD });
    await erase(client);
    const again = await makePerson(site, { email, nickname });
    expect(again.id).not.toBe(id);
    expect(await findPerson(site.db, site.organisationId, id)).toBeNull();
  });

  it('does not let the last administrator go, and says so; with another one it does, and roles are lost', async () => {
    const other = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id: other, name: 'Voisine', host: 'voisine.localhost' };
    const one = await makePerson(site, {
      organisation,
      password: PASSWORD,
      roles: ['administrator'],
    });
    await one.client.get(urls.ownDataErasure());
    expect(one.client.main).toContain('dernière personne à administrer');
    await erase(one.client);
    expect(one.client.status).toBe(409);
    expect((await shellOf(one.id)).erased_at).toBeNull();
    const two = await makePerson(site, {
      organisation,
      password: PASSWORD,
      roles: ['administrator'],
    });
    // both at once: one stays
    await Promise.all([one, two].map(({ client }) => client.send(urls.ownDataErasure(), GOOD)));
    const { rows } = await site.pool.query(
      'select person_id from role_grant where organisation_id = $1',
      [other],
    );
    expect(rows).toHaveLength(1);
  });

  it('W3 another town’s account of the same mailbox is left alone', async () => {
    const away = await insertOrganisation(site.db, {
      slug: 'autre',
      name: 'Autre',
      host: 'autre.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@autre.example',
      tagline: '',
      charter: 'Respect.',
    });
    const email = 'deux.villes@exemple.fr';
    const here = await makePerson(site, { email, password: PASSWORD });
    const there = await enrolPerson(site.db, {
      organisationId: away,
      organisationName: 'Autre',
      name: 'Camille',
      nickname: 'Camille',
      email,
      residence: 'Autre',
    });
    await erase(here.client);
    expect((await shellOf(here.id)).erased_at).not.toBeNull();
    expect(there.ok && (await shellOf(there.id))).toMatchObject({ email, erased_at: null });
  });

  it('nobody signed in is sent to sign in, and a second factor is proven first', async () => {
    const visitor = site.visitor();
    for (const path of [urls.ownData(), urls.ownDataErasure()]) {
      await visitor.get(path);
      expect(visitor.path).toContain('/connexion');
    }
    const answer = await visitor.send(urls.ownDataErasure(), GOOD);
    expect(answer.status).toBeGreaterThanOrEqual(300);
  });

  it('without a password a mailed code proves it, in the browser that asked and in no other', async () => {
    const { client, id } = await makePerson(site);
    await client.get(urls.ownDataErasure());
    expect(client.main).not.toContain('name="confirmation"');
    const [mail] = await mailsOf(site, () =>
      client.post(urls.ownDataCode(), { pour: 'effacement' }),
    );
    expect(client.path).toBe(urls.ownDataErasure());
    const fields = { confirmation: 'effacer', code: codeIn(mail!) };
    const elsewhere = site.visitor();
    await signIn(site, elsewhere, id);
    await erase(elsewhere, fields);
    expect(elsewhere.status).toBe(422);
    expect((await shellOf(id)).erased_at).toBeNull();
    await erase(client, fields);
    expect((await shellOf(id)).erased_at).not.toBeNull();
  });
});

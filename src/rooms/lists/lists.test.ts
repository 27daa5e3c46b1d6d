import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMailingList, subscribeTo, writeMessage } from '../../../tests/make/lists.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findListOf, makeList } from './index.ts';

let site: TestSite;
let rosa: MadePerson;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  rosa = await makePerson(site, { nickname: 'Rosa Lenoir', isKnown: true });
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

const SETTINGS = {
  adresse: 'eau',
  marque: 'eau',
  'non-abonnes': 'refused',
  lecture: 'none',
  taille: '10',
};

describe('R154 a list on the site', () => {
  it('W14 is made by who runs the space, and refuses in words what cannot be', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['mailing-list'] });
    const component = components['mailing-list']!;
    const at = { space: space.slug, component: component.slug };
    const { client } = officer;
    await client.get(urls.spaceList(at));
    expect(client.main).toContain('pas encore ouverte');
    await client.get(urls.adminList(at));
    expect(client.status).toBe(200);
    await client.post(urls.adminList(at), { ...SETTINGS, adresse: 'é pas bon', taille: '99' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('24 caractères au plus');
    expect(client.main).toContain('de 1 à 15');
    expect(client.main).toContain('é pas bon');
    await client.post(urls.adminList(at), { ...SETTINGS, adresse: 'postmaster' });
    expect(client.main).toContain('réservée');
    await client.post(urls.adminList(at), SETTINGS);
    expect(client.html).toContain('La liste est ouverte');
    const other = await makeMailingList(site);
    await client.post(urls.adminList(other.at), {
      ...SETTINGS,
      version: String(other.list.version),
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Une autre liste a déjà cette adresse');
    await client.post(urls.adminListClose(at), { close: 'oui' });
    expect(client.main).toContain('Liste close');
    expect((await findListOf(site.db, site.organisationId, component.id))?.closedAt).not.toBeNull();
  });

  it('is subscribed to by asking, written to, answered, searched and left', async () => {
    const made = await makeMailingList(site);
    const { at } = made;
    const { client } = rosa;
    await client.get(urls.listWrite(at));
    expect(client.main).toContain('abonnez-vous d’abord');
    await client.post(urls.listSubscription(at), { rythme: 'jamais' });
    expect(client.status).toBe(422);
    await client.post(urls.listSubscription(at), { rythme: 'digest' });
    expect(client.main).toContain('un résumé par jour');
    await client.post(urls.listWrite(at), { objet: '', texte: 'Gardez ceci' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Gardez ceci');
    const formulaire = '11111111-1111-4111-8111-111111111111';
    const written = { objet: 'Le captage', texte: 'Il baisse.\n\nDepuis août.', formulaire };
    await client.post(urls.listWrite(at), written);
    expect(client.main).toContain('Depuis août.');
    const thread = client.path;
    // the same form again writes nothing more
    await client.post(urls.listWrite(at), written);
    expect(client.path).toBe(thread);
    const malik = await makePerson(site, { nickname: 'Malik' });
    await subscribeTo(site, made, malik);
    await malik.client.post(thread, { texte: 'Depuis juillet, plutôt.' });
    expect(malik.client.main).toContain('Depuis juillet');
    await client.get(urls.spaceList(at));
    expect(client.main).toContain('1 réponse');
    expect(client.main).not.toContain('juillet');
    await client.get(urls.spaceList(at, { q: 'juillet' }));
    expect(client.main).toContain('Malik');
    await client.get(urls.spaceList(at, { q: 'introuvable' }));
    expect(client.main).toContain('Aucun message');
    await client.post(urls.listUnsubscribe(at));
    expect(client.main).toContain('M’abonner');
  });

  it('W1 shows subjects, bodies, names and file names as words, and never as marks', async () => {
    const made = await makeMailingList(site);
    const evil = '<img src=x>"\'><script>alert(2)</script>';
    await subscribeTo(site, made, rosa);
    const file = new File(['rien'], '<b>x</b>.exe', { type: 'application/octet-stream' });
    const id = await writeMessage(site, made, rosa, { subject: evil, body: evil, files: [file] });
    const visitor = site.visitor();
    for (const path of [
      urls.spaceList(made.at),
      urls.listThread({ ...made.at, thread: id }),
      urls.spaceList(made.at, { q: evil }),
    ]) {
      await visitor.get(path);
      expect(visitor.status).toBe(200);
      expect(visitor.main).not.toMatch(/<img|<script>alert|<b>x/);
    }
    await visitor.get(urls.listThread({ ...made.at, thread: id }));
    expect(visitor.main).toContain('&lt;b>x&lt;/b>.exe');
    expect(visitor.main).toContain('n’est pas accepté');
  });

  it('W3 W5 is there for the readers of its space, and for nobody else', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['mailing-list'] });
    const component = components['mailing-list']!;
    const at = { space: space.slug, component: component.slug };
    const made = await makeList(
      site.db,
      { organisationId: site.organisationId, by: null },
      component,
      {
        localPart: 'reseau-prive',
        prefix: '',
        strangers: 'refused',
        moderation: 'none',
        mostBytes: 10 * 1024 * 1024,
      },
    );
    if (!made.ok) throw new Error(made.refusal);
    const insider = await makeInsider(site, space);
    await subscribeTo(site, made, insider);
    const file = new File(['%PDF-1.4\n%%EOF'], 'plan.pdf', { type: 'application/pdf' });
    const thread = await writeMessage(site, made, insider, {
      subject: 'Zorglub',
      body: 'Zorglub confidentiel',
      files: [file],
    });
    const kept = await site.db
      .selectFrom('list_file')
      .select('file_id')
      .where('message_id', '=', thread)
      .execute();
    const other = await makeMailingList(site);
    const outsider = await makePerson(site);
    const paths = [
      urls.spaceList(at),
      urls.listThread({ ...at, thread }),
      urls.listWrite(at),
      urls.listSubscription(at),
      urls.listQueue(at),
      ...kept.map((one) => urls.listFile({ ...at, file: `${one.file_id}.pdf` })),
    ];
    await insider.client.get(urls.listThread({ ...at, thread }));
    expect(insider.client.main).toContain('Zorglub confidentiel');
    for (const path of paths) {
      for (const client of [site.visitor(), outsider.client]) {
        const answer = await client.send(path);
        expect(answer.status, path).not.toBe(200);
        expect(await answer.text()).not.toContain('Zorglub');
      }
    }
    for (const path of [urls.listSubscription(at), urls.listWrite(at)])
      expect((await outsider.client.send(path, { rythme: 'each' })).status).toBe(403);
    // a thread or a file of one list is not read through another
    await outsider.client.get(urls.listThread({ ...other.at, thread }));
    expect(outsider.client.status).toBe(404);
    for (const one of kept) {
      const through = urls.listFile({ ...other.at, file: `${one.file_id}.pdf` });
      expect((await outsider.client.send(through)).status).toBe(404);
      expect((await outsider.client.send(urls.file({ file: `${one.file_id}.pdf` }))).status).toBe(
        404,
      );
    }
    expect((await outsider.client.send(urls.adminList(at))).status).not.toBe(200);
  });
});

describe('R154 what the team reads first', () => {
  it('waits unseen until somebody accepts it, or refuses it with a reason that is told', async () => {
    const made = await makeMailingList(site, { moderation: 'first' });
    const { at } = made;
    await subscribeTo(site, made, rosa);
    const waiting = await writeMessage(site, made, rosa, { subject: 'Premier', body: 'Bonjour' });
    const visitor = site.visitor();
    await visitor.get(urls.spaceList(at));
    expect(visitor.main).not.toContain('Premier');
    expect((await visitor.send(urls.listThread({ ...at, thread: waiting }))).status).toBe(404);
    expect((await rosa.client.send(urls.listQueue(at))).status).toBe(403);
    const { client } = officer;
    await client.get(urls.listQueue(at));
    expect(client.main).toContain('Premier message de cette personne');
    const judge = urls.listJudgement({ ...at, message: waiting });
    await client.post(judge, { decision: 'refuser', motif: '' });
    expect(client.status).toBe(422);
    // of two who judge it at once one does
    const [one, two] = await Promise.all([
      client.send(judge, { decision: 'accepter' }),
      client.send(judge, { decision: 'refuser', motif: 'Hors sujet' }),
    ]);
    expect([one.status, two.status].every((status) => status === 303 || status === 404)).toBe(true);
    const row = await site.db
      .selectFrom('list_message')
      .selectAll()
      .where('id', '=', waiting)
      .executeTakeFirstOrThrow();
    expect(Number(row.published_at !== null) + Number(row.refused_at !== null)).toBe(1);
    const refused = await makeMailingList(site, { moderation: 'all' });
    await subscribeTo(site, refused, rosa);
    const second = await writeMessage(site, refused, rosa, { subject: 'Second' });
    await client.post(urls.listJudgement({ ...refused.at, message: second }), {
      decision: 'refuser',
      motif: 'Hors du sujet de la liste',
    });
    expect(client.main).toContain('Rien n’attend');
    await rosa.client.get(urls.notices());
    expect(rosa.client.main).toContain('Hors du sujet de la liste');
  });

  it('takes a published message out of sight, told to its author; its thread keeps its place', async () => {
    const made = await makeMailingList(site);
    const { at } = made;
    await subscribeTo(site, made, rosa);
    const thread = await writeMessage(site, made, rosa, {
      subject: 'À retirer',
      body: 'Zut alors',
    });
    const path = urls.listWithdrawal({ ...at, message: thread });
    expect((await rosa.client.send(path, { motif: 'x' })).status).toBe(403);
    const { client } = officer;
    await client.get(path);
    expect(client.main).toContain('Zut alors');
    await client.post(path, { motif: '' });
    expect(client.status).toBe(422);
    await client.post(path, { motif: 'Contraire à la charte' });
    expect(client.main).toContain('Message retiré');
    const visitor = site.visitor();
    for (const shown of [
      urls.spaceList(at),
      urls.listThread({ ...at, thread }),
      urls.spaceList(at, { q: 'Zut' }),
    ]) {
      await visitor.get(shown);
      expect(visitor.main).not.toContain('Zut alors');
    }
    await rosa.client.get(urls.notices());
    expect(rosa.client.main).toContain('Contraire à la charte');
  });
});

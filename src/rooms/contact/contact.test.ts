import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMessage } from '../../../tests/make/contact.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findMessage, forgetMessages, listMessages, listReplies } from './message.store.ts';
import { checkMessage, MESSAGES_AN_HOUR } from './message.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());

const typed = {
  sujet: 'question',
  message: 'Bonjour, qui peut voter ?\nMerci <b>.',
  courriel: 'odile@exemple.fr',
  nom: 'Odile',
};
const tokenIn = ({ html }: SiteClient) => /name="jeton" value="([^"]+)"/.exec(html)![1]!;

/** The form, shown a while ago. */
async function openForm(): Promise<{ client: SiteClient; jeton: string }> {
  const client = site.visitor();
  await client.get(urls.contact());
  site.travel('1 minute');
  return { client, jeton: tokenIn(client) };
}
async function write(fields: Record<string, string> = {}): Promise<SiteClient> {
  site.travel(null);
  const { client, jeton } = await openForm();
  await client.post(urls.contact(), { ...typed, jeton, ...fields });
  return client;
}
const listNew = () => listMessages(site.db, site.organisationId, { state: 'new', before: null });
const forgetHits = () => site.db.deleteFrom('rate_counter').execute();

describe('R65 R185 one writes to the organisation', () => {
  it('R65 without an account: a mail to its contact address, a confirmation, and a ticket', async () => {
    let client = site.visitor();
    const mails = await mailsOf(site, async () => {
      client = await write();
    });
    expect(client.path).toBe(urls.contactSent());
    const [message] = await listNew();
    expect(message).toMatchObject({
      number: 1,
      topic: 'question',
      name: 'Odile',
      body: typed.message,
    });
    const [toTown, toSender] = ['participation@fleury.example', 'odile@exemple.fr'].map((to) =>
      mails.find((mail) => mail.to === to),
    );
    expect(mails).toHaveLength(2);
    expect(toTown!.text).toContain('qui peut voter');
    expect(toTown!.text).toContain(urls.adminMessage({ message: message!.id }));
    expect(toSender!.text).toContain('numéro 1');
    expect(toSender!.text, 'never what was typed').not.toContain('qui peut voter');
    await officer.client.get(urls.adminMessages());
    expect(officer.client.main).toContain('Nouveaux (1)');
    await officer.client.get(urls.adminMessage({ message: message!.id }));
    expect(officer.client.main).toContain('Merci &lt;b>.');
    const facts = await site.db
      .selectFrom('fact')
      .selectAll()
      .where('kind', '=', 'message.received')
      .execute();
    expect(JSON.stringify(facts)).not.toMatch(/odile|voter/i);
  });

  it('R65 the same form sent twice is one message', async () => {
    site.travel(null);
    await forgetHits();
    const { client, jeton } = await openForm();
    const before = (await listNew()).length;
    const send = () => client.send(urls.contact(), { ...typed, jeton });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await listNew()).toHaveLength(before + 1);
  });

  it('R65 what is missing is said beside its field, and nothing typed is lost', async () => {
    await forgetHits();
    const before = (await listNew()).length;
    const client = await write({ sujet: 'x', courriel: 'pas une adresse', message: '…' });
    expect(client.status).toBe(422);
    for (const id of ['sujet', 'courriel', 'message'])
      expect(client.main).toContain(`href="#${id}"`);
    expect(client.main).toContain('value="pas une adresse"');
    expect(await listNew()).toHaveLength(before);
    const long = { topic: 'vote', name: 'n'.repeat(81), email: '', body: 'é'.repeat(4001) };
    expect(checkMessage(long, 'email-missing')).toEqual({
      name: 'name-too-long',
      email: 'email-missing',
      body: 'body-too-long',
    });
  });

  it('R65 W10 programs are kept out: a trap, a signed form, the time to write; a person comes through', async () => {
    site.travel(null);
    await forgetHits();
    const before = (await listNew()).length;
    const trapped = await write({ 'site-web': 'https://spam.example' });
    expect(trapped.status).toBe(422);
    expect(trapped.main).toContain('qui peut voter');
    for (const jeton of [
      '',
      'x.y.z',
      tokenIn(trapped).replace(/.$/, (one) => (one === '0' ? '1' : '0')),
    ])
      expect((await write({ jeton })).status, jeton).toBe(422);
    site.travel(null);
    const client = site.visitor();
    await client.get(urls.contact());
    await client.post(urls.contact(), { ...typed, jeton: tokenIn(client) });
    expect(client.status, 'at once').toBe(422);
    expect(client.main).toContain('plus vite');
    expect(await listNew()).toHaveLength(before);
    site.travel('1 minute');
    await client.post(urls.contact(), { ...typed, jeton: tokenIn(client) });
    expect(client.path, 'the same form, later').toBe(urls.contactSent());
  });

  it('R65 W10 one mailbox is not flooded with confirmations, and the message stays on the page', async () => {
    await forgetHits();
    for (let sent = 0; sent < MESSAGES_AN_HOUR.mailbox; sent += 1)
      expect((await write()).path).toBe(urls.contactSent());
    const client = await write({ courriel: 'Odile+encore@exemple.fr' });
    expect(client.status).toBe(429);
    expect(client.main).toContain('qui peut voter');
    expect(client.main).toContain('Trop de messages');
    const { rows } = { rows: await site.db.selectFrom('rate_counter').select('key').execute() };
    expect(JSON.stringify(rows), 'nobody is named by a counter').not.toMatch(/odile|127\.0/i);
  });
});

describe('R65 the office answers', () => {
  it('R65 by mail from the page, once; then closes, and takes up again', async () => {
    site.travel(null);
    const id = await makeMessage(site, site.organisationId, 'Où est l’urne ?');
    const path = urls.adminMessage({ message: id });
    await officer.client.get(path);
    const replyId = /name="reponse-id" value="([^"]+)"/.exec(officer.client.html)![1]!;
    const reply = { reponse: 'À la mairie, tous les matins.', 'reponse-id': replyId, clore: 'oui' };
    const mails = await mailsOf(site, async () => {
      await officer.client.post(path, reply);
      await officer.client.post(path, reply);
    });
    expect(mails.map(({ to }) => to)).toEqual(['odile@exemple.fr']);
    expect(mails[0]!.text).toContain('À la mairie, tous les matins.');
    expect(await listReplies(site.db, site.organisationId, id)).toHaveLength(1);
    expect(officer.client.main).toContain('Répondu par Agathe');
    expect((await findMessage(site.db, site.organisationId, id))!.closedAt).not.toBeNull();
    await officer.client.post(urls.adminReopenMessage({ message: id }));
    await officer.client.get(urls.adminMessages({ etat: 'repondus' }));
    expect(officer.client.main).toContain(path);
    await officer.client.post(path, { reponse: ' ' });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('href="#reponse"');
  });

  it('R65 pages through many, each once', async () => {
    for (let index = 0; index < 34; index += 1)
      await makeMessage(site, site.organisationId, `Message de la file ${index}`);
    const seen: string[] = [];
    let next: string | undefined = urls.adminMessages();
    while (next) {
      await officer.client.get(next);
      seen.push(
        ...[...officer.client.main.matchAll(/Message de la file (\d+)/g)].map(([, n]) => n!),
      );
      next = /href="([^"]+)" rel="next"/.exec(officer.client.main)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(34);
    expect(seen).toHaveLength(34);
  });

  it('R65 a year after the last act, words, name and address are gone; number and dates stay', async () => {
    const id = await makeMessage(site, site.organisationId, 'À oublier un jour.');
    site.travel('364 days');
    await forgetMessages(site.db);
    expect((await findMessage(site.db, site.organisationId, id))!.email).toBe('odile@exemple.fr');
    site.travel('366 days');
    await forgetMessages(site.db);
    const erased = await findMessage(site.db, site.organisationId, id);
    expect(erased).toMatchObject({ name: '', email: '', body: '' });
    expect(erased!.number).toBeGreaterThan(0);
    site.travel(null);
    await officer.client.get(urls.adminMessage({ message: id }));
    expect(officer.client.main).toContain('Message effacé');
    expect(
      (await officer.client.send(urls.adminMessage({ message: id }), { reponse: 'Trop tard.' }))
        .status,
    ).toBe(422);
  });

  it('R65 W3 only officers read them', async () => {
    const id = await makeMessage(site, site.organisationId, 'Entre nous.');
    const { client } = await makePerson(site, { roles: ['ambassador'] });
    for (const path of [urls.adminMessages(), urls.adminMessage({ message: id })])
      expect((await client.send(path)).status).toBe(403);
    expect((await officer.client.send(urls.adminMessage({ message: 'x' }))).status).toBe(404);
  });
});

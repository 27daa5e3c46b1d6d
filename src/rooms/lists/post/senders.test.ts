import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listenForLists,
  type MadeList,
  makeMailingList,
  runJobsThrough,
  sendMail,
  subscribeTo,
} from '../../../../tests/make/lists.ts';
import { startMailServer } from '../../../../tests/make/mail-server.ts';
import { linkIn } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { writeListLink } from '../list-token.crypto.ts';
import { findSubscription } from '../subscription.store.ts';

let site: TestSite;
let listener: { port: number; stop(): Promise<void> };
let peer: Awaited<ReturnType<typeof startMailServer>>;
let rosa: MadePerson;
let malik: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  listener = await listenForLists(site);
  peer = await startMailServer();
  rosa = await makePerson(site, { nickname: 'Rosa Lenoir' });
  malik = await makePerson(site, { nickname: 'Malik' });
});
afterAll(async () => {
  await listener.stop();
  await peer.stop();
  await site.close();
});
beforeEach(async () => {
  site.travel(null);
  await runJobsThrough(site, peer.port);
  peer.given.length = 0;
});

const messagesOf = ({ list }: MadeList) =>
  site.db
    .selectFrom('list_message')
    .selectAll()
    .where('list_id', '=', list.id)
    .orderBy('received_at')
    .execute();
async function makeRead(options: Parameters<typeof makeMailingList>[1] = {}): Promise<MadeList> {
  const made = await makeMailingList(site, options);
  for (const person of [rosa, malik]) await subscribeTo(site, made, person);
  return made;
}
const refusalOf = (mail: Parameters<typeof sendMail>[1]) =>
  sendMail(listener.port, mail).then(
    ({ response }) => response,
    (error: { response: string }) => error.response,
  );
/** Where the mail leads that asks somebody whether they wrote a message. */
const askedLink = () => {
  const { email } = peer.given.find(({ email }) => email.subject?.startsWith('Avez-vous écrit'))!;
  return linkIn({ to: '', subject: '', locale: 'fr', text: email.text! });
};

describe('SC8 forged senders', () => {
  const forged: [string, Record<string, string>][] = [
    ['nobody vouches', {}],
    ['the server says fail', { 'Authentication-Results': 'mx.fleury.example; dmarc=fail' }],
    [
      'another server vouches',
      { 'Authentication-Results': 'mx.pirate.example; dmarc=pass header.from=exemple.fr' },
    ],
    [
      'another domain passed',
      { 'Authentication-Results': 'mx.fleury.example; dmarc=pass header.from=pirate.example' },
    ],
    [
      'its own words in a comment',
      {
        'Authentication-Results':
          'mx.fleury.example; dmarc=none (dmarc=pass header.from=exemple.fr)',
      },
    ],
    [
      'a signature of somebody else',
      { 'Authentication-Results': 'mx.fleury.example; dkim=pass header.d=pirate.example' },
    ],
  ];
  for (const [name, headers] of forged)
    it(`waits where ${name}: its claimed author is asked once, and a GET publishes nothing`, async () => {
      const made = await makeRead();
      await sendMail(listener.port, {
        from: rosa.email,
        to: made.address,
        vouched: false,
        headers,
      });
      const [message] = await messagesOf(made);
      expect(message).toMatchObject({ waits_for: 'proof', published_at: null });
      await runJobsThrough(site, peer.port);
      expect(peer.given.map(({ to }) => to[0])).toEqual([rosa.email]);
      const visitor = site.visitor();
      await visitor.get(askedLink());
      expect(visitor.main).toContain('C’est bien moi');
      expect((await messagesOf(made))[0]!.published_at).toBeNull();
      await visitor.get(urls.spaceList(made.at));
      expect(visitor.main).not.toContain('captage');
    });

  it('is published once its author says so by POST, and leaves for everybody', async () => {
    const made = await makeRead();
    await sendMail(listener.port, { from: rosa.email, to: made.address, vouched: false });
    await runJobsThrough(site, peer.port);
    const link = askedLink();
    peer.given.length = 0;
    const visitor = site.visitor();
    await Promise.all([visitor.send(link, {}), visitor.send(link, {})]);
    await runJobsThrough(site, peer.port);
    expect((await messagesOf(made))[0]!.published_at).not.toBeNull();
    expect(peer.given.map(({ to }) => to[0]).sort()).toEqual([rosa.email, malik.email].sort());
    await visitor.get(link);
    expect(visitor.main).toContain('Merci');
  });

  it('asks nobody who has not subscribed, and nobody more than three times', async () => {
    const made = await makeRead({ strangers: 'read-first' });
    for (let mail = 0; mail < 5; mail++)
      await refusalOf({ from: rosa.email, to: made.address, vouched: false });
    expect(await refusalOf({ from: rosa.email, to: made.address, vouched: false })).toContain(
      'attendent deja votre confirmation',
    );
    await sendMail(listener.port, {
      from: 'Victime <victime@exemple.org>',
      to: made.address,
      vouched: false,
    });
    await runJobsThrough(site, peer.port);
    expect(peer.given.map(({ to }) => to[0])).toEqual([rosa.email, rosa.email, rosa.email]);
    const [stranger] = (await messagesOf(made)).filter((row) => row.author_id === null);
    expect(stranger).toMatchObject({ waits_for: 'stranger', sender_email: 'victime@exemple.org' });
  });

  it('believes what the topmost result says, and a signature of the domain itself', async () => {
    const made = await makeRead();
    await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      vouched: false,
      headers: {
        'Authentication-Results':
          'mx.fleury.example 1; spf=fail smtp.mailfrom=x@pirate.example; dkim=pass (2048) header.d=exemple.fr',
      },
    });
    expect((await messagesOf(made))[0]!.published_at).not.toBeNull();
  });

  it('W13 a header cannot be smuggled in, and two authors are none', async () => {
    const made = await makeRead();
    const from = `${rosa.email}, ${malik.email}`;
    expect(await refusalOf({ from, to: made.address, returnPath: rosa.email })).toMatch(
      /^550 5\.6\.0/,
    );
    await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      subject: 'Bonjour\r\nBcc: victime@exemple.org',
      messageId: '<a b\r\nBcc: victime@exemple.org>',
    });
    await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      headers: { Subject: '=?utf-8?B?Qm9uam91cg0KQmNjOiB2aWN0aW1lQGV4ZW1wbGUub3Jn?=' },
    });
    await runJobsThrough(site, peer.port);
    expect(peer.given.length).toBeGreaterThanOrEqual(2);
    for (const { email, to } of peer.given) {
      expect(to).not.toContain('victime@exemple.org');
      expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    }
  });
});

describe('W4 links of a list', () => {
  it('each opens its own page, and no other; unsubscribing is one POST without signing in', async () => {
    const made = await makeRead();
    const { config, organisationId } = site;
    const own = (await findSubscription(site.db, organisationId, made.list.id, malik.id))!;
    const stop = writeListLink(config, organisationId, 'stop', own.id);
    const visitor = site.visitor();
    expect((await visitor.send(urls.confirmListMessage({ token: stop }))).status).toBe(404);
    expect((await visitor.send(urls.confirmListMessage({ token: stop }), {})).status).toBe(404);
    expect((await visitor.send(urls.unsubscribe({ token: stop }), {})).status).toBe(404);
    const confirm = writeListLink(config, organisationId, 'confirm', own.id);
    expect((await visitor.send(urls.stopList({ token: confirm }), {})).status).toBe(404);
    const spoilt = `${stop.slice(0, -1)}${stop.endsWith('0') ? '1' : '0'}`;
    expect((await visitor.send(urls.stopList({ token: spoilt }), {})).status).toBe(404);
    const foreign = writeListLink(config, made.list.id, 'stop', own.id);
    expect((await visitor.send(urls.stopList({ token: foreign }), {})).status).toBe(404);
    await visitor.get(urls.stopList({ token: stop }));
    expect(await findSubscription(site.db, organisationId, made.list.id, malik.id)).not.toBeNull();
    // as a mail program does it: no origin, no cookie
    const answer = await site.fetch(
      new Request(`http://localhost${urls.stopList({ token: stop })}`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      }),
    );
    expect(answer.status).toBe(200);
    expect(await findSubscription(site.db, organisationId, made.list.id, malik.id)).toBeNull();
  });
});

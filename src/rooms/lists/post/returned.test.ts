import { createConnection } from 'node:net';
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
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
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
describe('SC8 letters that come back', () => {
  const REPORT = (action: string, status: string) =>
    [
      'From: mailer-daemon@exemple.fr',
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.exemple.fr',
      '',
      'Final-Recipient: rfc822; malik@exemple.fr',
      `Action: ${action}`,
      `Status: ${status}`,
      '',
      '--b--',
      '',
    ].join('\r\n');
  /** Everything that leaves for him, as it comes back. */
  async function bounce(made: MadeList, raw: string): Promise<string> {
    peer.given.length = 0;
    await sendMail(listener.port, { from: rosa.email, to: made.address });
    await runJobsThrough(site, peer.port);
    const { from } = peer.given.find(({ to }) => to[0] === malik.email)!;
    await sendMail(listener.port, { from: 'x@exemple.fr', returnPath: '', to: from, raw });
    return from;
  }
  const pausedOf = async (made: MadeList) =>
    (await findSubscription(site.db, site.organisationId, made.list.id, malik.id))!.pausedAt;

  it('three for good pause the subscription, told on the site and resumed there; none reaches the list', async () => {
    const made = await makeRead();
    const back = await bounce(made, REPORT('failed', '5.1.1'));
    // the same letter again is counted once
    for (let again = 0; again < 3; again++)
      await sendMail(listener.port, {
        from: 'x@exemple.fr',
        returnPath: '',
        to: back,
        raw: REPORT('failed', '5.1.1'),
      });
    expect(await pausedOf(made)).toBeNull();
    await bounce(made, REPORT('failed', '5.1.1'));
    await bounce(made, 'Subject: no\r\n\r\nThis mailbox is gone.\r\n');
    expect(await pausedOf(made)).not.toBeNull();
    expect((await messagesOf(made)).every((row) => row.author_id === rosa.id)).toBe(true);
    peer.given.length = 0;
    await sendMail(listener.port, { from: rosa.email, to: made.address });
    await runJobsThrough(site, peer.port);
    expect(peer.given.map(({ to }) => to[0])).toEqual([rosa.email]);
    await malik.client.get(urls.notices());
    expect(malik.client.main).toContain('votre abonnement est en pause');
    await malik.client.get(urls.listSubscription(made.at));
    expect(malik.client.main).toContain('nous sont revenus');
    await malik.client.post(urls.listResume(made.at));
    expect(await pausedOf(made)).toBeNull();
  });

  it('a delay or a vacation reply says nothing, and a bounce address opens nothing', async () => {
    const made = await makeRead();
    for (const raw of [
      REPORT('delayed', '4.4.1'),
      REPORT('failed', '4.2.2'),
      'Auto-Submitted: auto-replied\r\nSubject: En vacances\r\n\r\nJe reviens lundi.\r\n',
    ])
      for (let time = 0; time < 2; time++) await bounce(made, raw);
    expect(await pausedOf(made)).toBeNull();
    const letter = await site.db.selectFrom('list_letter').select('id').executeTakeFirstOrThrow();
    const hex = letter.id.replaceAll('-', '');
    for (const token of [hex, hex.repeat(3)])
      expect((await site.visitor().send(urls.stopList({ token }), {})).status).toBe(404);
  });

  it('a server that knows nobody of that name is as good as a letter that came back', async () => {
    const made = await makeMailingList(site);
    const gone = await makePerson(site, { email: `inconnue-${Date.now()}@exemple.fr` });
    for (const person of [rosa, gone]) await subscribeTo(site, made, person);
    for (let mail = 0; mail < 3; mail++) {
      await sendMail(listener.port, { from: rosa.email, to: made.address });
      await runJobsThrough(site, peer.port);
    }
    const own = await findSubscription(site.db, site.organisationId, made.list.id, gone.id);
    expect(own!.pausedAt).not.toBeNull();
  });
});

describe('SC8 a mail of 20 MB that does not say how large it is', () => {
  it('is counted, refused with words, and the next one on the same connection is taken', async () => {
    const made = await makeRead();
    const socket = createConnection(listener.port, '127.0.0.1');
    socket.setEncoding('utf8');
    let said = '';
    socket.on('data', (words) => {
      said += words;
    });
    const until = async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(said)) await new Promise((heard) => socket.once('data', heard));
      const heard = said;
      said = '';
      return heard;
    };
    const say = (words: string, pattern: RegExp) => {
      socket.write(`${words}\r\n`);
      return until(pattern);
    };
    const open = async () => {
      await say(`MAIL FROM:<${rosa.email}>`, /^250 /m);
      await say(`RCPT TO:<${made.address}>`, /^250 /m);
      await say('DATA', /^354 /m);
    };
    await until(/^220 /m);
    await say('EHLO mx.exemple.fr', /^250 /m);
    await open();
    socket.write(`From: ${rosa.email}\r\nSubject: Plan\r\n\r\n`);
    const line = `${'a'.repeat(998)}\r\n`.repeat(1024);
    for (let written = 0; written < 20; written++)
      if (!socket.write(line)) await new Promise((drained) => socket.once('drain', drained));
    expect(await say('.', /^\d{3} /m)).toMatch(/^552 5\.3\.4 Message trop gros/);
    await open();
    const small = [
      `Authentication-Results: mx.fleury.example; dmarc=pass header.from=exemple.fr`,
      `From: ${rosa.email}`,
      'Subject: Plus petit',
      '',
      'Voici.',
      '.',
    ].join('\r\n');
    expect(await say(small, /^\d{3} /m)).toMatch(/^250 /);
    socket.end('QUIT\r\n');
    expect((await messagesOf(made)).map(({ subject }) => subject)).toEqual(['Plus petit']);
  });
});

describe('W7 attachments by mail', () => {
  it('pass the cleaning and are read by link; what is not taken is named, with why', async () => {
    const made = await makeRead();
    await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      attachments: [
        { filename: '../../<b>plan</b>.pdf', content: '%PDF-1.4\n%%EOF' },
        { filename: 'photo.exe', content: 'MZ rien de bon' },
      ],
    });
    await runJobsThrough(site, peer.port);
    const { email } = peer.given.find(({ to }) => to[0] === malik.email)!;
    expect(email.attachments).toEqual([]);
    expect(email.text).toContain('photo.exe (ce type de fichier n’est pas accepté)');
    const link = /\/espaces\/\S+\/fichiers\/\S+\.pdf/.exec(email.text!)![0];
    const answer = await malik.client.send(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).not.toMatch(/\.\.|<b>/);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });
});

describe('R154 a daily digest', () => {
  it('tells at its hour what was written since the last one, thread by thread, to who asked for it', async () => {
    const made = await makeRead();
    await subscribeTo(site, made, malik, { delivery: 'digest' });
    const first = await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      subject: 'Le captage',
    });
    await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      subject: 'Re: Le captage',
      inReplyTo: first.messageId,
      text: 'Et la source ?',
    });
    await sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      subject: 'Réunion de mars',
    });
    await runJobsThrough(site, peer.port);
    expect(peer.given.every(({ to }) => to[0] === rosa.email)).toBe(true);
    peer.given.length = 0;
    const write = () => writeDigests(site, made);
    await write();
    await write();
    await runJobsThrough(site, peer.port);
    expect(peer.given.map(({ to }) => to[0])).toEqual([malik.email]);
    const [{ email }] = peer.given as [(typeof peer.given)[number]];
    expect(email.subject).toMatch(/^\[eau\] Résumé\s: 3 messages$/);
    expect(email.text).toMatch(/1\. Le captage\n2\. Réunion de mars/);
    expect(email.text).toContain('Et la source ?');
    expect(email.text).not.toContain(rosa.email);
    const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      precedence: 'list',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });
});

/** What the job of a list does at the hour of digests. */
async function writeDigests(site: TestSite, { list }: MadeList): Promise<void> {
  await site.pool.query(
    `select graphile_worker.add_job('write-list-digest', json_build_object('organisationId', $1::text, 'listId', $2::text))`,
    [list.organisationId, list.id],
  );
  await runJobsThrough(site, peer.port);
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listenForLists,
  type MadeList,
  makeMailingList,
  runJobsThrough,
  sendMail,
  subscribeTo,
} from '../../../../tests/make/lists.ts';
import { type GivenMail, startMailServer } from '../../../../tests/make/mail-server.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';

let site: TestSite;
let listener: { port: number; stop(): Promise<void> };
let peer: Awaited<ReturnType<typeof startMailServer>>;
let rosa: MadePerson;
let malik: MadePerson;
let ines: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  listener = await listenForLists(site);
  peer = await startMailServer();
  rosa = await makePerson(site, { nickname: 'Rosa Lenoir' });
  malik = await makePerson(site, { nickname: 'Malik' });
  ines = await makePerson(site, { nickname: 'Inès', locale: 'en' });
});
afterAll(async () => {
  await listener.stop();
  await peer.stop();
  await site.close();
});
beforeEach(async () => {
  await runJobsThrough(site, peer.port);
  peer.given.length = 0;
});

const headerOf = ({ email }: GivenMail, key: string) =>
  email.headers.find((header) => header.key === key)?.value;
const messagesOf = ({ list }: MadeList) =>
  site.db
    .selectFrom('list_message')
    .selectAll()
    .where('list_id', '=', list.id)
    .orderBy('received_at')
    .execute();

async function makeRead(options: Parameters<typeof makeMailingList>[1] = {}): Promise<MadeList> {
  const made = await makeMailingList(site, options);
  for (const person of [rosa, malik, ines]) await subscribeTo(site, made, person);
  return made;
}

describe('R154 SC8 a list, by mail', () => {
  it('gives what a subscriber writes to every other, as a list does, and its answers thread', async () => {
    const made = await makeRead();
    const sent = await sendMail(listener.port, {
      from: `Rosa <${rosa.email}>`,
      to: made.address,
      subject: 'Le captage de la source',
      text: 'Bonjour,\n\nLe captage baisse.\n\n-- \nRosa',
    });
    expect(sent.response).toMatch(/^250 /);
    await runJobsThrough(site, peer.port);
    expect(peer.given.map(({ to }) => to[0]).sort()).toEqual(
      [rosa, malik, ines].map(({ email }) => email).sort(),
    );
    const toMalik = peer.given.find(({ to }) => to[0] === malik.email)!;
    const { email } = toMalik;
    expect(email.subject).toBe('[eau] Le captage de la source');
    expect(email.from).toMatchObject({
      name: 'Rosa Lenoir via Eau et assainissement',
      address: made.address,
    });
    expect(email.replyTo?.[0]).toMatchObject({ address: made.address });
    expect(email.to?.[0]).toMatchObject({ address: made.address });
    expect(email.messageId).toBe(sent.messageId);
    expect(headerOf(toMalik, 'list-id')).toBe(`<${made.list.localPart}.listes.fleury.example>`);
    expect(headerOf(toMalik, 'list-post')).toBe(`<mailto:${made.address}>`);
    expect(headerOf(toMalik, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(toMalik, 'list-unsubscribe')).toMatch(
      /^<http:\/\/localhost[^ ]*\/listes\/desabonnement\/[0-9a-f]{96}>$/,
    );
    expect(headerOf(toMalik, 'list-archive')).toContain('/listes/');
    expect(headerOf(toMalik, 'precedence')).toBe('list');
    expect(headerOf(toMalik, 'x-loop')).toBe(made.address);
    expect(headerOf(toMalik, 'auto-submitted')).toBeUndefined();
    // nobody reads where she is written to, and each letter comes back to an address of its own
    for (const one of peer.given.filter(({ to }) => to[0] !== rosa.email))
      expect(JSON.stringify(one.email)).not.toContain(rosa.email);
    expect(new Set(peer.given.map(({ from }) => from)).size).toBe(3);
    expect(toMalik.from).toMatch(
      /^liste-[0-9a-f]{8}\+bounce-[0-9a-f]{32}@listes\.fleury\.example$/,
    );
    expect(toMalik.from.split('@')[0]!.length).toBeLessThanOrEqual(64);

    await sendMail(listener.port, {
      from: malik.email,
      to: made.address,
      subject: 'RE: [eau] Le captage de la source',
      inReplyTo: sent.messageId,
      text: 'Depuis quand ?\n\nLe lun. 23 nov. 2026 à 10:00, Rosa via Eau <x@listes.example> a écrit :\n\n> Bonjour,\n>\n> Le captage baisse.',
    });
    const [first, answer] = await messagesOf(made);
    expect(answer).toMatchObject({
      parent_id: first!.id,
      thread_id: first!.id,
      subject: 'Le captage de la source',
      body: 'Depuis quand ?',
      author_id: malik.id,
    });
    expect(answer!.quoted).toContain('> Le captage baisse.');
    peer.given.length = 0;
    await runJobsThrough(site, peer.port);
    const again = peer.given.find(({ to }) => to[0] === rosa.email)!;
    expect(again.email.subject).toBe('[eau] Re: Le captage de la source');
    expect(again.email.inReplyTo).toBe(sent.messageId);
    expect(again.email.references).toContain(sent.messageId);
  });

  it('is spoken to in LMTP too', async () => {
    const made = await makeRead();
    const local = await listenForLists(site, { lmtp: true });
    const sent = await sendMail(local.port, { from: rosa.email, to: made.address, lmtp: true });
    await local.stop();
    expect(sent.response).toMatch(/^250 /);
    expect(await messagesOf(made)).toHaveLength(1);
  });

  it('knows nobody else: 550 for what is no list, 550 with words for who has not subscribed', async () => {
    const made = await makeRead();
    const stranger = await makePerson(site);
    const to = (address: string, from = rosa.email) =>
      sendMail(listener.port, { from, to: address }).catch((error) => error.response as string);
    expect(await to('personne@listes.fleury.example')).toMatch(/^550 5\.1\.1/);
    expect(await to(made.address.replace('listes.', 'autre.'))).toMatch(/^550 5\.1\.1/);
    expect(await to(made.address, stranger.email)).toMatch(/^550 5\.7\.1 Seules/);
    expect(await to(made.address, 'inconnu@exemple.org')).toMatch(/^550 5\.7\.1 Seules/);
    expect(await messagesOf(made)).toEqual([]);
  });
});

describe('SC8 what would go round for ever', () => {
  it('its own letters, other lists, vacation replies and what has no sender are taken and forgotten', async () => {
    const made = await makeRead();
    const other = await makeRead();
    const machines: Parameters<typeof sendMail>[1][] = [
      { from: rosa.email, to: made.address, headers: { 'X-Loop': made.address } },
      { from: rosa.email, to: made.address, headers: { 'List-Id': '<autre.exemple.org>' } },
      { from: rosa.email, to: made.address, headers: { 'Auto-Submitted': 'auto-replied' } },
      { from: rosa.email, to: made.address, headers: { Precedence: 'bulk' } },
      { from: rosa.email, to: made.address, headers: { 'X-Autoreply': 'yes' } },
      { from: rosa.email, to: made.address, returnPath: '' },
    ];
    for (const mail of machines)
      expect((await sendMail(listener.port, mail)).response).toMatch(/^250 /);
    expect(await messagesOf(made)).toEqual([]);
    // a list that reads another: what the other sends comes here as it left, and goes no further
    await sendMail(listener.port, { from: rosa.email, to: other.address });
    await runJobsThrough(site, peer.port);
    const [letter] = peer.given;
    const headers = Object.fromEntries(
      letter!.email.headers
        .filter(({ key }) => ['list-id', 'precedence', 'x-loop'].includes(key))
        .map(({ key, value }) => [key, value]),
    );
    await sendMail(listener.port, {
      from: letter!.email.from!.address!,
      to: made.address,
      headers,
    });
    expect(await messagesOf(made)).toEqual([]);
  });
});

describe('SC8 a mail that comes twice', () => {
  it('stands once, and leaves once, however many bring it at once', async () => {
    const made = await makeRead();
    const mail = { from: rosa.email, to: made.address, messageId: '<meme@exemple.fr>' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => sendMail(listener.port, mail)),
    );
    expect(answers.every(({ response }) => response.startsWith('250 '))).toBe(true);
    expect(await messagesOf(made)).toHaveLength(1);
    await runJobsThrough(site, peer.port);
    expect(peer.given).toHaveLength(3);
  });

  it('F6 nothing is lost nor sent twice where the server ends between yes and the letters', async () => {
    const made = await makeRead();
    const killed = await listenForLists(site);
    await sendMail(killed.port, { from: rosa.email, to: made.address });
    await killed.stop();
    await runJobsThrough(site, peer.port);
    await runJobsThrough(site, peer.port);
    expect(peer.given.map(({ to }) => to[0]).sort()).toEqual(
      [rosa, malik, ines].map(({ email }) => email).sort(),
    );
  });
});

describe('SC8 20 MB', () => {
  it('is refused with words before it is sent, and the connection goes on', async () => {
    const made = await makeRead();
    const large = sendMail(listener.port, {
      from: rosa.email,
      to: made.address,
      attachments: [{ filename: 'plan.pdf', content: Buffer.alloc(20 * 1024 * 1024, 7) }],
    });
    await expect(large).rejects.toMatchObject({
      responseCode: 552,
      response: expect.stringMatching(/10 Mo au plus.*10 MB at most/),
    });
    expect(await messagesOf(made)).toEqual([]);
  });
});

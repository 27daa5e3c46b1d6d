import { randomInt } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { type SmsPeer, startSmsPeer } from '../../../../tests/make/sms-peer.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { readConfig } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { openSmsGateway, type QueuedSms, sendQueuedSms } from '../../../platform/sms/sms.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { checkPhoneCode, type PhoneVisit, readAskedNumber, sendPhoneCode } from '../index.ts';
import { electorateRoom } from '../room.ts';

let site: TestSite;
let made: MadePoll;
let peer: SmsPeer;
let visit: PhoneVisit;
let number = 0;
beforeAll(async () => {
  site = await openTestSite();
  made = await makePoll(site);
  peer = await startSmsPeer();
});
afterAll(async () => {
  await peer.stop();
  await site.close();
});
beforeEach(async () => {
  travel('0 seconds');
  visit = {
    db: site.db,
    config: configure(),
    organisation: {
      id: site.organisationId,
      name: 'Ville d’Évry',
      host: 'participer.evry.example',
    },
    address: newAddress(),
    pollId: made.poll.id,
  };
  await deliver();
  peer.asked.length = 0;
});

/** Windows of limits begin at full minutes, hours and days: every test begins a minute into a day, UTC. */
const travel = (further: string) =>
  site.travel(`${86_460 - (Math.floor(Date.now() / 1000) % 86_400)} seconds ${further}`);
const configure = (set: Record<string, string> = {}) =>
  readConfig({
    PALABRE_VAR: site.config.varFolder,
    PALABRE_SMS_URL: peer.url,
    PALABRE_SMS_PER_HOUR: '100000',
    ...set,
  });
const newAddress = () => Array.from({ length: 4 }, () => randomInt(1, 255)).join('.');
/** Each in a block of its own. */
const newPhone = () =>
  `06 1${String(1000 + ++number).slice(0, 1)} ${String(1000 + number).slice(1)} 678`;

const ask = (phone: string, asking = '', from: Partial<PhoneVisit> = {}) =>
  sendPhoneCode({ ...visit, ...from }, { phone, locale: 'fr', asking });
/** Sends, delivers, and returns what the browser keeps. */
async function asked(phone: string, asking = '', from: Partial<PhoneVisit> = {}) {
  const sent = await ask(phone, asking, from);
  if (!sent.ok) throw new Error(sent.refusal);
  await deliver();
  return sent.asking;
}
const deliver = () =>
  runDueJobs(site.pool, {
    'send-sms': (queued: QueuedSms) =>
      sendQueuedSms(
        openSmsGateway(visit.config),
        openKeys(visit.config.keysFolder).rollKey(),
        queued,
      ),
  });
const texts = () => peer.asked.map(({ body }) => JSON.parse(body) as { to: string; text: string });
const lastCode = () => /#(\d{6})$/.exec(texts().at(-1)!.text)![1]!;
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const check = (code: string, asking: string, from: Partial<PhoneVisit> = {}) =>
  checkPhoneCode({ ...visit, ...from }, { code, asking });
const refused = { ok: false, refusal: 'code-refused' };

describe('a code by SMS', () => {
  it('R53 proves a number once, however it was spelt, and says nothing of a vote', async () => {
    const asking = await asked('+33 (0)6 98 76 54 32');
    const code = lastCode();
    expect(texts()).toEqual([
      {
        to: '+33698765432',
        from: 'Palabre',
        text:
          `Votre code Palabre pour Ville d'Évry : ${code.slice(0, 3)} ${code.slice(3)}. ` +
          `Valable 10 minutes. Ne le donnez à personne.\n\n@participer.evry.example #${code}`,
      },
    ]);
    expect(texts()[0]!.text.length).toBeLessThanOrEqual(160);
    expect(texts()[0]!.text).not.toMatch(/vot(e|er|é)\b|scrutin|bulletin|projet/i);
    expect(readAskedNumber(visit.config, visit.pollId, asking)).toBe('06 98 76 54 32');
    expect(await check(` ${code.slice(0, 3)}-${code.slice(3)}`, asking)).toEqual({
      ok: true,
      proven: { kind: 'phone', value: '+33698765432' },
    });
    expect(await check(code, asking)).toEqual(refused);
  });

  it('writes in the language of the reader', async () => {
    await sendPhoneCode(visit, { phone: newPhone(), locale: 'en', asking: '' });
    await deliver();
    expect(texts()[0]!.text).toContain("Your Palabre code for Ville d'Évry: ");
  });

  it('W10 numbers that nobody reads a code on are refused before anything is sent', async () => {
    const attempts = {
      '01 23 45 67 89': 'phone-fixed',
      '0899 12 34 56': 'phone-premium',
      '': 'phone-missing',
    };
    for (const [phone, refusal] of Object.entries(attempts))
      expect(await ask(phone)).toEqual({ ok: false, refusal });
    expect(await ask('+225 07 01 23 45 67')).toEqual({ ok: false, refusal: 'phone-country' });
    await deliver();
    expect(peer.asked).toEqual([]);
  });

  it('keeps number and code out of the database, in the clear or as a plain hash', async () => {
    const phone = newPhone();
    const sent = await ask(phone);
    const { rows } = await site.pool.query(
      `select row_to_json(c)::text as row from phone_code c
       union all select row_to_json(j)::text from graphile_worker._private_jobs j
       union all select row_to_json(r)::text from rate_counter r
       union all select row_to_json(f)::text from fact f where subject_kind like '%phone%'`,
    );
    const digits = phone.replaceAll(' ', '').slice(1);
    const held = JSON.stringify(rows);
    expect(held).not.toContain(digits);
    await deliver();
    expect(held).not.toContain(lastCode());
    expect(sent.ok && Buffer.from(sent.asking, 'base64url').toString('latin1')).not.toContain(
      digits,
    );
  });
});

describe('W10 guessing', () => {
  it('W10 five tries, then the code is gone: the right one too, with the same words', async () => {
    const asking = await asked(newPhone());
    const code = lastCode();
    for (let tries = 0; tries < 5; tries++)
      expect(await check(wrong(code), asking)).toEqual(refused);
    expect(await check(code, asking)).toEqual(refused);
    const { rows } = await site.pool.query('select 1 from phone_code where tries_left = 0');
    expect(rows).toEqual([]);
  });

  it('W10 forty guesses at the same instant share the five tries', async () => {
    const asking = await asked(newPhone());
    const code = Number(lastCode());
    const guesses = Array.from({ length: 40 }, (_, at) =>
      String((code + 1 + at) % 1e6).padStart(6, '0'),
    );
    const answers = await Promise.all(guesses.map((guess) => check(guess, asking)));
    expect(answers).toEqual(Array(40).fill(refused));
    expect(await check(String(code).padStart(6, '0'), asking)).toEqual(refused);
  });

  it('W10 what is no code costs no try', async () => {
    const asking = await asked(newPhone());
    for (let tries = 0; tries < 6; tries++) {
      expect(await check('', asking)).toEqual({ ok: false, refusal: 'code-missing' });
      expect(await check('12345', asking)).toEqual({ ok: false, refusal: 'code-unreadable' });
    }
    expect(await check(lastCode(), asking)).toMatchObject({ ok: true });
  });

  it('V2 W10 of two right codes at the same instant one passes', async () => {
    for (let round = 0; round < 10; round++) {
      const from = { address: newAddress() };
      const asking = await asked(newPhone(), '', from);
      const code = lastCode();
      const answers = await Promise.all([check(code, asking, from), check(code, asking, from)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  it('W10 a code counts in the browser, the poll and the organisation it was asked for', async () => {
    const mine = await asked(newPhone());
    const code = lastCode();
    const theirs = await asked(newPhone());
    const other = await makePoll(site, { edition: { slug: 'autre' } });
    const organisationId = await insertOrganisation(site.db, {
      slug: 'braye',
      name: 'Braye',
      host: 'braye.example',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'a@braye.example',
      tagline: '',
      charter: 'Oui.',
    });
    const elsewhere = { organisation: { ...visit.organisation, id: organisationId } };
    if (code !== lastCode()) expect(await check(code, theirs)).toEqual(refused);
    expect(await check(code, '')).toEqual(refused);
    expect(await check(code, `${mine.slice(0, -4)}AAAA`)).toEqual(refused);
    expect(await check(code, mine, { pollId: other.poll.id })).toEqual(refused);
    expect(await check(code, mine, elsewhere)).toEqual(refused);
    expect(await check(code, mine)).toMatchObject({ ok: true });
  });

  it('W10 sixty codes a minute from one network, then a wait', async () => {
    const answers = [];
    for (let tries = 0; tries < 61; tries++) answers.push(await check('000000', ''));
    expect(answers.slice(0, 60)).toEqual(Array(60).fill(refused));
    expect(answers[60]).toMatchObject({ refusal: 'code-too-often', wait: expect.any(Number) });
  });
});

describe('a code’s life', () => {
  it('is ten minutes, to the next full one; then a job forgets it', async () => {
    const [early, late] = [await asked(newPhone()), await asked(newPhone())];
    const codes = texts().map(({ text }) => text.slice(-6));
    travel('9 minutes 59 seconds');
    expect(await check(codes[0]!, early)).toMatchObject({ ok: true });
    travel('11 minutes 1 second');
    expect(await check(codes[1]!, late)).toEqual(refused);
    const jobs = electorateRoom.jobs!({ ...visit, postman: { send: async () => {} } });
    await jobs['forget-phone-codes']!(undefined as never);
    const { rows } = await site.pool.query(
      "select 1 from phone_code where ends_at < now() + interval '11 minutes'",
    );
    expect(rows).toEqual([]);
  });

  it('ends with the next one of the same browser', async () => {
    const phone = newPhone();
    const first = await asked(phone);
    const code = lastCode();
    const second = await asked(phone, first);
    if (code !== lastCode()) expect(await check(code, second)).toEqual(refused);
    expect(await check(lastCode(), second)).toMatchObject({ ok: true });
  });

  it('F6 of a gateway that was away too long is not sent any more', async () => {
    peer.next('fail');
    await ask(newPhone());
    await deliver();
    await site.pool.query(
      `update graphile_worker._private_jobs set run_at = now(),
        payload = jsonb_set(payload::jsonb, '{until}', '"2020-01-01T00:00:00.000Z"')::json
       where payload::text like '%sealed%'`,
    );
    await deliver();
    expect(peer.asked).toHaveLength(1);
    const { rows } = await site.pool.query(
      `select 1 from graphile_worker.jobs where task_identifier = 'send-sms'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('W10 pumping', () => {
  it('W10 five codes an hour to a number, whoever asks; more are answered alike and not sent', async () => {
    const phone = newPhone();
    const answers = [];
    let fifth = '';
    for (let times = 0; times < 10; times++) {
      answers.push(await ask(phone, '', { address: newAddress() }));
      await deliver();
      if (times === 4) fifth = lastCode();
    }
    expect(answers.map(({ ok }) => ok)).toEqual(Array(10).fill(true));
    expect(texts()).toHaveLength(5);
    const [kept, decoy] = [answers[4]!, answers[9]!];
    expect(decoy.ok && (await check(fifth, decoy.asking))).toEqual(refused);
    expect(kept.ok && (await check(fifth, kept.asking))).toMatchObject({ ok: true });
  });

  it('W10 a sixth asking in the same browser leaves the fifth code good', async () => {
    const phone = newPhone();
    let asking = '';
    for (let times = 0; times < 6; times++) asking = await asked(phone, asking);
    expect(texts()).toHaveLength(5);
    expect(await check(lastCode(), asking)).toMatchObject({ ok: true });
  });

  it('W10 twenty codes a day to a number', async () => {
    const phone = newPhone();
    for (let hour = 0; hour < 6; hour++) {
      travel(`${hour} hours`);
      for (let times = 0; times < 5; times++) await asked(phone, '', { address: newAddress() });
    }
    expect(texts()).toHaveLength(20);
  });

  it('W10 ten codes a minute from one network, whatever the numbers; then a wait that is said', async () => {
    const answers = [];
    for (let times = 0; times < 11; times++) answers.push(await ask(newPhone()));
    expect(answers.slice(0, 10).every(({ ok }) => ok)).toBe(true);
    expect(answers[10]).toMatchObject({ refusal: 'phone-too-often', wait: expect.any(Number) });
    const neighbour = { address: newAddress() };
    expect(await ask(newPhone(), '', neighbour)).toMatchObject({ ok: true });
  });

  it('W10 numbers that follow each other: twenty an hour, the others are answered alike and not sent', async () => {
    for (let times = 0; times < 25; times++)
      await asked(`07 55 00 01 ${10 + times}`, '', { address: newAddress() });
    expect(texts()).toHaveLength(20);
  });

  it('W10 an organisation has so many codes an hour, then says so; the others go on', async () => {
    const config = configure({ PALABRE_SMS_PER_HOUR: '3' });
    const pollOf = async (slug: string) => {
      const organisationId = await insertOrganisation(site.db, {
        slug,
        name: slug,
        host: `${slug}.example`,
        kind: 'town',
        colour: '#1B6B3A',
        contactEmail: `a@${slug}.example`,
        tagline: '',
        charter: 'Oui.',
      });
      const { poll } = await makePoll(site, { edition: { organisationId, slug } });
      return {
        config,
        pollId: poll.id,
        organisation: { ...visit.organisation, id: organisationId },
      };
    };
    const [pumped, calm] = [await pollOf('pompee'), await pollOf('calme')];
    const answers = [];
    for (let times = 0; times < 4; times++)
      answers.push(await ask(newPhone(), '', { ...pumped, address: newAddress() }));
    expect(answers.slice(0, 3).every(({ ok }) => ok)).toBe(true);
    expect(answers[3]).toMatchObject({ refusal: 'phone-busy', wait: expect.any(Number) });
    expect(await ask(newPhone(), '', calm)).toMatchObject({ ok: true });
  });
});

describe('W10 enumeration', () => {
  /** The statements that an act costs, in order. */
  async function statementsOf(act: (db: Database) => Promise<unknown>): Promise<string[]> {
    const kinds: string[] = [];
    const watch: KyselyPlugin = {
      transformQuery: ({ node }) => {
        kinds.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    await act(site.db.withPlugin(watch));
    return kinds;
  }

  it('W10 a tired number costs the same statements as a fresh one', async () => {
    const tired = newPhone();
    for (let times = 0; times < 6; times++) await asked(tired, '', { address: newAddress() });
    const [fresh, again] = [
      await statementsOf((db) => ask(newPhone(), '', { db, address: newAddress() })),
      await statementsOf((db) => ask(tired, '', { db, address: newAddress() })),
    ];
    expect(again).toEqual(fresh);
    expect(fresh.length).toBeGreaterThan(5);
  });

  it('W10 a wrong code costs the same statements as one that was never asked for', async () => {
    const asking = await asked(newPhone());
    const typed = wrong(lastCode());
    const [known, unknown] = [
      await statementsOf((db) => check(typed, asking, { db })),
      await statementsOf((db) => check(typed, '', { db })),
    ];
    expect(unknown).toEqual(known);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  newAddress,
  openPhoneStage,
  type PhoneStage,
  wrongCode,
} from '../../../../tests/make/phone.ts';
import { makePoll } from '../../../../tests/make/polls.ts';
import { openJobs } from '../../../site.tsx';
import { CODE_MINUTES, type PhoneMark, readAskedNumber, sendPhoneCode } from '../index.ts';

let stage: PhoneStage;
beforeAll(async () => {
  stage = await openPhoneStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.reset());

const refused = { ok: false, refusal: 'code-refused' };

describe('a code by SMS', () => {
  it('R53 proves a number once, however it was spelt, and says nothing of a vote', async () => {
    const asking = await stage.asked('+33 (0)6 98 76 54 32');
    const code = stage.lastCode();
    expect(stage.texts()).toEqual([
      {
        to: '+33698765432',
        from: 'Palabre',
        text:
          `Votre code Palabre pour Ville d'Évry : ${code.slice(0, 3)} ${code.slice(3)}. ` +
          `Valable 10 minutes. Ne le donnez à personne.\n\n@participer.evry.example #${code}`,
      },
    ]);
    expect(stage.texts()[0]!.text.length).toBeLessThanOrEqual(160);
    expect(stage.texts()[0]!.text).not.toMatch(/vot(e|er|é)\b|scrutin|bulletin|projet/i);
    expect(readAskedNumber(stage.visit.config, stage.visit.pollId, asking)).toBe('06 98 76 54 32');
    const proven: PhoneMark = { kind: 'phone', value: '+33698765432' };
    const typed = ` ${code.slice(0, 3)}-${code.slice(3)}`;
    expect(await stage.check(typed, asking)).toEqual({ ok: true, proven });
    expect(await stage.check(code, asking)).toEqual(refused);
  });

  it('writes in the language of the reader', async () => {
    await sendPhoneCode(stage.visit, { phone: stage.newPhone(), locale: 'en', asking: '' });
    await stage.deliver();
    expect(stage.texts()[0]!.text).toContain("Your Palabre code for Ville d'Évry: ");
  });

  it('W10 numbers that nobody reads a code on are refused before anything is sent', async () => {
    const attempts = {
      '01 23 45 67 89': 'phone-fixed',
      '0899 12 34 56': 'phone-premium',
      '': 'phone-missing',
    };
    for (const [phone, refusal] of Object.entries(attempts))
      expect(await stage.ask(phone)).toEqual({ ok: false, refusal });
    expect(await stage.ask('+225 07 01 23 45 67')).toEqual({ ok: false, refusal: 'phone-country' });
    await stage.deliver();
    expect(stage.peer.asked).toEqual([]);
  });

  it('keeps number and code out of the database, in the clear or as a plain hash', async () => {
    const phone = stage.newPhone();
    const sent = await stage.ask(phone);
    const { rows } = await stage.site.pool.query(
      `select row_to_json(c)::text as row from contact_code c
       union all select row_to_json(j)::text from graphile_worker._private_jobs j
       union all select row_to_json(r)::text from rate_counter r
       union all select row_to_json(f)::text from fact f where subject_kind like '%phone%'`,
    );
    const digits = phone.replaceAll(' ', '').slice(1);
    const held = JSON.stringify(rows);
    expect(held).not.toContain(digits);
    await stage.deliver();
    expect(held).not.toContain(stage.lastCode());
    expect(sent.ok && Buffer.from(sent.asking, 'base64url').toString('latin1')).not.toContain(
      digits,
    );
  });
});

describe('W10 guessing', () => {
  it('W10 five tries, then the code is gone: the right one too, with the same words', async () => {
    const asking = await stage.asked(stage.newPhone());
    const code = stage.lastCode();
    for (let tries = 0; tries < 5; tries++)
      expect(await stage.check(wrongCode(code), asking)).toEqual(refused);
    expect(await stage.check(code, asking)).toEqual(refused);
    const { rows } = await stage.site.pool.query('select 1 from contact_code where tries_left = 0');
    expect(rows).toEqual([]);
  });

  it('W10 forty guesses at the same instant share the five tries', async () => {
    const asking = await stage.asked(stage.newPhone());
    const code = Number(stage.lastCode());
    const guesses = Array.from({ length: 40 }, (_, at) =>
      String((code + 1 + at) % 1e6).padStart(6, '0'),
    );
    const answers = await Promise.all(guesses.map((guess) => stage.check(guess, asking)));
    expect(answers).toEqual(Array(40).fill(refused));
    expect(await stage.check(String(code).padStart(6, '0'), asking)).toEqual(refused);
  });

  it('W10 what is no code costs no try', async () => {
    const asking = await stage.asked(stage.newPhone());
    for (let tries = 0; tries < 6; tries++) {
      expect(await stage.check('', asking)).toEqual({ ok: false, refusal: 'code-missing' });
      expect(await stage.check('12345', asking)).toEqual({ ok: false, refusal: 'code-unreadable' });
    }
    expect(await stage.check(stage.lastCode(), asking)).toMatchObject({ ok: true });
  });

  it('V2 W10 of two right codes at the same instant one passes', async () => {
    for (let round = 0; round < 10; round++) {
      const asking = await stage.asked(stage.newPhone());
      const code = stage.lastCode();
      const answers = await Promise.all([stage.check(code, asking), stage.check(code, asking)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  it('W10 a code counts in the browser, the poll and the organisation it was asked for', async () => {
    const mine = await stage.asked(stage.newPhone());
    const code = stage.lastCode();
    const theirs = await stage.asked(stage.newPhone());
    const other = await makePoll(stage.site, { edition: { slug: 'autre' } });
    const { organisation } = await stage.visitElsewhere('braye');
    if (code !== stage.lastCode()) expect(await stage.check(code, theirs)).toEqual(refused);
    expect(await stage.check(code, '')).toEqual(refused);
    expect(await stage.check(code, `${mine.slice(0, -4)}AAAA`)).toEqual(refused);
    expect(await stage.check(code, mine, { pollId: other.poll.id })).toEqual(refused);
    expect(await stage.check(code, mine, { organisation })).toEqual(refused);
    expect(await stage.check(code, mine)).toMatchObject({ ok: true });
  });

  it('W10 sixty codes a minute from one network, then a wait', async () => {
    const network = { address: newAddress() };
    const answers = [];
    for (let tries = 0; tries < 61; tries++) answers.push(await stage.check('000000', '', network));
    expect(answers.slice(0, 60)).toEqual(Array(60).fill(refused));
    expect(answers[60]).toMatchObject({ refusal: 'code-too-often', wait: expect.any(Number) });
  });
});

describe('a code’s life', () => {
  it('is ten minutes, to the next full one; then a job forgets it', async () => {
    const [early, late] = [
      await stage.asked(stage.newPhone()),
      await stage.asked(stage.newPhone()),
    ];
    const codes = stage.texts().map(({ text }) => text.slice(-6));
    stage.travel(CODE_MINUTES * 60 - 1);
    expect(await stage.check(codes[0]!, early)).toMatchObject({ ok: true });
    stage.travel((CODE_MINUTES + 1) * 60 + 1);
    expect(await stage.check(codes[1]!, late)).toEqual(refused);
    const jobs = openJobs({ ...stage.visit, postman: { send: async () => {} } });
    await jobs['forget-contact-codes']!(undefined as never);
    const { rows } = await stage.site.pool.query('select 1 from contact_code');
    expect(rows).toEqual([]);
  });

  it('ends with the next one of the same browser', async () => {
    const phone = stage.newPhone();
    const first = await stage.asked(phone);
    const code = stage.lastCode();
    const second = await stage.asked(phone, first);
    if (code !== stage.lastCode()) expect(await stage.check(code, second)).toEqual(refused);
    expect(await stage.check(stage.lastCode(), second)).toMatchObject({ ok: true });
  });

  it('F6 of a gateway that was away too long is not sent any more', async () => {
    stage.peer.next('fail');
    await stage.ask(stage.newPhone());
    await stage.deliver();
    await stage.site.pool.query(
      `update graphile_worker._private_jobs set run_at = now(),
        payload = jsonb_set(payload::jsonb, '{until}', '"2020-01-01T00:00:00.000Z"')::json
       where payload::text like '%sealed%'`,
    );
    await stage.deliver();
    expect(stage.peer.asked).toHaveLength(1);
    const { rows } = await stage.site.pool.query(
      `select 1 from graphile_worker.jobs where task_identifier = 'send-sms'`,
    );
    expect(rows).toEqual([]);
  });
});

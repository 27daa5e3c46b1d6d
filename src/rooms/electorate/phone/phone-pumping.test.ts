import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  newAddress,
  openPhoneStage,
  type PhoneStage,
  wrongCode,
} from '../../../../tests/make/phone.ts';
import type { Database } from '../../../platform/database/database.ts';

let stage: PhoneStage;
beforeAll(async () => {
  stage = await openPhoneStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.reset());

const refused = { ok: false, refusal: 'code-refused' };

describe('W10 pumping', () => {
  it('W10 five codes an hour to a number, whoever asks; more are answered alike and not sent', async () => {
    const phone = stage.newPhone();
    const answers = [];
    let fifth = '';
    for (let times = 0; times < 10; times++) {
      answers.push(await stage.ask(phone));
      await stage.deliver();
      if (times === 4) fifth = stage.lastCode();
    }
    expect(answers.map(({ ok }) => ok)).toEqual(Array(10).fill(true));
    expect(stage.texts()).toHaveLength(5);
    const [kept, decoy] = [answers[4]!, answers[9]!];
    expect(decoy.ok && (await stage.check(fifth, decoy.asking))).toEqual(refused);
    expect(kept.ok && (await stage.check(fifth, kept.asking))).toMatchObject({ ok: true });
  });

  it('W10 a sixth asking in the same browser leaves the fifth code good', async () => {
    const phone = stage.newPhone();
    let asking = '';
    for (let times = 0; times < 6; times++) asking = await stage.asked(phone, asking);
    expect(stage.texts()).toHaveLength(5);
    expect(await stage.check(stage.lastCode(), asking)).toMatchObject({ ok: true });
  });

  it('W10 twenty codes a day to a number', async () => {
    const phone = stage.newPhone();
    for (let hour = 0; hour < 6; hour++) {
      stage.travel(hour * 3600);
      for (let times = 0; times < 5; times++) await stage.asked(phone);
    }
    expect(stage.texts()).toHaveLength(20);
  });

  it('W10 ten codes a minute from one network, whatever the numbers; then a wait that is said', async () => {
    const network = { address: newAddress() };
    const answers = [];
    for (let times = 0; times < 11; times++)
      answers.push(await stage.ask(stage.newPhone(), '', network));
    expect(answers.slice(0, 10).every(({ ok }) => ok)).toBe(true);
    expect(answers[10]).toMatchObject({ refusal: 'phone-too-often', wait: expect.any(Number) });
    expect(await stage.ask(stage.newPhone())).toMatchObject({ ok: true });
  });

  it('W10 numbers that follow each other: twenty an hour, the others are answered alike and not sent', async () => {
    for (let times = 0; times < 25; times++) await stage.asked(`07 55 00 01 ${10 + times}`);
    expect(stage.texts()).toHaveLength(20);
  });

  it('W10 an organisation has so many codes an hour, then says so; the others go on', async () => {
    const config = stage.configure({ PALABRE_SMS_PER_HOUR: '3' });
    const pumped = { ...(await stage.visitElsewhere('pompee')), config };
    const calm = { ...(await stage.visitElsewhere('calme')), config };
    const answers = [];
    for (let times = 0; times < 4; times++)
      answers.push(await stage.ask(stage.newPhone(), '', pumped));
    expect(answers.slice(0, 3).every(({ ok }) => ok)).toBe(true);
    expect(answers[3]).toMatchObject({ refusal: 'phone-busy', wait: expect.any(Number) });
    expect(await stage.ask(stage.newPhone(), '', calm)).toMatchObject({ ok: true });
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
    await act(stage.site.db.withPlugin(watch));
    return kinds;
  }

  it('W10 a tired number costs the same statements as a fresh one', async () => {
    const tired = stage.newPhone();
    for (let times = 0; times < 6; times++) await stage.asked(tired);
    const [fresh, again] = [
      await statementsOf((db) => stage.ask(stage.newPhone(), '', { db })),
      await statementsOf((db) => stage.ask(tired, '', { db })),
    ];
    expect(again).toEqual(fresh);
    expect(fresh.length).toBeGreaterThan(5);
  });

  it('W10 a wrong code costs the same statements as one that was never asked for', async () => {
    const asking = await stage.asked(stage.newPhone());
    const typed = wrongCode(stage.lastCode());
    const [known, unknown] = [
      await statementsOf((db) => stage.check(typed, asking, { db })),
      await statementsOf((db) => stage.check(typed, '', { db })),
    ];
    expect(unknown).toEqual(known);
  });
});

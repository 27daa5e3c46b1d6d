import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../tests/make/mails.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findMeeting } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { cancelMeeting, changeMeeting } from './meeting-writing.store.ts';
import { KEPT_DAYS } from './registration.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const read = async ({ id }: Meeting) => (await findMeeting(site.db, site.organisationId, { id }))!;
const pageOf = ({ number }: Meeting) => urls.meeting({ meeting: number });
const formOf = ({ number }: Meeting) => urls.meetingRegister({ meeting: number });
const linkTo = (text: string, end: string) =>
  new RegExp(`/agenda/inscriptions/[0-9a-f]+/${end}`).exec(text)?.[0] ?? '';
const act = () => ({ organisationId: site.organisationId, by: null });

let visitors = 0;
/** The form as somebody without an account fills it in. */
function somebody(changes: Record<string, string> = {}) {
  visitors += 1;
  return {
    nom: 'Lucienne Aubry',
    courriel: `lucienne.${visitors}@exemple.fr`,
    profil: 'resident',
    ...changes,
  };
}

/** Registers by name and mail, and opens the link of the mail. */
async function comeByMail(meeting: Meeting, changes: Record<string, string> = {}) {
  const visitor = site.visitor();
  const fields = somebody(changes);
  const [mail] = await mailsOf(site, () => visitor.post(formOf(meeting), fields));
  const link = linkTo(mail!.text, 'confirmer');
  await visitor.get(link);
  const letters = await mailsOf(site, () => visitor.post(link));
  return { visitor, fields, asked: mail!, letters };
}

describe('R87 registering for a meeting', () => {
  it('R87 an account takes a seat at once, says what it is, and gets one letter with the way back', async () => {
    const meeting = await makeMeeting(site, { capacity: 10 });
    const { client, email } = await makePerson(site);
    await client.get(pageOf(meeting));
    expect(client.main).toContain(`${KEPT_DAYS} jours`);
    const letters = await mailsOf(site, () => client.post(formOf(meeting), { profil: 'provider' }));
    expect(client.main).toContain('Votre place est réservée');
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      [email, 'Votre place\u202f: Réunion publique du budget'],
    ]);
    expect(letters[0]!.text).toContain('Salle des fêtes, 3 rue du Moulin');
    // pressed again, nothing more is written
    expect(await mailsOf(site, () => client.post(formOf(meeting), { profil: 'resident' }))).toEqual(
      [],
    );
    expect((await read(meeting)).seated).toBe(1);
    const link = linkTo(letters[0]!.text, 'annuler');
    const stranger = site.visitor();
    await stranger.get(link);
    expect((await read(meeting)).seated).toBe(1);
    await stranger.post(link);
    expect((await read(meeting)).seated).toBe(0);
    // opened again, it is as was wanted
    await stranger.get(link);
    expect(stranger.status).toBe(200);
    expect(stranger.main).toContain('annulée');
  });

  it('R87 without an account nothing is taken before the mailed link is used; then it is one letter', async () => {
    const meeting = await makeMeeting(site, { capacity: 3 });
    const visitor = site.visitor();
    const fields = somebody();
    const [asked] = await mailsOf(site, () => visitor.post(formOf(meeting), fields));
    expect(visitor.html).toContain('aucune place');
    expect(asked!.to).toBe(fields.courriel);
    expect((await read(meeting)).seated).toBe(0);
    const link = linkIn(asked!);
    await visitor.get(link);
    expect((await read(meeting)).seated).toBe(0);
    const letters = await mailsOf(site, async () => {
      await visitor.post(link);
      await visitor.post(link);
    });
    expect(letters).toHaveLength(1);
    expect(visitor.main).toContain('Votre place est réservée');
    expect((await read(meeting)).seated).toBe(1);
    // the same words on the page for an address that is known: only its owner is told
    const again = site.visitor();
    const [known] = await mailsOf(site, () => again.post(formOf(meeting), fields));
    expect(again.html).toContain('aucune place');
    expect(known!.subject).toContain('Votre place');
    expect((await read(meeting)).seated).toBe(1);
  });

  it('R87 the last seat is given once, to whoever of twenty asks at the same time; the others wait', async () => {
    const meeting = await makeMeeting(site, { capacity: 1 });
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson(site)));
    const answers = await Promise.all(
      people.map(({ client }) => client.send(formOf(meeting), { profil: 'resident' })),
    );
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await read(meeting)).toMatchObject({ seated: 1, waiting: 19 });
    // whatever a store would do, the database does not give a second one
    await expect(
      site.db
        .updateTable('meeting_registration')
        .set({ seated_at: new Date() })
        .where('meeting_id', '=', meeting.id)
        .where('seated_at', 'is', null)
        .execute(),
    ).rejects.toMatchObject({ constraint: 'meeting_capacity_holds' });
  });

  it('R87 a freed seat goes to whoever waited longest, who is written to', async () => {
    const meeting = await makeMeeting(site, { capacity: 1 });
    const [first, second, third] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site),
    ];
    for (const { client } of [first, second, third])
      await client.post(formOf(meeting), { profil: 'resident' });
    expect(second.client.main).toContain('liste d’attente');
    await site.runJobs();
    const letters = await mailsOf(site, () =>
      first.client.post(urls.meetingWithdraw({ meeting: meeting.number })),
    );
    expect(letters.map(({ to }) => to)).toEqual([second.email]);
    expect(letters[0]!.subject).toContain('Votre place');
    const now = await read(meeting);
    expect(now).toMatchObject({ seated: 1, waiting: 1 });
    // more seats: the next one comes in
    const more = await mailsOf(site, () =>
      changeMeeting(site.db, act(), now, { ...now, capacity: 5 }),
    );
    expect(more.map(({ to }) => to)).toEqual([third.email]);
    // fewer than are held: refused
    const held = await read(meeting);
    expect(await changeMeeting(site.db, act(), held, { ...held, capacity: 1 })).toEqual({
      ok: false,
      refusal: 'seats-taken',
    });
  });

  it('W9 W13 W14 refuses what is no name and no address with words beside the field, and keeps what was typed', async () => {
    const meeting = await makeMeeting(site);
    const attempts = [
      [somebody({ nom: '' }), 'Indiquez votre nom'],
      [somebody({ nom: '\u202e\u200b ***' }), 'Indiquez votre nom'],
      [somebody({ nom: 'é'.repeat(81) }), 'trop long'],
      [somebody({ courriel: 'pas une adresse' }), 'adresse'],
      [somebody({ courriel: 'a@exemple.fr\nBcc: b@exemple.fr' }), 'adresse'],
      [somebody({ courriel: `${'a'.repeat(300_000)}@exemple.fr` }), ''],
      [somebody({ profil: 'maire' }), 'en tant que'],
      [somebody({ profil: '' }), 'en tant que'],
    ] as const;
    for (const [fields, words] of attempts) {
      const visitor = site.visitor();
      await visitor.post(formOf(meeting), fields);
      expect(visitor.status, JSON.stringify(fields).slice(0, 80)).toBe(words === '' ? 413 : 422);
      expect(visitor.html).toContain(words);
    }
    const visitor = site.visitor();
    await visitor.post(formOf(meeting), somebody({ nom: '<b>Zoé</b>', courriel: 'x' }));
    expect(visitor.html).toContain('&lt;b>Zoé&lt;/b>');
    expect(await read(meeting)).toMatchObject({ seated: 0, waiting: 0 });
    const answer = await site.visitor().send(formOf(meeting), { nom: ['a', 'b'] });
    expect(answer.status).toBe(400);
  });

  it('W4 a link is for one registration, one use and one organisation', async () => {
    const meeting = await makeMeeting(site);
    const { letters, asked } = await comeByMail(meeting);
    const confirm = linkTo(asked.text, 'confirmer');
    const withdraw = linkTo(letters[0]!.text, 'annuler');
    const swapped = confirm.replace('confirmer', 'annuler');
    const spoilt = withdraw.replace(
      /.\/annuler$/,
      (end) => `${end[0] === 'a' ? 'b' : 'a'}/annuler`,
    );
    for (const path of [swapped, spoilt, '/agenda/inscriptions/xyz/annuler']) {
      expect((await site.visitor().send(path)).status, path).toBe(404);
      expect((await site.visitor().send(path, {})).status, path).toBe(404);
    }
    expect((await read(meeting)).seated).toBe(1);
  });

  it('W10 one mailbox is not filled, whoever asks', async () => {
    const meeting = await makeMeeting(site);
    const statuses: number[] = [];
    const fields = somebody();
    for (let at = 0; at < 8; at++)
      statuses.push((await site.visitor().send(formOf(meeting), fields)).status);
    expect(statuses).toContain(429);
  });

  it('R84 it closes as the meeting begins, and when it is cancelled: nothing is written after', async () => {
    const meeting = await makeMeeting(site, { inHours: 2 });
    const cancelled = await makeMeeting(site);
    const none = await makeMeeting(site, { takesRegistrations: false });
    const late = await comeLate(meeting);
    await cancelMeeting(site.db, act(), cancelled.id, 'La salle est inondée.');
    site.travel('3 hours');
    const { client } = await makePerson(site);
    for (const one of [meeting, cancelled, none]) {
      await client.post(formOf(one), { profil: 'resident' });
      expect(client.status).toBe(409);
    }
    // a link that is opened too late
    await late.visitor.post(late.link);
    expect(late.visitor.status).toBe(409);
    site.travel(null);
    expect(await read(meeting)).toMatchObject({ seated: 0, waiting: 0 });
  });

  it('R87 what nobody proved goes after two days, all of it some time after the meeting, as the form says', async () => {
    const meeting = await makeMeeting(site, { inHours: 24 * 10 });
    await comeByMail(meeting);
    await site.visitor().post(formOf(meeting), somebody());
    const count = async () =>
      (
        await site.db
          .selectFrom('meeting_registration')
          .select('id')
          .where('meeting_id', '=', meeting.id)
          .execute()
      ).length;
    expect(await count()).toBe(2);
    const { forgetRegistrations } = await import('./keeping.store.ts');
    site.travel('3 days');
    await forgetRegistrations(site.db);
    expect(await count()).toBe(1);
    site.travel(`${10 + KEPT_DAYS - 1} days`);
    await forgetRegistrations(site.db);
    expect(await count()).toBe(1);
    site.travel(`${10 + KEPT_DAYS + 1} days`);
    await forgetRegistrations(site.db);
    expect(await count()).toBe(0);
    expect((await read(meeting)).forgottenAt).not.toBeNull();
    site.travel(null);
  });
});

async function comeLate(meeting: Meeting) {
  const visitor = site.visitor();
  const [mail] = await mailsOf(site, () => visitor.post(formOf(meeting), somebody()));
  return { visitor, link: linkTo(mail!.text, 'confirmer') };
}

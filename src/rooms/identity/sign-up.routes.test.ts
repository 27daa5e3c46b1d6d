import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, linkIn } from '../../../tests/make/mails.ts';
import { isSignedIn, PASSWORD, signUp, someone } from '../../../tests/make/people.ts';
import { doWork } from '../../../tests/make/work.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findCredentials } from './person.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const find = (mailbox: string) => findCredentials(site.db, site.organisationId, { mailbox });

describe('signing up', () => {
  it('R70: asks for nom, surnom, e-mail, mot de passe and the charter, and nothing else', async () => {
    const { main } = await site.visitor().get(urls.signUp());
    const names = [...main.matchAll(/<(?:input|select|textarea)[^>]*\bname="([^"]+)"/g)];
    expect(names.map((match) => match[1])).toEqual([
      'nom',
      'surnom',
      'courriel',
      'mot-de-passe',
      'charte',
      // seen by programs only
      'site-web',
    ]);
  });

  it('R34: the link of the mail confirms, signs in, and goes on to where the person was going', async () => {
    const client = site.visitor();
    const fields = someone();
    const [mail] = await signUp(site, client, fields, urls.charter());
    expect(client.path).toBe(urls.signUpSent({ vers: urls.charter() }));
    expect(mail).toMatchObject({ to: fields.courriel, locale: 'fr' });
    // a program that opens every link of a mail confirms nothing
    await site.visitor().get(linkIn(mail!));
    await client.get(linkIn(mail!));
    expect(isSignedIn(client)).toBe(false);
    expect((await find(fields.courriel))?.confirmedAt).toBeNull();
    await client.post(linkIn(mail!));
    expect(client.path).toBe(urls.charter());
    expect(client.html).toContain('Votre compte est confirmé');
    expect(isSignedIn(client)).toBe(true);
    expect((await client.post(linkIn(mail!))).status).toBe(410);
  });

  it('A4: the code of the mail does the same, pasted with its space', async () => {
    const client = site.visitor();
    const [mail] = await signUp(site, client, someone());
    expect(client.html).toContain('autoComplete="one-time-code"'.toLowerCase());
    await client.post(urls.signUpSent(), { code: ` ${codeIn(mail!)}\n` });
    expect(isSignedIn(client)).toBe(true);
  });

  it('a return address of elsewhere is not followed', async () => {
    for (const next of ['https://ailleurs.example/', '//ailleurs.example', '/\\ailleurs.example']) {
      const client = site.visitor();
      const [mail] = await signUp(site, client, someone(), next);
      expect(linkIn(mail!)).not.toContain('ailleurs');
      const answer = await client.send(`${linkIn(mail!)}?vers=${encodeURIComponent(next)}`, {});
      expect(answer.headers.get('location')).toBe(urls.ownProfile({ vers: urls.home() }));
    }
  });

  it('R96: without the charter there is no account; with it, version and time are kept', async () => {
    const client = site.visitor();
    const fields = someone();
    await signUp(site, client, { ...fields, charte: '' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#charte"');
    expect(client.html).toContain(`value="${fields.surnom}"`);
    expect(client.html).not.toContain(PASSWORD);
    expect(await find(fields.courriel)).toBeNull();
    await signUp(site, client, fields);
    const person = (await find(fields.courriel))!;
    const accepted = await site.db
      .selectFrom('charter_acceptance')
      .select(['version', 'accepted_at'])
      .where('person_id', '=', person.id)
      .execute();
    expect(accepted).toEqual([{ version: 1, accepted_at: expect.any(Date) }]);
  });

  it('an empty form says what is missing, beside each field and on top', async () => {
    const client = await site.visitor().post(urls.signUp());
    expect(client.status).toBe(422);
    for (const id of ['nom', 'surnom', 'courriel', 'mot-de-passe', 'charte'])
      expect(client.html).toContain(`href="#${id}"`);
  });

  it('writes in English to someone who reads in English', async () => {
    const client = site.visitor();
    await client.get(urls.language({ locale: 'en' }, { vers: urls.signUp() }));
    const [mail] = await signUp(site, client, someone());
    expect(mail).toMatchObject({ locale: 'en' });
    expect(mail!.subject).toMatch(/^Confirm your account/);
  });

  it('leaves nothing of a sign-up that nobody confirms within a week', async () => {
    const client = site.visitor();
    const fields = someone();
    await signUp(site, client, fields);
    await site.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
       from graphile_worker.jobs where task_identifier in ('forget-unconfirmed', 'forget-proof')`,
    );
    await site.runJobs();
    expect(await find(fields.courriel)).toBeNull();
  });
});

describe('bad input', () => {
  it('W1: nothing typed comes back as markup', async () => {
    for (const attack of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' autofocus onfocus='alert(1)",
      '&lt;svg onload=alert(1)&gt;',
      '</title><script>alert(1)</script>',
      'javascript:alert(1)',
    ]) {
      const fields = { nom: attack, surnom: attack, courriel: attack, 'mot-de-passe': attack };
      const answer = await site.visitor().send(urls.signUp({ vers: attack }), fields);
      expect(answer.status).toBe(422);
      expect(await answer.text()).not.toMatch(/<script>alert|<img src=x|<svg onload|value='/);
    }
  });

  it('W1: a name that a sign-up takes is inert in pages and mails', async () => {
    const client = site.visitor();
    const [mail] = await signUp(site, client, {
      ...someone(),
      nom: '<b onclick=x>Camille</b> "D"',
    });
    await client.post(linkIn(mail!));
    await client.get(urls.account());
    expect(client.html).toContain('&lt;b onclick=x>Camille');
  });

  it('W14: prototypes, repeated fields, NUL bytes and files in place of words are harmless', async () => {
    const client = site.visitor();
    await client.post(urls.signUp(), {
      ...someone(),
      __proto__: 'x',
      'constructor[prototype]': 'x',
    });
    expect(client.status).toBe(200);
    const twice = await client.send(urls.signUp(), { ...someone(), surnom: ['a', 'b'] });
    expect(twice.status).toBe(400);
    await client.post(urls.signUp(), {
      ...someone(),
      nom: 'Cam\u0000ille',
      courriel: 'x\u0000@exemple.fr',
    });
    expect(client.status).toBe(200);
    const file = new File(['x'], 'nom.txt');
    expect((await client.post(urls.signUp(), { ...someone(), nom: file })).status).toBe(422);
  });

  it('W9: a line of a megabyte is refused before it is read', async () => {
    const answer = await site
      .visitor()
      .send(urls.signUp(), { ...someone(), courriel: 'a'.repeat(1_000_000) });
    expect(answer.status).toBe(413);
    const client = site.visitor();
    await client.post(urls.signUp(), {
      ...someone(),
      courriel: `${'a'.repeat(200_000)}@exemple.fr`,
    });
    expect(client.status).toBe(422);
  });

  it('W5: a form from elsewhere, of no known origin, or of another type does nothing', async () => {
    const client = site.visitor();
    const fields = someone();
    const sent = async (
      headers: Record<string, string>,
      body: BodyInit = new URLSearchParams(fields),
    ) =>
      (
        await site.fetch(
          new Request(`${client.origin}${urls.signUp()}`, { method: 'POST', body, headers }),
        )
      ).status;
    expect(await sent({ origin: 'https://ailleurs.example' })).toBe(403);
    expect(await sent({ origin: 'null' })).toBe(403);
    expect(await sent({})).toBe(403);
    expect(await sent({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await sent({ origin: client.origin, 'content-type': 'text/plain' }, 'nom=x')).toBe(415);
    expect(
      await sent({ origin: client.origin, 'content-type': 'application/json' }, '{"nom":"x"}'),
    ).toBe(415);
    expect(await find(fields.courriel)).toBeNull();
    const overridden = await site.fetch(
      new Request(`${client.origin}${urls.signOut()}?_method=POST`, {
        headers: { 'x-http-method-override': 'POST' },
      }),
    );
    expect(overridden.status).toBe(405);
  });

  it('W10: the same mailbox cannot be flooded with mails', async () => {
    const fields = someone();
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1)
      statuses.push((await site.visitor().send(urls.signUp(), fields)).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });

  it('W10 W13 a class of thirty, another and a library sign up behind one address, without scripts', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 80 },
        async () => (await site.visitor().send(urls.signUp(), someone())).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([303]));
  });

  it('W10 who works for it is counted less than who does not, and the same work passes once', async () => {
    const page = await site.visitor().get(urls.signUp());
    const challenge = /data-challenge="([^"]+)"/.exec(page.html)![1]!;
    const travail = doWork(challenge);
    const sent = async (fields: Record<string, string>) =>
      (await site.visitor().send(urls.signUp(), { ...someone(), ...fields })).status;
    let refused = 0;
    // of one domain fewer than of all: the limit met is that of forms without work
    for (let at = 0; at < 130 && refused === 0; at += 1) if ((await sent({})) === 429) refused = at;
    expect(refused).toBeGreaterThan(0);
    expect(await sent({ travail })).toBe(303);
    expect(await sent({ travail }), 'spent').toBe(429);
    expect(await sent({ travail: 'x' })).toBe(429);
  });
});

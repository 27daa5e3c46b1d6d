import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../../tests/make/mails.ts';
import { makeNewsletter } from '../../../../tests/make/news.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { hiddenIn } from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

async function ask(fields: Record<string, string> = {}) {
  site.travel(null);
  await site.db.deleteFrom('rate_counter').execute();
  const client = site.visitor();
  await client.get(urls.subscribe());
  const jeton = hiddenIn(client.main, 'jeton');
  site.travel('1 minute');
  const mails = await mailsOf(site, () =>
    client.post(urls.subscribe(), { jeton, courriel: 'odile@exemple.fr', ...fields }),
  );
  return { client, mails };
}
const kept = async () =>
  (await site.pool.query('select email, confirmed_at from newsletter_subscriber order by email'))
    .rows;

describe('R41 subscribing by address', () => {
  it('R41 W13 a wrong address, a line break, a program: refused beside the field, nothing kept, nothing sent', async () => {
    for (const courriel of [
      '',
      'odile',
      'odile@exemple',
      'a@b.fr\r\nBcc: x@y.fr',
      'odile@yopmail.com',
    ]) {
      const { client, mails } = await ask({ courriel });
      expect(client.status, courriel).toBe(422);
      expect(client.main).toContain('courriel');
      expect(mails).toEqual([]);
    }
    for (const wrong of [{ jeton: 'x' }, { 'site-web': 'http://robot' }]) {
      const { client, mails } = await ask(wrong as unknown as Record<string, string>);
      expect(client.status).toBe(422);
      expect(client.main, 'what was typed').toContain('odile@exemple.fr');
      expect(mails).toEqual([]);
    }
    expect(await kept()).toEqual([]);
  });

  it('R41 W4 asked, it is proven by a link that holds two days and does this one thing; asked again, it is one', async () => {
    const { client, mails } = await ask();
    expect(client.path).toBe(urls.subscribeSent());
    expect(mails).toHaveLength(1);
    const link = linkIn(mails[0]!);
    const visitor = site.visitor();
    // looked at by a machine, nothing is decided
    await visitor.get(link);
    expect((await kept())[0].confirmed_at).toBeNull();
    expect(
      (await visitor.send(`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`)).status,
    ).toBe(404);
    const stop = link.replace('confirmer', 'arreter');
    expect((await visitor.send(stop)).status, 'never one for the other').toBe(404);
    site.travel('3 days');
    await visitor.post(link);
    expect(visitor.status).toBe(410);
    site.travel('1 minute');
    const again = await ask({ courriel: 'Odile@exemple.fr' });
    expect(again.mails).toHaveLength(1);
    await visitor.post(linkIn(again.mails[0]!));
    await visitor.post(linkIn(again.mails[0]!));
    expect(visitor.main).toContain('Vous êtes abonné');
    expect(await kept()).toHaveLength(1);
    expect((await kept())[0].confirmed_at).not.toBeNull();
  });

  it('R41 one click of a mail program ends it (RFC 8058): the address is erased, on its letters too', async () => {
    const letter = await makeNewsletter(site, {
      organisationId: site.organisationId,
      by: officer.id,
    });
    const [mail] = await mailsOf(site, () =>
      officer.client.post(urls.adminNewsletterSend({ newsletter: letter }), { version: '1' }),
    );
    expect(mail!.to).toBe('Odile@exemple.fr');
    expect(mail!.text).toContain(mail!.unsubscribe!);
    expect(mail!.html).toContain(mail!.unsubscribe!);
    const stop = new URL(mail!.unsubscribe!).pathname;
    const posted = new Request(`http://localhost${stop}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect((await site.fetch(posted)).status).toBe(200);
    expect(await kept()).toEqual([]);
    const { rows } = await site.pool.query(
      `select address from letter where address ilike '%odile%'`,
    );
    expect(rows).toEqual([]);
    // and again, as mail programs do
    expect((await site.visitor().send(stop, {})).status).toBe(200);
    await officer.client.get(urls.adminNewsletter({ newsletter: letter }));
    expect(officer.client.main, 'what was sent stays counted').toMatch(/Envoyées[\s\S]{0,80}>1</);
  });

  it('R41 nobody fills somebody else’s mailbox; what is never proven is gone after two days', async () => {
    site.travel(null);
    const client = site.visitor();
    await client.get(urls.subscribe());
    const jeton = hiddenIn(client.main, 'jeton');
    site.travel('1 minute');
    await site.db.deleteFrom('rate_counter').execute();
    const courriel = 'zoe@exemple.fr';
    for (let one = 0; one < 3; one++) {
      await client.post(urls.subscribe(), { jeton, courriel });
      expect(client.path).toBe(urls.subscribeSent());
    }
    await client.post(urls.subscribe(), { jeton, courriel });
    expect(client.status).toBe(429);
    expect(client.main).toContain(courriel);
    await site.runJobs();
    expect(await kept()).toHaveLength(1);
    site.travel('3 days');
    await site.pool.query(`select graphile_worker.add_job('tend-newsletters', '{}')`);
    await site.runJobs();
    expect(await kept()).toEqual([]);
    site.travel(null);
  });
});

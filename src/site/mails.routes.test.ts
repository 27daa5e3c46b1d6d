import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { outboxFolder, queueMail } from '../platform/mail/mail.ts';
import { openSmsGateway } from '../platform/sms/sms.ts';
import { urls } from '../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const write = async (subject: string, text: string) => {
  await queueMail(site.db, { to: 'camille@exemple.fr', subject, text, locale: 'fr' });
  await site.runJobs();
};

describe('/_mails', () => {
  it('says what will be there, then lists mails, the newest first', async () => {
    const client = await site.visitor().get(urls.mails());
    expect(client.status).toBe(200);
    await write('Le premier', 'Bonjour.');
    await write('Le second', 'Bonjour.');
    await client.get(urls.mails());
    expect(client.html.indexOf('Le second')).toBeLessThan(client.html.indexOf('Le premier'));
  });

  it('shows a mail with its links, and nothing of it as markup (W1)', async () => {
    await write(
      '<b>Gras</b>',
      'Ouvrez http://localhost:3000/inscription?a=1&b=2\n<script>x</script>',
    );
    const client = await site.visitor().get(urls.mails());
    const href = /href="(\/_mails\/[^"]+)"/.exec(client.html)![1]!;
    await client.get(href);
    expect(client.html).toContain('<h1>&lt;b>Gras&lt;/b></h1>');
    expect(client.html).toContain('href="http://localhost:3000/inscription?a=1&amp;b=2"');
    expect(client.html).not.toContain('<script>x');
  });

  it('is read from this machine only, and opens no other file', async () => {
    const client = site.visitor();
    for (const name of ['x', '..%2F..%2Fetc%2Fpasswd', '2026.eml', '%00.eml'])
      expect((await client.send(`/_mails/${name}`)).status, name).toBe(404);
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    expect((await client.send(urls.mails(), undefined, forwarded)).status).toBe(404);
  });

  it('an unreadable file is a line of the list, not an error', async () => {
    const name = `2999-01-01T00-00-00.000Z-${randomBytes(4).toString('hex')}.eml`;
    await writeFile(join(outboxFolder(site.config), name), randomBytes(2000));
    const client = await site.visitor().get(urls.mails());
    expect(client.status).toBe(200);
    expect((await client.get(urls.mail({ mail: name }))).status).toBe(200);
  });
});

describe('/_ui', () => {
  it('shows every component', async () => {
    const client = await site.visitor().get(urls.gallery());
    expect(client.status).toBe(200);
  });

  it('R195 shows messages by SMS among the mails, while none is really sent', async () => {
    const sms = { to: '+33612345678', text: 'Votre code : 123 456.\n\n@localhost #123456' };
    await openSmsGateway(site.config).send(sms, 'id');
    const client = await site.visitor().get(urls.mails());
    expect(client.main).toContain('SMS au +33612345678');
    const href = /href="(\/_mails\/[^"]+\.sms)"/.exec(client.html)![1]!;
    await client.get(href);
    expect(client.main).toContain('@localhost #123456');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { countLetters, queueLetter } from '../rooms/notifications/index.ts';
import { urls } from '../urls.ts';
import { runBounce } from './bounce.ts';

let site: TestSite;
let folder: string;
beforeAll(async () => {
  site = await openTestSite();
  folder = await mkdtemp(join(tmpdir(), 'palabre-bounce-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await site.close();
});

/** As a mail server returns it: words for people, a report, the headers of what it could not deliver. */
const returned = (messageId: string) =>
  `From: MAILER-DAEMON@mx.exemple.fr
To: ne-pas-repondre@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="limite"

--limite
Content-Type: text/plain

Je suis le serveur mx.exemple.fr.

--limite
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.exemple.fr

Final-Recipient: rfc822; camille@exemple.fr
Action: failed
Status: 5.2.1
Diagnostic-Code: smtp; 550 5.2.1 Mailbox closed

--limite
Content-Type: text/rfc822-headers

Subject: Votre idée
Message-ID: ${messageId}

--limite--
`.replaceAll('\n', '\r\n');

describe('palabre bounce', () => {
  it('F6 a letter that comes back is shown to the office, once, and can be sent again to a new address', async () => {
    const { organisationId } = site;
    const person = await makePerson(site);
    await site.db.transaction().execute((tx) =>
      queueLetter(tx, {
        organisationId,
        topic: 'my-ideas',
        personId: person.id,
        address: 'camille@exemple.fr',
        locale: 'fr',
        subject: 'Votre idée',
        text: 'Bonjour.',
        target: null,
      }),
    );
    await site.runJobs();
    const { id } = await site.db.selectFrom('letter').select('id').executeTakeFirstOrThrow();
    const file = join(folder, 'retour.eml');
    await writeFile(file, returned(`<letter-${id}@localhost>`));
    expect(await runBounce([file], site.db)).toBe(0);
    expect(await runBounce([file], site.db)).toBe(0);
    expect(await countLetters(site.db, organisationId)).toMatchObject({ undelivered: 1, sent: 0 });

    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.adminLetter({ letter: id }));
    expect(client.html).toContain('550 5.2.1 Mailbox closed');
    expect(client.html).toContain(`Envoyer de nouveau à ${person.email}`);
    await client.post(urls.adminSendLetterAgain({ letter: id }), {});
    await site.runJobs();
    expect(site.mails.at(-1)!.to).toBe(person.email);
    expect(await countLetters(site.db, organisationId)).toMatchObject({ undelivered: 0, sent: 1 });
  });

  it('leaves aside what is no return of ours', async () => {
    const file = join(folder, 'autre.eml');
    await writeFile(file, returned('<autre@exemple.fr>'));
    expect(await runBounce([file], site.db)).toBe(2);
    await writeFile(file, 'Subject: bonjour\r\n\r\nCoucou');
    expect(await runBounce([file], site.db)).toBe(2);
  });
});

import { generateSync } from 'otplib';
import { expect } from 'vitest';
import { readNow } from '../../src/platform/database/database.ts';
import { openKeys } from '../../src/platform/keys/keys.ts';
import { enrolApp, findAppCode } from '../../src/rooms/identity/index.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';

/** An application in use by somebody who did not have to set it up. */
export async function makeApp(
  site: TestSite,
  email: string,
  organisationId = site.organisationId,
): Promise<() => Promise<string>> {
  const key = openKeys(site.config.keysFolder).factorKey();
  const { rows } = await site.pool.query(
    'select id from person where organisation_id = $1 and mailbox = $2',
    [organisationId, email],
  );
  await enrolApp(site.db, key, { organisationId, personId: rows[0].id });
  return async () => (await findAppCode(site.db, key, organisationId, email))!;
}

/** The key that a set-up page shows, without its spaces. */
export function keyOn({ html }: SiteClient): string {
  const key = /<code>([A-Z2-7 ]{30,})<\/code>/.exec(html)?.[1];
  if (!key) throw new Error('No key on the page.');
  return key.replaceAll(' ', '');
}

/** What an application shows for a key at this site's clock, so many seconds later or earlier. */
export async function codeFor(site: TestSite, key: string, seconds = 0): Promise<string> {
  const epoch = Math.floor((await readNow(site.db)).getTime() / 1000) + seconds;
  return generateSync({ secret: key, epoch });
}

/** The ten codes on the page that gives them once. */
export function recoveryCodesOn({ html }: SiteClient): string[] {
  const codes = [...html.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(
    ([, code]) => code!,
  );
  expect(codes).toHaveLength(10);
  return codes;
}

/** Sets an application up as a person does, page after page; gives its key and the recovery codes. */
export async function setUpApp(
  site: TestSite,
  client: SiteClient,
  password?: string,
): Promise<{ key: string; codes: string[] }> {
  await client.post(urls.accountAppStart());
  const key = keyOn(client);
  await client.post(urls.accountApp(), {
    code: await codeFor(site, key),
    ...(password !== undefined && { 'mot-de-passe-actuel': password }),
  });
  return { key, codes: recoveryCodesOn(client) };
}

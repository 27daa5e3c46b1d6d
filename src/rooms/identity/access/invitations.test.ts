import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../../tests/make/mails.ts';
import {
  isSignedIn,
  type MadePerson,
  makeDepartment,
  makePerson,
  PASSWORD,
} from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Role } from '../../../platform/http/roles.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'], nickname: 'Ada' });
});
afterAll(() => site.close());
afterEach(() => site.travel(null));

let guests = 0;
/** Invites somebody new; the path of their link. */
async function inviteSomebody(
  role: Role = 'cabinet',
  more: Record<string, string> = {},
): Promise<{ email: string; path: string; text: string; subject: string }> {
  guests += 1;
  const email = more.courriel ?? `invitee-${guests}@exemple.fr`;
  const mails = await mailsOf(site, () =>
    admin.client.post(urls.adminGrantRole(), { courriel: email, role, ...more }),
  );
  const mail = mails.find(({ to }) => to === email)!;
  return { email, path: linkIn(mail), text: mail.text, subject: mail.subject };
}

const fields = (nickname: string) => ({
  nom: 'Inès Martel',
  surnom: nickname,
  'mot-de-passe': PASSWORD,
  charte: 'oui',
});

const rolesOf = async (email: string): Promise<string[]> => {
  const { rows } = await site.pool.query(
    `select g.role from role_grant g join person p on p.id = g.person_id
      where p.email = $1 and (g.ends_at is null or g.ends_at > palabre_now()) order by g.role`,
    [email],
  );
  return rows.map(({ role }) => role);
};

describe('an invitation', () => {
  it('R33 leads to an account with its address fixed, and opens its roles in one gesture', async () => {
    const roads = await makeDepartment(site, { name: 'Voirie' });
    const { email, path, text, subject } = await inviteSomebody('agent', {
      nom: 'Inès',
      service: roads.id,
      referent: 'oui',
      'fin-day': '31',
      'fin-month': '12',
      'fin-year': '2031',
    });
    expect(subject).toBe('Fleury vous invite');
    expect(text).toContain('Bonjour Inès,');
    expect(text).toMatch(/Agent·e d’un service \(Voirie\), jusqu’au 31\s*décembre 2031/);
    const client = site.visitor();
    await client.get(path);
    expect(client.status).toBe(200);
    expect(client.main).toContain(email);
    expect(client.main).not.toContain('name="courriel"');
    await client.post(path, { ...fields('x'), surnom: '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('href="#surnom"');
    // an address that is sent along counts for nothing: the link's is proven
    await client.post(path, { ...fields('Inès voirie'), courriel: 'autre@exemple.fr' });
    expect(isSignedIn(client)).toBe(true);
    // R43: the mailed link ends at the department's queue, where it says so
    expect(client.path).toBe(urls.tasks());
    expect(client.html).toContain('Votre rôle est ouvert');
    expect(await rolesOf(email)).toEqual(['agent']);
    expect((await client.send(path)).status).toBe(410);
    await admin.client.get(urls.adminJournal());
    expect(admin.client.html).toContain('a accepté son invitation');
    expect(admin.client.html).toContain('Agent·e d’un service');
  });

  it('W11 a role that asks for a second factor leads to it first, and opens nothing before', async () => {
    const { path } = await inviteSomebody('officer');
    const client = site.visitor();
    await client.post(path, fields('Officière'));
    expect(client.path).toContain('/compte/double-authentification');
    expect((await client.send(urls.admin())).status).toBe(303);
  });

  it('W4 W10 serves once, also when it is used twice at once', async () => {
    const { email, path } = await inviteSomebody();
    const answers = await Promise.all(
      ['Un', 'Deux', 'Trois'].map((name) => site.visitor().send(path, fields(`Course ${name}`))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    expect(await rolesOf(email)).toEqual(['cabinet']);
    const { rows } = await site.pool.query('select count(*)::int from person where email = $1', [
      email,
    ]);
    expect(rows[0].count).toBe(1);
  });

  it('W4 its token opens nothing else, and other tokens open no invitation', async () => {
    const { path } = await inviteSomebody();
    const token = path.split('/').at(-1)!;
    const client = site.visitor();
    for (const other of [
      urls.confirmAddress({ token }),
      urls.newPassword({ token }),
      urls.stopReminders({ token }),
      urls.installation({ token }),
    ]) {
      const { status } = await client.send(other);
      expect(status, other).toBeGreaterThanOrEqual(400);
      expect(status, other).toBeLessThan(500);
    }
    const { client: own } = await makePerson(site);
    expect((await own.send(urls.confirmEmail({ token }))).status).toBe(410);
    const mails = await mailsOf(site, () =>
      client.post(urls.signUp(), { ...fields('Ordinaire'), courriel: 'ordinaire@exemple.fr' }),
    );
    const confirmation = linkIn(mails[0]!).split('?')[0]!.split('/').at(-1)!;
    expect((await client.send(urls.invitation({ token: confirmation }))).status).toBe(410);
    expect((await client.send(path)).status).toBe(200);
  });

  it('W3 is nobody’s in another organisation', async () => {
    await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const { email, path } = await inviteSomebody();
    const neighbour = site.visitor('voisine.localhost');
    expect((await neighbour.send(path)).status).toBe(410);
    expect((await neighbour.send(path, fields('Voisin'))).status).toBe(410);
    expect(await rolesOf(email)).toEqual([]);
  });

  it('is over after fourteen days, and a new link replaces it', async () => {
    const { email, path } = await inviteSomebody();
    site.travel('14 days');
    expect((await site.visitor().send(path)).status).toBe(410);
    await admin.client.get(urls.adminInvitations());
    expect(admin.client.main).toContain('Lien trop ancien');
    const { rows } = await site.pool.query('select id from invitation where email = $1', [email]);
    const [mail] = await mailsOf(site, () =>
      admin.client.post(urls.adminRenewInvitation({ invitation: rows[0].id })),
    );
    expect((await site.visitor().send(path)).status).toBe(410);
    expect((await site.visitor().send(linkIn(mail!))).status).toBe(200);
  });

  it('is withdrawn: its link opens nothing, and the role is nobody’s', async () => {
    const { email, path } = await inviteSomebody();
    const { rows } = await site.pool.query('select id from invitation where email = $1', [email]);
    const at = { invitation: rows[0].id };
    await admin.client.post(urls.adminWithdrawInvitation(at));
    expect((await site.visitor().send(path, fields('Annulée'))).status).toBe(410);
    expect((await admin.client.send(urls.adminWithdrawInvitation(at), {})).status).toBe(404);
    expect((await admin.client.send(urls.adminRenewInvitation(at), {})).status).toBe(404);
  });

  it('asked twice, somebody waits once, with both roles behind the newest link', async () => {
    const first = await inviteSomebody('cabinet');
    const second = await inviteSomebody('communication', { courriel: first.email });
    expect(second.text).toContain('Cabinet et Communication');
    expect((await site.visitor().send(first.path)).status).toBe(410);
    await site.visitor().post(second.path, fields('Deux rôles'));
    expect(await rolesOf(first.email)).toEqual(['cabinet', 'communication']);
  });

  it('a role that ended while it waited is not given', async () => {
    const { email, path } = await inviteSomebody('relay');
    await site.pool.query(
      `update invited_role set ends_at = palabre_now() where invitation_id =
        (select id from invitation where email = $1)`,
      [email],
    );
    await site.visitor().post(path, fields('Trop tard'));
    expect(await rolesOf(email)).toEqual([]);
  });

  it('W10 floods no mailbox: the sixth mail of a day is refused in words', async () => {
    const { email } = await inviteSomebody();
    const { rows } = await site.pool.query('select id from invitation where email = $1', [email]);
    for (let times = 2; times <= 5; times += 1)
      await admin.client.post(urls.adminRenewInvitation({ invitation: rows[0].id }));
    expect(admin.client.status).toBe(200);
    await admin.client.post(urls.adminRenewInvitation({ invitation: rows[0].id }));
    expect(admin.client.status).toBe(429);
    expect(admin.client.main).toContain('Trop d’invitations en une journée');
  });
});

describe('an invited address that has an account', () => {
  it('receives the role at once, and is told by mail', async () => {
    const known = await makePerson(site, { email: 'connue@exemple.fr', nickname: 'Connue' });
    // the same mailbox under another spelling (W13)
    const mails = await mailsOf(site, () =>
      admin.client.post(urls.adminGrantRole(), {
        courriel: 'Connue+mairie@exemple.fr',
        role: 'cabinet',
      }),
    );
    expect(await rolesOf(known.email)).toEqual(['cabinet']);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['connue@exemple.fr', 'Un rôle vous est donné · Fleury'],
    ]);
    await admin.client.post(urls.adminGrantRole(), { courriel: known.email, role: 'cabinet' });
    expect(admin.client.status).toBe(422);
    expect(admin.client.main).toContain('a déjà ce rôle');
  });

  it('W4 made meanwhile by the ordinary sign-up: only its owner, signed in, takes the role', async () => {
    const { email, path } = await inviteSomebody();
    const owner = await makePerson(site, { email, nickname: 'Propriétaire' });
    const stranger = await makePerson(site);
    const anonymous = site.visitor();
    await anonymous.get(path);
    expect(anonymous.main).toContain('a déjà un compte');
    await anonymous.post(path, fields('Voleuse'));
    await stranger.client.get(path);
    expect(stranger.client.main).toContain('avec un autre compte');
    await stranger.client.post(path, {});
    expect(await rolesOf(email)).toEqual([]);
    await owner.client.get(path);
    await owner.client.post(path, {});
    expect(await rolesOf(email)).toEqual(['cabinet']);
    expect(await rolesOf(stranger.email)).toEqual([]);
  });

  it('a sign-up of the same mailbox that waits to be confirmed is replaced', async () => {
    const { email, path } = await inviteSomebody();
    await site.visitor().post(urls.signUp(), { ...fields('Impatiente'), courriel: email });
    const client = site.visitor();
    await client.post(path, fields('Impatiente'));
    expect(isSignedIn(client)).toBe(true);
    expect(await rolesOf(email)).toEqual(['cabinet']);
  });
});

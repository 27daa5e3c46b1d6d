import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeGroup, makeMovement } from '../../../../tests/make/group.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findGroup, findMembership, isCertified } from '../index.ts';
import { readGroupFile } from './group-file.store.ts';
import { readLines } from './group-import.ts';

const HEAD = 'Nom;Genre;Département;Lieu;Courriel\n';
let site: TestSite;
let movement: MadeMovement;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
});
afterAll(() => site.close());

const hand = async (csv: string) => {
  const file = new File([csv], 'groupes.csv', { type: 'text/csv' });
  await officer.client.post(urls.adminGroupImport(), { fichier: file });
  return officer.client;
};
const keptOf = (html: string) =>
  /name="lignes" value="([^"]*)"/
    .exec(html)![1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const run = (kept: string) => officer.client.post(urls.adminGroupImportRun(), { lignes: kept });
const countGroups = async () =>
  (await site.pool.query('select 1 from action_group where organisation_id = $1', [movement.id]))
    .rowCount;
const addressOf = (name: string) => `${name}@mouvement.example.org`;

describe('R2 lines of a file', () => {
  it('are read whatever their separator, their letters and the words for a kind or a county', () => {
    const latin = Buffer.from(
      `${HEAD}Les Éclairé·es;thématique;;;a@x.org\n`.replace('·', '-'),
      'latin1',
    );
    expect(readGroupFile(latin)).toMatchObject({
      ok: true,
      lines: [{ row: 2, name: 'Les Éclairé-es' }],
    });
    const commas = 'courriel,lieu,departement,type,nom\nb@x.org,Lyon,Rhône,local,Canuts\n';
    const read = readGroupFile(Buffer.from(commas));
    if (!read.ok) throw new Error(read.refusal);
    const { groups } = readLines(read.lines, (email) => ({ email, mailbox: email }));
    expect(groups).toMatchObject([{ row: 2, written: { kind: 'local', county: '69' } }]);
    expect(readGroupFile(Buffer.from('nom;genre\nX;local\n'))).toMatchObject({
      refusal: 'column-missing',
    });
    expect(readGroupFile(Buffer.from(HEAD))).toMatchObject({ refusal: 'no-line' });
  });
});

describe('R2 R3 groups that the office brings in', () => {
  it('first shows what would be done; then all of it, with an invitation to each lead', async () => {
    const csv = `${HEAD}Les Amis du square;local;93;Bagnolet;${addressOf('nadia')}
Les Amis du square;local;69;Lyon;${addressOf('paul')}
Boucle du Nord;boucle départementale;59;;${addressOf('lea')}\n`;
    const before = await countGroups();
    const { main, status } = await hand(csv);
    expect(status).toBe(200);
    expect(main).toContain('3 groupes seraient créés');
    expect(await countGroups()).toBe(before);
    const mails = await mailsOf(site, () => run(keptOf(main)));
    expect(officer.client.html).toContain('les invitations partent');
    const group = (await findGroup(site.db, movement.id, 'les-amis-du-square'))!;
    const twin = await findGroup(site.db, movement.id, 'les-amis-du-square-2');
    expect([group.county, twin?.county].sort()).toEqual(['69', '93']);
    expect(isCertified(group)).toBe(false);
    expect(group.members, 'nobody is made a member').toBe(0);
    const mail = mails.find(({ to }) => to === addressOf('lea'));
    expect(mail!.subject).toContain('Boucle du Nord');
    // somebody with an account of that address or not: whoever accepts is its lead
    const comer = await makePerson(site, { organisation: movement });
    const path = /https?:\/\/[^/]+(\/groupes\/invitations\/\S+)/.exec(mail!.text)![1]!;
    await comer.client.get(path);
    expect(comer.client.main).toContain('invité·e à animer ce groupe');
    await comer.client.post(path);
    const loop = (await findGroup(site.db, movement.id, 'boucle-du-nord'))!;
    const own = await findMembership(site.db, movement.id, loop.id, comer.id);
    expect(own?.role).toBe('lead');
    expect(await comer.client.get(path), 'once').toMatchObject({ status: 410 });
  });

  it('a faulty line, with its number and reason, keeps every other out', async () => {
    await makeGroup(site, movement, { name: 'Déjà là', county: '93' });
    const before = await countGroups();
    const { main, status } = await hand(`${HEAD}Bonne ligne;local;93;Pantin;${addressOf('a')}
Deja  la;local;93;Pantin;${addressOf('b')}
Sans lieu;local;93;;${addressOf('c')}
Ailleurs;local;999;Pantin;${addressOf('d')}
Bonne ligne;local;93;Pantin;${addressOf('e')}
Club;association;93;Pantin;${addressOf('f')}
Sans adresse;thématique;;;personne\n`);
    expect(status).toBe(422);
    expect(main).toContain('6 lignes sont à corriger');
    const rows = [...main.matchAll(/<tr[^>]*><t[dh][^>]*>(?:<[^>]*>)*Ligne (\d+)</g)].map(
      ([, row]) => Number(row),
    );
    expect(rows).toEqual([3, 4, 5, 6, 7, 8]);
    expect(main).toContain('existe déjà dans ce département');
    expect(main).not.toContain('name="lignes"');
    expect(await countGroups()).toBe(before);
  });

  it('what the form hands back is looked at once more; sent twice, nothing is there twice', async () => {
    const { main } = await hand(`${HEAD}Une fois;thématique;;;${addressOf('g')}\n`);
    const kept = keptOf(main);
    await run(kept);
    const after = await countGroups();
    await run(kept);
    expect(officer.client.status).toBe(422);
    expect(await run('[["x"]]')).toMatchObject({ status: 400 });
    expect(await countGroups()).toBe(after);
  });

  it('3,000 lines come in within some seconds', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      [`Groupe ${at}`, 'local', String((at % 18) + 1), `Ville ${at}`, addressOf(`n${at}`)].join(
        ';',
      ),
    );
    const { main } = await hand(`${HEAD}${lines.join('\n')}\n`);
    const begun = performance.now();
    await run(keptOf(main));
    expect(officer.client.status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(await countGroups()).toBeGreaterThanOrEqual(3000);
  }, 60_000);

  it('the office invites anew to lead a group that nobody leads; and exports all, nobody named', async () => {
    const group = (await findGroup(site.db, movement.id, 'les-amis-du-square'))!;
    const { client } = officer;
    await client.get(urls.adminGroup({ group: group.slug }));
    expect(client.main).toContain('Inviter à animer ce groupe');
    const at = urls.adminGroupInviteLead({ group: group.slug });
    expect(await client.post(at, { courriel: 'personne' })).toMatchObject({ status: 422 });
    await client.post(at, { courriel: addressOf('zoe') });
    expect(client.html).toContain('L’invitation à animer le groupe est partie');
    const csv = await client.send(
      urls.adminGroupExport({ file: 'groupes.csv' }, { departement: '93' }),
    );
    const text = await csv.text();
    expect(text.split('\r\n')[0]).toContain('nom;genre;departement');
    expect(text).toContain('Les Amis du square;Groupe local;93');
    expect(text).not.toContain('@');
    const xlsx = await client.send(urls.adminGroupExport({ file: 'groupes.xlsx' }));
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    const { client: member } = await makePerson(site, { organisation: movement });
    expect((await member.send(urls.adminGroupExport({ file: 'groupes.csv' }))).status).toBe(403);
  });
});

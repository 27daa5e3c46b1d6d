import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { bringInLines } from '../../../../tests/make/mandates.ts';
import { makeNetwork } from '../../../../tests/make/network.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { writeSignedLink } from '../../../platform/secrets/link-token.ts';
import { urls } from '../../../urls.ts';
import { isMemberOf, type Space } from '../../consultations/index.ts';
import { findMandates } from '../index.ts';
import { writeInvitationToken } from '../invitation.routes.tsx';
import { acceptInvitation } from '../invitation.store.ts';
import { readMandateFile } from './mandate-file.store.ts';
import { readLines } from './mandate-import.ts';

const HEAD = 'Courriel;Strate;Fonction;Délégation;Assemblée;Territoire;Code INSEE;Début;Fin\n';
let site: TestSite;
let space: Space;
let team: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  ({ space } = await makeNetwork(site, { admission: 'mandate' }));
  team = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
});
afterAll(() => site.close());

const at = () => ({ space: space.slug });
const hand = async (csv: string) => {
  const file = new File([csv], 'mandats.csv', { type: 'text/csv' });
  await team.client.post(urls.adminMandateImport(at()), { fichier: file });
  return team.client;
};
const keptOf = (html: string) =>
  /name="lignes" value="([^"]*)"/
    .exec(html)![1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const run = (kept: string) => team.client.post(urls.adminMandateImportRun(at()), { lignes: kept });
const countMandates = async () =>
  (await site.pool.query('select 1 from mandate where space_id = $1', [space.id])).rowCount;

describe('R140 mandates from a file', () => {
  it('are read whatever the order of columns, the letters and the way days are written', () => {
    const csv =
      'strate,email,fonction,instance,commune,depuis\nMunicipale,a@x.org,Maire,Conseil,Aubry,4/7/2020\n';
    const read = readMandateFile(Buffer.from(csv));
    if (!read.ok) throw new Error(read.refusal);
    const { mandates } = readLines(read.lines, '2026-11-23', (email) => ({
      email,
      mailbox: email,
    }));
    expect(mandates).toMatchObject([
      { row: 2, written: { level: 'municipal', beganOn: '2020-07-04', endsOn: null, code: '' } },
    ]);
    expect(readMandateFile(Buffer.from('courriel;strate\na;b\n'))).toMatchObject({
      refusal: 'column-missing',
    });
    expect(readMandateFile(Buffer.from(HEAD))).toMatchObject({ refusal: 'no-line' });
  });

  it('R140 W4 are looked at first; accounts come in at once, others by a signed link that holds once', async () => {
    const known = await makePerson(site);
    const csv = `${HEAD}${known.email};Municipal;Maire;;Conseil municipal d’Aubry;Aubry;;2020-07-04;
nadia@elus.example.org;Régional;Conseillère régionale;;Conseil régional;Bocage;;02/07/2021;31/03/2099\n`;
    const { main, status } = await hand(csv);
    expect(status).toBe(200);
    expect(main).toContain('2 mandats seraient importés');
    expect(await countMandates()).toBe(0);
    const mails = await mailsOf(site, () => run(keptOf(main)));
    expect(await isMemberOf(site.db, site.organisationId, space.id, known.id)).toBe(true);
    expect(mails.some(({ to }) => to === known.email)).toBe(true);
    const letter = mails.find(({ to }) => to === 'nadia@elus.example.org')!;
    const path = /https?:\/\/[^/]+(\/mandats\/invitations\/\S+)/.exec(letter.text)![1]!;
    const visitor = site.visitor();
    await visitor.get(path);
    expect(visitor.main).toContain('Conseillère régionale, Bocage');
    const nadia = await makePerson(site);
    await nadia.client.post(path);
    expect(await isMemberOf(site.db, site.organisationId, space.id, nadia.id)).toBe(true);
    const held = await findMandates(site.db, site.organisationId, space.id, [nadia.id]);
    expect(held.get(nadia.id)).toMatchObject([{ level: 'regional', endsOn: '2099-03-31' }]);
    const other = await makePerson(site);
    expect(await other.client.post(path)).toMatchObject({ status: 410 });
    expect(await other.client.get(`${path.slice(0, -1)}x`)).toMatchObject({ status: 404 });
  });

  it('W4 a link of another use opens no mandate; W3 of two who accept at once, one does', async () => {
    const act = { organisationId: site.organisationId, by: team.id };
    const [offered] = await bringInLines(site, act, space);
    const key = openKeys(site.config.keysFolder).rollKey();
    const foreign = { organisationId: site.organisationId, use: 'group-invitation' };
    const forged = writeSignedLink(key, foreign, offered!.id);
    const visitor = site.visitor();
    expect(await visitor.get(urls.mandateInvitation({ token: forged }))).toMatchObject({
      status: 404,
    });
    const token = writeInvitationToken(
      { config: site.config, organisation: { id: site.organisationId } },
      offered!.id,
    );
    expect(await visitor.get(urls.mandateInvitation({ token }))).toMatchObject({ status: 200 });
    const people = [await makePerson(site), await makePerson(site)];
    const done = await Promise.all(
      people.map(({ id }) => acceptInvitation(site.db, { ...act, by: id }, space, offered!.id)),
    );
    expect(done.toSorted()).toEqual(['accepted', null]);
  });

  it('a faulty line, with its number and reason, keeps every other out', async () => {
    const before = await countMandates();
    const { main, status } =
      await hand(`${HEAD}a@elus.example.org;Municipal;Maire;;Conseil;Bry;;2020-07-04;
b@elus.example.org;Communal;Maire;;Conseil;Bry;;2020-07-04;
c@elus.example.org;Municipal;Maire;;Conseil;Bry;;hier;
personne;Municipal;Maire;;Conseil;Bry;;2020-07-04;
A@elus.example.org;Municipal;Maire;;Conseil;Bry;;2020-07-04;
nadia@elus.example.org;Municipal;;;Conseil;Bry;;2020-07-04;\n`);
    expect(status).toBe(422);
    expect(main).toContain('5 lignes sont à corriger');
    expect(main).not.toContain('name="lignes"');
    expect(await countMandates()).toBe(before);
  });

  it('what the form hands back is looked at once more; sent twice, nothing is there twice', async () => {
    const { main } = await hand(
      `${HEAD}zoe@elus.example.org;Municipal;Maire;;Conseil;Cry;;2020-07-04;\n`,
    );
    const kept = keptOf(main);
    await run(kept);
    const after = await countMandates();
    await run(kept);
    expect(team.client.status).toBe(422);
    expect(await run('[["x"]]')).toMatchObject({ status: 400 });
    expect(await countMandates()).toBe(after);
  });
});

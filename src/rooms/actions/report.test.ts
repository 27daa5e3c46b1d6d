import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LedGroup,
  makeLedGroup,
  makeLedGroups,
  makeOpenFund,
  makePublishedAction,
} from '../../../tests/make/commitment.ts';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { addDays } from '../spaces/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { commitGroup } from './commitment.store.ts';
import { listReports } from './report.store.ts';

let site: TestSite;
let movement: MadeMovement;
let groups: LedGroup[];
let fund: Fund;
let today: string;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  groups = await makeLedGroups(site, movement, 4);
  fund = await makeOpenFund(site, movement);
  today = dayInParis(await readNow(site.db));
}, 60_000);
afterAll(() => site.close());

const at = (action: Action, { group }: LedGroup) => ({
  fund: fund.slug,
  action: actionSegment(action),
  group: group.slug,
});
const commit = (action: Action, { group, lead }: LedGroup, planned: string | null = null) =>
  commitGroup(
    site.db,
    { organisationId: movement.id, by: lead.id, groupId: group.id, actionId: action.id },
    { adaptation: '', plannedFrom: planned, plannedTo: planned },
  );
const typeDay = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const written = (day: string) => ({
  ...typeDay('jour', day),
  lieu: 'Place du marché',
  personnes: '14',
  reussi: 'Les caisses étaient pleines à midi.',
  difficile: 'Trouver une camionnette.',
});
const makePng = async () => {
  const bytes = await sharp({
    create: { width: 80, height: 60, channels: 3, background: '#7A2E5D' },
  })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'photo.png', { type: 'image/png' });
};

describe('telling how it went', () => {
  it('R28 R16 a report makes the commitment « réalisé », stands in the feed, and is mailed to the other groups', async () => {
    const [proposer, one, two] = groups as [LedGroup, LedGroup, LedGroup];
    const action = await makePublishedAction(site, movement, fund, proposer);
    await commit(action, one);
    await commit(action, two);
    const { client } = one.lead;
    const page = urls.actionNewReport(at(action, one));
    expect(await client.post(page, { ...written(today), reussi: '' })).toMatchObject({
      status: 422,
    });
    expect(client.html).toContain('Place du marché');
    const mails = await mailsOf(site, () => client.post(page, written(today)));
    expect(client.status).toBe(200);
    expect(mails.map(({ to }) => to).sort()).toEqual([proposer.lead.email, two.lead.email].sort());
    expect(await client.post(page, written(today))).toMatchObject({ status: 422 });
    const reader = site.visitor(movement.host);
    await reader.get(urls.fundAction(at(action, one)));
    expect(reader.main).toContain('Les caisses étaient pleines à midi.');
    expect(reader.main).toContain('Réalisé');
    // kept, it is not withdrawn
    await client.post(urls.actionCommitmentWithdraw(at(action, one)));
    await reader.get(urls.fundAction(at(action, one)));
    expect(reader.main).toContain('Réalisé');
  });

  it('R28 its group alone changes it and shows it: six photos at most, each with its words', async () => {
    const [proposer, one, two] = groups as [LedGroup, LedGroup, LedGroup];
    const action = await makePublishedAction(site, movement, fund, proposer);
    await commit(action, one);
    await commit(action, two);
    const { client } = one.lead;
    await client.post(urls.actionNewReport(at(action, one)), written(today));
    const [report] = await listReports(site.db, movement.id, action.id);
    const of = { ...at(action, one), report: report!.id };
    const change = { ...written(today), version: '1', reussi: 'Encore mieux.' };
    const theirs = { ...at(action, two), report: report!.id };
    expect(await two.lead.client.post(urls.actionReport(theirs), change)).toMatchObject({
      status: 404,
    });
    expect(await two.lead.client.post(urls.actionReport(of), change)).toMatchObject({
      status: 403,
    });
    expect(await client.post(urls.actionReport(of), change)).toMatchObject({ status: 200 });
    expect(client.main).toContain('Encore mieux.');
    expect(await client.post(urls.actionReport(of), change)).toMatchObject({ status: 409 });
    const photos = urls.actionReportPhotos(of);
    expect(await client.post(photos, { file: await makePng(), alt: '' })).toMatchObject({
      status: 422,
    });
    for (let sent = 1; sent <= 7; sent += 1) {
      await client.post(photos, { file: await makePng(), alt: `Photo ${sent}` });
      expect(client.status).toBe(sent <= 6 ? 200 : 422);
    }
    const [shown] = await listReports(site.db, movement.id, action.id);
    expect(shown!.pictures.map(({ alt }) => alt)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Photo ${number}`),
    );
    const file = shown!.pictures[0]!.fileId;
    const photo = urls.actionReportPhoto({ ...of, file });
    expect(await site.visitor(movement.host).get(photo)).toMatchObject({ status: 200 });
    await site.pool.query(`update fund set visible_to = 'certified-groups' where id = $1`, [
      fund.id,
    ]);
    expect(await site.visitor(movement.host).get(photo)).toMatchObject({ status: 403 });
    await site.pool.query(`update fund set visible_to = 'public' where id = $1`, [fund.id]);
    await client.post(urls.actionReportPhotoRemove({ ...of, file }));
    expect((await listReports(site.db, movement.id, action.id))[0]!.pictures).toHaveLength(5);
  });

  it('R28 a group whose period ended without a report is reminded once', async () => {
    const [proposer, one, two] = groups as [LedGroup, LedGroup, LedGroup];
    const action = await makePublishedAction(site, movement, fund, proposer, { title: 'Ciné' });
    await commit(action, one, addDays(today, 3));
    await commit(action, two, addDays(today, 30));
    const round = () =>
      mailsOf(site, async () => {
        await queueJob(site.db, 'remind-reports', {}, { key: 'remind-reports' });
        await site.runJobs();
      });
    expect(await round()).toEqual([]);
    site.travel('3 days');
    expect(await round()).toEqual([]);
    site.travel('4 days');
    const mails = await round();
    expect(mails.map(({ to }) => to)).toEqual([one.lead.email]);
    expect(mails[0]!.text).toContain(urls.actionNewReport(at(action, one)));
    expect(await round()).toEqual([]);
    site.travel(null);
  });
});

describe('making it known', () => {
  it('R19 a committed group writes to the leads of groups near, once a day', async () => {
    const own = await makeMovement(site);
    const place = (county: string, latitude: number) => ({
      county,
      point: { latitude, longitude: 4 },
    });
    const proposer = await makeLedGroup(site, own, place('42', 45));
    const here = await makeLedGroup(site, own, place('42', 47));
    const near = await makeLedGroup(site, own, place('69', 45.2));
    const plain = await makeLedGroup(site, own, { ...place('42', 45), certified: false });
    const of = await makeOpenFund(site, own);
    const action = await makePublishedAction(site, own, of, proposer);
    const to = { fund: of.slug, action: actionSegment(action) };
    const page = urls.actionCall({ ...to, group: proposer.group.slug });
    const { client } = proposer.lead;
    await client.get(page);
    expect(client.main.indexOf(here.group.name)).toBeLessThan(client.main.indexOf(near.group.name));
    expect(await client.post(page, { mots: '' })).toMatchObject({ status: 422 });
    const mails = await mailsOf(site, () => client.post(page, { mots: 'Rejoignez-nous !' }));
    expect(mails.map(({ to: mailbox }) => mailbox).sort()).toEqual(
      [here.lead.email, near.lead.email].sort(),
    );
    expect(mails[0]!.text).toContain('Rejoignez-nous !');
    expect(mails[0]!.text).toContain('encore 5 groupes');
    const again = await mailsOf(site, () => client.post(page, { mots: 'Encore !' }));
    expect([client.status, again]).toEqual([422, []]);
    const theirs = urls.actionCall({ ...to, group: here.group.slug });
    expect(await here.lead.client.post(theirs, { mots: 'Nous ?' })).toMatchObject({ status: 403 });
    expect(await plain.lead.client.get(page)).toMatchObject({ status: 403 });
    const member = await makePerson(site, { organisation: own });
    expect(await member.client.post(page, { mots: 'Moi' })).toMatchObject({ status: 403 });
    site.travel('1 day');
    const tomorrow = await mailsOf(site, () => client.post(page, { mots: 'De nouveau !' }));
    expect(tomorrow).toHaveLength(2);
    site.travel(null);
  });
});

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAction, makeReviewer } from '../../../tests/make/action.ts';
import { makeFund } from '../../../tests/make/fund.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../tests/make/group.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { findActionById } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
let certified: MadeGroup;
let young: MadeGroup;
let fund: Fund;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  certified = await makeGroup(site, movement, { certified: true, name: 'Les Lilas' });
  young = await makeGroup(site, movement, { name: 'Pantin' });
  ({ fund } = await makeFund(site, movement));
}, 60_000);
afterAll(() => site.close());

const at = (action: Action) => ({ action: actionSegment(action) });
const fresh = async (action: Action) => (await findActionById(site.db, movement.id, action.id))!;

async function makePhoto(): Promise<File> {
  const plain = { width: 900, height: 600, channels: 3, background: '#7A2E5D' } as const;
  const bytes = await sharp({ create: plain }).jpeg().toBuffer();
  return new File([new Uint8Array(bytes)], 'collecte.jpg', { type: 'image/jpeg' });
}

describe('its picture', () => {
  const picture = (file: File, alt = 'Une collecte') => ({ file, alt });
  it('R10 W7 a photo is taken and cleaned; a drawing that can hold scripts is not', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const { client } = certified.lead;
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], 'a.png', {
      type: 'image/png',
    });
    expect(await client.post(urls.proposalPicture(at(action)), picture(svg))).toMatchObject({
      status: 422,
    });
    expect(await fresh(action)).toMatchObject({ pictureId: null });
    const photo = await makePhoto();
    expect(await client.post(urls.proposalPicture(at(action)), picture(photo, ''))).toMatchObject({
      status: 422,
    });
    await client.post(urls.proposalPicture(at(action)), picture(photo));
    expect((await fresh(action)).pictureId).not.toBeNull();
    const image = urls.proposalImage(at(action));
    expect((await certified.members[0]!.client.send(image)).headers.get('content-type')).toBe(
      'image/webp',
    );
    for (const other of [young.lead.client, site.visitor(movement.host)])
      expect((await other.send(image)).status).toBe(404);
    await client.post(urls.proposalPictureRemove(at(action)));
    expect(await fresh(action)).toMatchObject({ pictureId: null });
  });
});

describe('handing in', () => {
  it('R10 leads and managers get a receipt, reviewers outside the group are alerted', async () => {
    const reviewer = await makeReviewer(site, movement);
    const action = await makeAction(site, movement, fund, certified, { title: 'Tri des déchets' });
    const { client } = certified.lead;
    const mails = await mailsOf(site, () => client.post(urls.proposalSubmit(at(action))));
    expect(await fresh(action)).toMatchObject({ state: 'submitted' });
    const to = (subject: string) =>
      mails.filter((mail) => mail.subject.startsWith(subject)).map((mail) => mail.to);
    const { lead, secondLead, manager } = certified;
    expect(to('Proposition reçue').sort()).toEqual(
      [lead.email, secondLead!.email, manager.email].sort(),
    );
    expect(to('À examiner : Tri des déchets')).toContain(reviewer.email);
    expect(client.main).toContain('en cours d’examen');
    // it is not changed while it is examined, nor handed in twice
    expect(await client.post(urls.proposalSubmit(at(action)))).toMatchObject({ status: 409 });
    await client.post(urls.proposalText(at(action)), { titre: 'Autre', version: '2' });
    expect((await fresh(action)).title).toBe('Tri des déchets');
  });

  it('R5 R6 R7 R8 what is missing is told, and it stays a draft', async () => {
    const action = await makeAction(site, movement, fund, certified, {
      involvement: '',
      inclusion: '',
      reproduction: '',
      kind: '',
    });
    const { client } = certified.lead;
    await client.get(urls.proposal(at(action)));
    for (const words of ['impliqué·es', 'accessible', 'guide d’adaptation', 'type d’action'])
      expect(client.main).toContain(words);
    expect(client.main).not.toContain(urls.proposalSubmit(at(action)));
    expect(await client.post(urls.proposalSubmit(at(action)))).toMatchObject({ status: 422 });
    expect(await fresh(action)).toMatchObject({ state: 'draft' });
  });

  it('R3 R24 a group that lost its certification meanwhile keeps its draft and is told', async () => {
    const group = await makeGroup(site, movement, { certified: true });
    const action = await makeAction(site, movement, fund, group);
    await site.pool.query('update action_group set certified_at = null where id = $1', [
      group.group.id,
    ]);
    const { client } = group.lead;
    expect(await client.post(urls.proposalSubmit(at(action)))).toMatchObject({ status: 422 });
    expect(client.main).toContain('n’est pas certifié');
    expect(await fresh(action)).toMatchObject({ state: 'draft' });
  }, 30_000);

  it('R9 a draft over a cap that was lowered meanwhile is not handed in', async () => {
    const { fund: small } = await makeFund(site, movement, { cap: 10_000 });
    const action = await makeAction(site, movement, small, certified, { maximum: 10_001 });
    const { client } = certified.lead;
    expect(await client.post(urls.proposalSubmit(at(action)))).toMatchObject({ status: 422 });
    expect(client.main).toContain('Le total dépasse');
  });

  it('R10 two who press the button at the same instant hand it in once', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const address = urls.proposalSubmit(at(action));
    const answers = await Promise.all(
      [certified.lead, certified.manager].map(({ client }) => client.send(address, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { rows } = await site.pool.query(
      `select (select count(*)::int from fund_action_version where action_id = $1) as versions,
        (select count(*)::int from fund_action_act where action_id = $1) as acts`,
      [action.id],
    );
    expect(rows).toEqual([{ versions: 1, acts: 1 }]);
  });
});

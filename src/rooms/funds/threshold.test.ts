import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveToFund, makeFund } from '../../../tests/make/fund.ts';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { account, entry, record } from '../../../tests/make/ledger.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { recordEntries } from '../ledger/index.ts';
import { changeThreshold, findFundById, listThresholdChanges, noteFundUse } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const nothing = { hold: async () => {}, release: async () => {} };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the threshold of a fund', () => {
  it('R18 changes with a reason that everybody reads, with who, when and what remained', async () => {
    const { fund, officer } = await makeFund(site, movement);
    const at = { fund: fund.slug };
    await record(
      site,
      movement,
      entry(
        'budget-reserved',
        account('fund', fund.id),
        account('fund-reserved', fund.id),
        1_100_000,
      ),
    );
    await officer.client.get(urls.adminFundThreshold(at));
    expect(plain(officer.client.main)).toContain('suggèrent un seuil de 8');
    // read, never applied
    expect(await findFundById(site.db, movement.id, fund.id)).toMatchObject({ threshold: 5 });
    const version = /name="version" value="(\d+)"/.exec(officer.client.html)![1]!;
    const change = (seuil: string, motif: string) =>
      officer.client.post(urls.adminFundThreshold(at), { seuil, motif, version });
    expect(await change('8', '')).toMatchObject({ status: 422 });
    expect(await change('5', 'Pour rien')).toMatchObject({ status: 422 });
    expect(await change('8', 'Il reste moins de la moitié.')).toMatchObject({ status: 200 });
    const everybody = site.visitor(movement.host);
    await everybody.get(urls.fund(at));
    for (const words of ['de 5 à 8', 'Il reste moins de la moitié.', '9 000 € sur 20 000 €'])
      expect(plain(everybody.main)).toContain(words);
    // sent again from the same form
    expect(await change('12', 'Encore')).toMatchObject({ status: 409 });
    expect(officer.client.main).toContain('Encore');
  });

  it('R18 its history is never rewritten, by nobody', async () => {
    const { fund, officer } = await makeFund(site, movement);
    const act = { organisationId: movement.id, by: officer.id };
    const asked = { threshold: 8, reason: 'Moins reste' };
    expect(await changeThreshold(site.db, act, fund, asked, nothing)).toEqual({ ok: true });
    for (const rewriting of [
      `update fund_threshold_change set reason = 'Autre' where fund_id = $1`,
      'delete from fund_threshold_change where fund_id = $1',
    ])
      await expect(site.pool.query(rewriting, [fund.id])).rejects.toThrow();
    expect(await listThresholdChanges(site.db, movement.id, fund.id)).toMatchObject([
      { before: 5, after: 8, reason: 'Moins reste', remaining: 2_000_000, changedBy: officer.id },
    ]);
  });

  it('R18 of ten who change it at once from the same form, one does', async () => {
    const { fund, officer } = await makeFund(site, movement);
    const act = { organisationId: movement.id, by: officer.id };
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        changeThreshold(
          site.db,
          act,
          fund,
          { threshold: 6 + at, reason: 'En même temps' },
          nothing,
        ),
      ),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listThresholdChanges(site.db, movement.id, fund.id)).toHaveLength(1);
  });

  it('R17 R18 actions are held before the fund and released in the transaction that changes it, or not at all', async () => {
    const { fund, officer } = await makeFund(site, movement);
    const act = { organisationId: movement.id, by: officer.id };
    const seen: (number | undefined)[] = [];
    const look = async (tx: Parameters<typeof noteFundUse>[0]) => {
      seen.push((await findFundById(tx, movement.id, fund.id))?.threshold);
    };
    const change = (release: (tx: Parameters<typeof noteFundUse>[0]) => Promise<void>) =>
      changeThreshold(
        site.db,
        act,
        fund,
        { threshold: 3, reason: 'Beaucoup reste' },
        { hold: look, release },
      );
    await expect(
      change(async () => {
        throw new Error('an action cannot be released');
      }),
    ).rejects.toThrow();
    expect(await findFundById(site.db, movement.id, fund.id)).toMatchObject({ threshold: 5 });
    expect(await listThresholdChanges(site.db, movement.id, fund.id)).toEqual([]);
    await change(look);
    expect(seen).toEqual([5, 5, 3]);
  });
});

describe('a fund that is used up', () => {
  it('R26 the office and the treasury are told once at 80 % and once at 100 %, however many reserve at once', async () => {
    const own = await makeMovement(site);
    const { fund, officer, treasurer } = await makeFund(site, own, { endowed: 100_000 });
    const both = await makePerson(site, { organisation: own, roles: ['officer', 'finance'] });
    const organisation = { ...own, contactEmail: 'bonjour@mouvement.example' };
    const reserve = (amount: number) =>
      site.db.transaction().execute(async (tx) => {
        const done = await recordEntries(tx, { organisationId: own.id, by: null }, [
          entry(
            'budget-reserved',
            account('fund', fund.id),
            account('fund-reserved', fund.id),
            amount,
          ),
        ]);
        expect(done.ok).toBe(true);
        await noteFundUse(tx, { organisation, config: site.config }, fund.id);
      });
    expect(await mailsOf(site, () => reserve(70_000))).toEqual([]);
    const eighty = await mailsOf(site, () =>
      Promise.all([reserve(10_000), reserve(5000), reserve(5000)]),
    );
    expect(eighty.map(({ to }) => to).sort()).toEqual(
      [officer.email, treasurer.email, both.email].sort(),
    );
    expect(plain(eighty[0]!.subject)).toContain('80 %');
    expect(await mailsOf(site, () => reserve(1000))).toEqual([]);
    const hundred = await mailsOf(site, () => Promise.all([reserve(4000), reserve(5000)]));
    expect(hundred).toHaveLength(3);
    expect(hundred.find(({ to }) => to === treasurer.email)?.text).toContain(
      urls.fundEndowment({ fund: fund.slug }),
    );
    expect(hundred.find(({ to }) => to === officer.email)?.text).toContain(
      urls.adminFund({ fund: fund.slug }),
    );
    await officer.client.get(urls.adminFund({ fund: fund.slug }));
    expect(officer.client.main).toContain('Ce fonds est entièrement utilisé');
    // given more, it is told again when that is used
    await giveToFund(site, own, fund.id, treasurer, 100_000);
    expect(await mailsOf(site, () => reserve(50_000))).toEqual([]);
    expect(await mailsOf(site, () => reserve(20_000))).toHaveLength(3);
  });
});

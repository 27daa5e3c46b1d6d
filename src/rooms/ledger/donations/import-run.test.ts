import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asHolder,
  donationFile,
  makeDonation,
  makeTreasury,
} from '../../../../tests/make/donation.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../../tests/make/group.ts';
import type { MadePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openStorage } from '../../../platform/files/index.ts';
import { urls } from '../../../urls.ts';
import { auditLedger, queueDonationRuns, readGroupMoney } from '../index.ts';
import { carryOutRun } from './import-run.store.ts';

let site: TestSite;
let movement: MadeMovement;
let treasury: MadePerson;
let lilas: MadeGroup;
let serial = 0;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  treasury = await makeTreasury(site, movement);
  lilas = await makeGroup(site, movement, { name: 'Les Lilas Solidaires' });
}, 60_000);
afterAll(() => site.close());

const received = async () =>
  (await readGroupMoney(site.db, movement.id, [lilas.group.id])).get(lilas.group.id)!.received;
const countOf = async (table: string, more = '') =>
  Number(
    (
      await site.pool.query(`select count(*) from ${table} where organisation_id = $1 ${more}`, [
        movement.id,
      ])
    ).rows[0].count,
  );
const runNow = (id: string) =>
  carryOutRun(site.db, openStorage(site.config), { organisationId: movement.id, id }, async () => [
    asHolder(lilas.group),
  ]);

/** A file of two donations of 5 €, looked at and found right. */
async function sendTwo(): Promise<string> {
  serial += 1;
  const lines = [1, 2].map((at) => [`L${serial}-${at}`, '01/03/2026', '5', lilas.group.slug]);
  await treasury.client.post(urls.donationImport(), { fichier: donationFile(lines) });
  return treasury.client.path.split('/').at(-1)!;
}

describe('the import of a file of donations, as a job', () => {
  it('R25 W16 says where it is without scripts and with them, then what it did', async () => {
    const { client } = treasury;
    const id = await sendTwo();
    const before = await received();
    await client.post(client.path);
    expect([client.path, client.status]).toEqual([urls.donationFile({ file: id }), 200]);
    expect(client.main).toContain('<fresh-part data-seconds="1"');
    expect(client.main).toContain('2 dons à enregistrer');
    expect(client.main).toContain(`href="${client.path}"`);
    expect(client.html).toMatch(/<script[^>]*fresh-part[^"]*\.js/);
    expect(await received()).toBe(before);
    expect((await client.get(urls.donationImport())).main).toContain('En cours');
    await site.runJobs();
    await client.get(urls.donationFile({ file: id }));
    expect(client.main).not.toContain('fresh-part');
    expect(client.main).toContain('2 dons sont enregistrés');
    expect(await received()).toBe(before + 1000);
    await client.get(urls.donationImport());
    expect(client.main).toContain('Enregistré');
    expect(client.main).toContain(urls.donationFile({ file: id }));
  });

  it('sent again and again while it runs, and after: it is in once', async () => {
    const { client } = treasury;
    const id = await sendTwo();
    const before = await received();
    const answers = await Promise.all([1, 2, 3].map(() => client.send(client.path, {})));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await countJobs(id)).toBe(1);
    await Promise.all([runNow(id), runNow(id), site.runJobs()]);
    await client.post(urls.donationFile({ file: id }));
    await site.runJobs();
    expect(await received()).toBe(before + 1000);
    expect(await countOf('donation_run', `and id = '${id}'`)).toBe(1);
    expect((await auditLedger(site.db, movement.id)).wrong).toEqual([]);
  });

  it('killed in the middle it leaves nothing, and is taken up by the next start', async () => {
    const { client } = treasury;
    const id = await sendTwo();
    await client.post(client.path);
    const before = [await received(), await countOf('donation'), await countOf('ledger_entry')];
    // the process goes once everything is written, and before it is said to be: nothing of it may stay
    await site.pool.query(`create function die() returns trigger language plpgsql as
        $$ begin raise exception 'killed'; end $$;
      create trigger die before update on donation_run for each row execute function die()`);
    await expect(runNow(id)).rejects.toThrow('killed');
    await site.pool.query('drop trigger die on donation_run; drop function die');
    expect([await received(), await countOf('donation'), await countOf('ledger_entry')]).toEqual(
      before,
    );
    // what a killed worker leaves: a job that the queue keeps for it for hours
    await site.pool.query(
      `update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() where key = $1`,
      [`import-donations:${id}`],
    );
    await site.runJobs();
    expect((await client.get(urls.donationFile({ file: id }))).main).toContain('est en cours');
    await queueDonationRuns(site.db);
    await site.runJobs();
    expect((await client.get(urls.donationFile({ file: id }))).main).toContain('sont enregistrés');
    expect(await received()).toBe(before[0]! + 1000);
  });

  it('what became wrong meanwhile is told, and nothing of the file is in', async () => {
    const { client } = treasury;
    const id = await sendTwo();
    await client.post(client.path);
    const before = await received();
    await makeDonation(site, movement, {
      by: treasury,
      group: lilas.group,
      amount: 500,
      reference: `L${serial}-1`,
    });
    expect(await received()).toBe(before + 500);
    await site.runJobs();
    await client.get(urls.donationFile({ file: id }));
    expect(client.main).toContain('Rien n’a été enregistré');
    expect(await received()).toBe(before + 500);
  });

  it('a file that waits for its import is not forgotten; one that is gone is told', async () => {
    const { client } = treasury;
    const id = await sendTwo();
    const before = await received();
    await client.post(client.path);
    await site.pool.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '2 minutes' where task_id =
        (select id from graphile_worker._private_tasks where identifier = 'forget-donation-file')`,
    );
    await site.runJobs();
    expect(await received()).toBe(before + 1000);
    const late = await sendTwo();
    await client.post(client.path);
    await openStorage(site.config).deleteFile(`donations/${movement.id}/${late}.json`);
    await site.runJobs();
    expect((await client.get(urls.donationFile({ file: late }))).main).toContain('trop longtemps');
    expect(id).not.toBe(late);
  });

  it('W3 how an import went is told to the desk of its movement, to nobody else', async () => {
    const id = await sendTwo();
    await treasury.client.post(treasury.client.path);
    const stranger = await makeTreasury(site, await makeMovement(site));
    expect((await stranger.client.get(urls.donationFile({ file: id }))).status).toBe(404);
    expect((await stranger.client.get(urls.donationImport())).main).not.toContain(id);
    await site.runJobs();
  });
});

const countJobs = async (id: string) =>
  Number(
    (
      await site.pool.query(`select count(*) from graphile_worker._private_jobs where key = $1`, [
        `import-donations:${id}`,
      ])
    ).rows[0].count,
  );

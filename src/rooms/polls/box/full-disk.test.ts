import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  castFor,
  countRows,
  fillBallot,
  listFields,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { countHeads, publishHead } from './head.store.ts';

let site: TestSite;
let made: MadePoll;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  made = await makePoll(site);
});

it('F3 a database without room left refuses a vote: no receipt, nothing half-written; later the same form counts once', async () => {
  const voter = await makePerson(site);
  const at = { edition: made.edition.slug };
  // what PostgreSQL says when the disk is full, at the last write of a vote
  await site.pool.query(`create function no_room() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
  await site.pool.query(
    'create trigger full_disk before insert on casting_request for each row execute function no_room()',
  );
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await voter.client.post(urls.voteCast(at), fillBallot(made.poll));
  vi.restoreAllMocks();
  await site.pool.query('drop trigger full_disk on casting_request');
  expect(voter.client.status).toBe(503);
  expect(voter.client.html).not.toContain('Votre vote est déposé');
  expect(await countRows(site, made.poll)).toMatchObject({ electors: 0, slots: 0, requests: 0 });
  await voter.client.post(urls.voteCast(at), listFields(voter.client.html, urls.voteCast(at)));
  expect(voter.client.html).toContain('Votre vote est déposé');
  expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1, requests: 1 });
});

it('F3 a head that cannot be written beside the database is not published in it', async () => {
  await castFor(site, made.poll, (await makePerson(site)).id, [1]);
  const folder = join(site.config.varFolder, 'heads');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${made.poll.id}.jsonl`);
  symlinkSync('/dev/full', file);
  await expect(
    publishHead(site.db, site.config, site.organisationId, made.poll.id),
  ).rejects.toThrow('ENOSPC');
  expect(await countHeads(site.db, site.organisationId, made.poll.id)).toBe(0);
  rmSync(file);
  await publishHead(site.db, site.config, site.organisationId, made.poll.id);
  expect(await countHeads(site.db, site.organisationId, made.poll.id)).toBe(1);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makePoll } from '../../../../tests/make/polls.ts';
import {
  listedFrom,
  newPass,
  openProofStage,
  type ProofStage,
} from '../../../../tests/make/proofs.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { forgetProofs, PAGE_SIZE } from './queue.store.ts';

let stage: ProofStage;
beforeAll(async () => {
  stage = await openProofStage();
});
afterAll(() => stage.site.close());

describe('the queue', () => {
  it('shows the oldest first, a page at a time, none twice and none left out', async () => {
    const place = await makePoll(stage.site);
    for (let at = 0; at < PAGE_SIZE + 3; at += 1)
      await stage.send(newPass(), { names: `Personne Numéro${at}` }, { place });
    await stage.site.pool.query(
      `update eligibility_proof set sent_on = (now() at time zone 'Europe/Paris')::date - 4 where edition_id = $1 and names like '%Numéro7'`,
      [place.edition.id],
    );
    const { client } = stage.officer;
    await client.get(urls.adminProofs({ edition: place.edition.slug }));
    const names = () => [...client.main.matchAll(/Personne (Numéro\d+)/g)].map(([, name]) => name);
    const first = names();
    expect(first).toHaveLength(PAGE_SIZE);
    expect(first[0]).toBe('Numéro7');
    expect(client.main).toContain('4 jours');
    const next = /href="([^"]*apres=[^"]*)"/.exec(client.main)![1]!.replaceAll('&amp;', '&');
    await client.get(next);
    const second = names();
    expect(second).toHaveLength(3);
    expect(new Set([...first, ...second]).size).toBe(PAGE_SIZE + 3);
    await client.get(urls.adminProofs({ edition: place.edition.slug }, { apres: "x' or 1=1" }));
    expect(client.status).toBe(200);
  });

  it('W5 is read by officers of this town alone', async () => {
    const place = await makePoll(stage.site);
    await stage.send(newPass(), {}, { place });
    const [proof] = await stage.queue(place);
    const organisation = {
      id: await insertOrganisation(stage.site.db, {
        slug: 'braye',
        name: 'Braye',
        host: 'braye.localhost',
        kind: 'town',
        colour: '#1B6B3A',
        contactEmail: 'a@braye.example',
        tagline: '',
        charter: 'Oui.',
      }),
      name: 'Braye',
      host: 'braye.localhost',
    };
    const theirs = await makeEdition(stage.site, { organisationId: organisation.id });
    const stranger = (await makePerson(stage.site, { roles: ['officer'], organisation })).client;
    const resident = (await makePerson(stage.site)).client;
    const paths = [stage.pageOf(proof!.id, place), `${stage.pageOf(proof!.id, place)}/document`];
    for (const path of [urls.adminProofs({ edition: place.edition.slug }), ...paths]) {
      expect((await resident.send(path)).status, path).toBe(403);
      expect((await stranger.send(path)).status, path).toBe(404);
    }
    for (const path of paths) {
      const crossed = path.replace(`/${place.edition.slug}/`, `/${theirs.slug}/`);
      expect((await stranger.send(crossed)).status, crossed).toBe(404);
    }
    const act = { decision: 'accepter' };
    expect((await resident.send(paths[0]!, act)).status).toBe(403);
    expect((await stranger.send(paths[0]!, act)).status).toBe(404);
    // nor by the public address of files, for anybody
    const file = urls.file({ file: `${proof!.fileId}.webp` });
    for (const client of [resident, stage.officer.client, stage.site.visitor()])
      expect((await client.send(file)).status).toBe(404);
    expect((await stage.queue(place)).length).toBe(1);
  });

  it('thirty days after the close nothing is left of what nobody decided, nor of birth dates', async () => {
    const place = await makePoll(stage.site);
    const [waiting, accepted] = [newPass(), newPass()];
    await stage.send(accepted, {}, { place });
    await stage.officer.client.post(stage.pageOf((await stage.queue(place))[0]!.id, place), {
      decision: 'accepter',
    });
    await stage.send(waiting, {}, { place });
    const run = async () => {
      await stage.site.pool.query(
        `update graphile_worker._private_jobs set run_at = now() where key = $1`,
        [`forget-proofs:${place.edition.id}`],
      );
      await stage.site.runJobs();
    };
    await run();
    expect(await stage.decisionOf(waiting, place)).toBe('waiting');
    stage.site.travel('36 days');
    await run();
    expect(await stage.decisionOf(waiting, place)).toBe('none');
    expect(await stage.decisionOf(accepted, place)).toBe('none');
    const { rows } = await stage.site.pool.query(
      'select decision, birth_date, names, file_id from eligibility_proof where edition_id = $1',
      [place.edition.id],
    );
    expect(rows).toEqual([{ decision: 'accepted', birth_date: null, names: null, file_id: null }]);
    stage.site.travel(null);
    await forgetProofs(stage.site.db, listedFrom(place, stage.site));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { castFor, listFields, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { listenForChanges } from '../../../platform/http/changes.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { countPoll, findPollOf, publishResult, queuePublications, sealPoll } from '../index.ts';
import { cancelPublication, findPlan, planPublication } from './publication.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Béatrice du BP', roles: ['officer'] });
});
afterAll(() => site.close());

const HOUR = 3_600_000;
const by = () => ({ organisationId: site.organisationId, by: officer.id });

/** Counted, under embargo. */
async function makeCounted(): Promise<MadePoll> {
  site.travel(null);
  const made = await makePoll(site);
  const voter = await makePerson(site);
  expect(await castFor(site, made.poll, voter.id, [1, 2])).toMatchObject({ ok: true });
  site.travel('6 days');
  expect(await sealPoll(site.db, site.config, by(), made.poll.id)).toMatchObject({ ok: true });
  expect(await countPoll(site.db, by(), made.poll.id)).toMatchObject({ ok: true });
  return made;
}

/** What somebody types for an instant, to the minute. */
function typeMinute(at: Date): Record<string, string> {
  const { day, time } = toLocalTime(at);
  const [year, month, date] = day.split('-');
  return {
    quand: 'plus-tard',
    'minute-day': date!,
    'minute-month': month!,
    'minute-year': year!,
    'minute-time': time,
  };
}

const inHours = async (hours: number) =>
  new Date((await readNow(site.db)).getTime() + hours * HOUR);

/** The queue goes by real time, which no test waits for: its job is woken, and the database's clock decides. */
async function wake({ poll }: MadePoll): Promise<void> {
  await site.pool.query(
    `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    from graphile_worker.jobs where key = $1`,
    [`publish-result:${poll.id}`],
  );
  await site.runJobs();
}

const plan = ({ poll }: MadePoll) => findPlan(site.db, site.organisationId, poll.id);

async function listActs({ edition }: MadePoll) {
  const { acts } = (await findPollOf(site.db, site.organisationId, edition.id))!;
  return acts.filter(({ kind }) => kind === 'published');
}

async function listEndings({ poll }: MadePoll): Promise<string[]> {
  const { rows } = await site.pool.query(
    'select ending from poll_publication where poll_id = $1 order by asked_at, ended_at nulls last',
    [poll.id],
  );
  return rows.map(({ ending }) => ending);
}

describe('a publication at a chosen minute', () => {
  it('R57 V15 tells nothing before its minute, and everything from then on', async () => {
    const made = await makeCounted();
    const at = { edition: made.edition.slug };
    const { client } = officer;
    await client.post(urls.adminPollPublish(at), typeMinute(await inHours(2)));
    expect(client.html).toContain('La publication est prévue.');
    expect(client.main).toContain('Publication prévue le');
    expect(client.main).toContain('Demandée par Béatrice du BP');

    const publicAddresses = [
      urls.results(at),
      urls.resultBundle(at),
      urls.resultMinutes(at),
      urls.resultMinutesCsv(at),
    ];
    const expectAbsent = async () => {
      for (const address of publicAddresses)
        expect((await site.visitor().send(address)).status, address).toBe(404);
      for (const address of [urls.home(), urls.edition(at), urls.vote(at)])
        expect((await site.visitor().get(address)).html, address).not.toMatch(
          /Publication prévue|projets? (est|sont) retenu/,
        );
    };
    await expectAbsent();
    site.travel('6 days 1 hour');
    await wake(made);
    await expectAbsent();

    // what a node kept in memory before is not served after: it hears of the publication
    const heard = Promise.withResolvers<void>();
    const changes = await listenForChanges(
      site.url,
      (organisationId) => {
        site.memory.forget(organisationId);
        heard.resolve();
      },
      () => {},
    );
    site.travel('6 days 3 hours');
    await site.visitor().get(urls.results(at));
    await wake(made);
    await heard.promise;
    const reader = site.visitor();
    await reader.get(urls.results(at));
    expect(reader.status).toBe(200);
    for (const address of publicAddresses)
      expect((await site.visitor().send(address)).status, address).toBe(200);
    await changes.stop();
    expect((await listActs(made)).map((act) => act.by)).toEqual([officer.id]);
    expect(await listEndings(made)).toEqual(['published']);
    // woken once more, it finds nothing to do
    await queuePublications(site.db);
    await wake(made);
    expect(await listActs(made)).toHaveLength(1);
  });

  it('R57 refuses a minute in the past, none, one too far, and a choice that says both', async () => {
    const made = await makeCounted();
    const at = { edition: made.edition.slug };
    const { client } = officer;
    const later = typeMinute(await inHours(2));
    for (const [fields, words] of [
      [{}, 'Choisissez quand publier'],
      [{ quand: 'hier' }, 'Choisissez quand publier'],
      [{ quand: 'plus-tard' }, 'Indiquez un jour et une heure'],
      [{ ...later, 'minute-month': '13' }, 'Indiquez un jour et une heure'],
      [typeMinute(await inHours(-1)), 'Cette heure est déjà passée'],
      [typeMinute(await inHours(24 * 400)), 'dans les douze mois'],
      [{ ...later, quand: 'maintenant' }, 'gardez l’un des deux'],
    ] as [Record<string, string>, string][]) {
      await client.post(urls.adminPollPublish(at), fields);
      expect(client.status, words).toBe(422);
      expect(client.main).toContain(words);
    }
    expect(await plan(made)).toBeNull();
    expect(await listActs(made)).toEqual([]);
  });

  it('R57 is moved or given up until its minute', async () => {
    const made = await makeCounted();
    const at = { edition: made.edition.slug };
    const { client } = officer;
    await client.post(urls.adminPollPublish(at), typeMinute(await inHours(2)));
    await client.get(urls.adminPollPublish(at));
    expect(client.main).toContain('Publication prévue le');
    const shown = listFields(client.html, urls.adminPollPublish(at));
    expect(shown).toMatchObject({ quand: 'plus-tard' });
    await client.post(urls.adminPollPublish(at), typeMinute(await inHours(8)));
    site.travel('6 days 3 hours');
    await wake(made);
    expect(await listActs(made)).toEqual([]);
    await client.post(urls.adminPollCancelPublication(at));
    expect(client.html).toContain('La publication prévue est annulée');
    expect(client.main).not.toContain('Publication prévue le');
    site.travel('6 days 10 hours');
    await wake(made);
    expect(await listActs(made)).toEqual([]);
    expect(await listEndings(made)).toEqual(['moved', 'cancelled']);
    await client.post(urls.adminPollCancelPublication(at));
    expect(client.html).toContain('Aucune publication n’est prévue');
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a annulé la publication prévue');
  });

  it('R57 is over once somebody publishes by hand', async () => {
    const made = await makeCounted();
    const at = { edition: made.edition.slug };
    await officer.client.post(urls.adminPollPublish(at), typeMinute(await inHours(2)));
    await officer.client.get(urls.adminPollPublish(at));
    const shown = listFields(officer.client.html, urls.adminPollPublish(at));
    await officer.client.post(urls.adminPollPublish(at), { ...shown, quand: 'maintenant' });
    expect(officer.client.html).toContain('Les résultats sont publiés');
    const [published] = await listActs(made);
    site.travel('6 days 3 hours');
    await wake(made);
    expect(await listActs(made)).toEqual([published]);
    expect(await listEndings(made)).toEqual(['published']);
  });

  it('R57 of two officers at once the later choice holds, and one publication happens', async () => {
    const made = await makeCounted();
    const hours = await Promise.all([2, 3, 4, 5].map(inHours));
    const asked = await Promise.all(
      hours.map((at) => planPublication(site.db, by(), made.poll.id, at)),
    );
    expect(asked).toEqual(hours.map(() => ({ ok: true })));
    const endings = await listEndings(made);
    expect(endings.filter((ending) => ending === null)).toHaveLength(1);
    expect(endings.filter((ending) => ending === 'moved')).toHaveLength(3);
    site.travel('6 days 6 hours');
    const done = await Promise.all([
      publishResult(site.db, by(), made.poll.id),
      wake(made),
      publishResult(site.db, by(), made.poll.id),
      cancelPublication(site.db, by(), made.poll),
    ]);
    expect(done).toHaveLength(4);
    expect(await listActs(made)).toHaveLength(1);
    expect(await plan(made)).toBeNull();
  });

  it('R57 survives its server: killed while its job ran, it happens at the next start', async () => {
    const made = await makeCounted();
    await planPublication(site.db, by(), made.poll.id, await inHours(2));
    // what a killed worker leaves: a job that the queue keeps for it for hours
    const { rowCount } = await site.pool.query(
      `update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), run_at = now()
      where key = $1`,
      [`publish-result:${made.poll.id}`],
    );
    expect(rowCount).toBe(1);
    site.travel('6 days 3 hours');
    await site.runJobs();
    expect(await listActs(made)).toEqual([]);
    await queuePublications(site.db);
    await wake(made);
    expect(await listActs(made)).toHaveLength(1);
  });

  it('R57 is dropped when the poll was locked meanwhile', async () => {
    const made = await makeCounted();
    await planPublication(site.db, by(), made.poll.id, await inHours(2));
    await site.pool.query(
      `insert into poll_act (organisation_id, poll_id, kind, detail)
      values ($1, $2, 'locked', '{"held":1,"announced":2}')`,
      [site.organisationId, made.poll.id],
    );
    site.travel('6 days 3 hours');
    await wake(made);
    expect(await listActs(made)).toEqual([]);
    expect(await listEndings(made)).toEqual(['dropped']);
  });

  it('R57 is nobody else’s: not a resident’s, not another organisation’s, not before the count', async () => {
    const made = await makeCounted();
    const at = { edition: made.edition.slug };
    const later = typeMinute(await inHours(2));
    const resident = await makePerson(site);
    for (const address of [urls.adminPollPublish(at), urls.adminPollCancelPublication(at)])
      expect((await resident.client.send(address, later)).status, address).toBe(403);
    const otherId = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host: 'ailleurs.localhost',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'bp@ailleurs.example',
      tagline: '',
      charter: 'Respect.',
    });
    const stranger = await makePerson(site, {
      organisation: { id: otherId, name: 'Ailleurs', host: 'ailleurs.localhost' },
      roles: ['officer'],
    });
    for (const address of [urls.adminPollPublish(at), urls.adminPollCancelPublication(at)])
      expect((await stranger.client.send(address, later)).status, address).toBe(404);
    const elsewhere = { organisationId: otherId, by: null };
    await expect(
      planPublication(site.db, elsewhere, made.poll.id, await inHours(2)),
    ).rejects.toThrow('No poll');
    expect(await cancelPublication(site.db, elsewhere, made.poll)).toBe(false);
    expect(await plan(made)).toBeNull();

    site.travel(null);
    const open = await makePoll(site);
    await officer.client.post(
      urls.adminPollPublish({ edition: open.edition.slug }),
      typeMinute(await inHours(2)),
    );
    expect(officer.client.status).toBe(422);
  });
});

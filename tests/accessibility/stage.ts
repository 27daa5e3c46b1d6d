import { randomUUID } from 'node:crypto';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { openSession } from '../../src/rooms/identity/index.ts';
import { countPoll, sealPoll } from '../../src/rooms/polls/index.ts';
import { addShift } from '../../src/rooms/polls/points/shift.store.ts';
import { proposeInvalidation } from '../../src/rooms/polls/watch/invalidation.store.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeOpenPoint } from '../make/desk.ts';
import { makeIdea } from '../make/ideas.ts';
import {
  featuresOf,
  geoJsonFile,
  INSIDE,
  keepDistricts,
  keepTown,
  OUTSIDE,
  TOWN,
} from '../make/outlines.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { publish } from '../make/poll.ts';
import { castFor, listFields, type MadePoll, makeFrozenEdition, makePoll } from '../make/polls.ts';
import { makeSealedPoll } from '../make/sealed.ts';
import { makeTown, type Town } from '../make/town.ts';
import { putToVote } from './adoption-scenes.ts';
import { actInSpace } from './board-scenes.ts';
import { holdProject } from './campaign-scenes.ts';
import { decideSome } from './decision-scenes.ts';
import { tellDelivery } from './delivery-scenes.ts';
import { tellReport } from './evaluation-scenes.ts';
import { importIdeas, importRealisations } from './import-scenes.ts';
import { writeToLists } from './list-scenes.ts';
import { askForMails, meetThresholds } from './mail-scenes.ts';
import { announceMeetings, hostEvents } from './meeting-scenes.ts';
import { reportSome } from './moderation-scenes.ts';
import { actInNetworks } from './network-scenes.ts';
import { subscribeSome } from './news-scenes.ts';
import { keyPaper } from './paper-scenes.ts';
import type { RoleName, Scene } from './scenes.ts';
import { addFactors, meetProvider } from './sign-in-scenes.ts';
import { studySome } from './study-scenes.ts';
import { askOpinions } from './survey-scenes.ts';
import { meetVoters } from './voters.ts';

/** Addresses that somebody's own acts lead to, by pattern, and for whom. */
export type Particulars = Record<string, { path: string; roles: readonly RoleName[] }>;

export interface Stage {
  town: Town;
  /** Its list is frozen, its poll not yet opened. */
  frozen: Edition;
  /** Polls whose next act is to be sealed, counted, published. */
  due: Record<'seal' | 'count' | 'publish', Edition>;
  /** Public votes: one under way, one with its result. */
  publicVotes: Record<'open' | 'done', Edition>;
  /** Sealed polls: one under way, one whose box two trustees must open. */
  sealed: Record<'open' | 'due', Edition>;
  particulars: Particulars;
  /** What is met without an account, on the way to a vote. */
  voterScenes: readonly Scene[];
  /** What becomes of ideas. */
  decisionScenes: readonly Scene[];
  /** A browser of somebody in this role, with whatever they have done so far. */
  open(role: RoleName, options?: BrowserContextOptions): Promise<BrowserContext>;
}

export const STAGE_PASSWORD = 'un tilleul devant la gare';

/** A town, and a resident in the middle of everything: a draft, an idea, a basket, a receipt, mails to open. */
export async function openStage(site: BrowserSite): Promise<Stage> {
  const town = await makeTown(site);
  const resident = await makePerson(site, { nickname: 'Odile', password: STAGE_PASSWORD });
  const people: Record<RoleName, MadePerson | null> = {
    anonymous: null,
    newcomer: await makePerson(site, { nickname: 'Noor', birthDate: null, residence: null }),
    resident,
    hesitant: await makePerson(site, { nickname: 'Hermine' }),
    unproven: await makePerson(site, { nickname: 'Ulysse', roles: ['officer'] }),
    officer: await makePerson(site, { nickname: 'Agathe', roles: ['officer'] }),
    administrator: await makePerson(site, { nickname: 'Basile', roles: ['administrator'] }),
  };
  await site.db
    .deleteFrom('charter_acceptance')
    .where('person_id', '=', people.hesitant!.id)
    .execute();
  const publicVotes = await makePublicVotes(site);
  const { hold, ...provider } = await meetProvider(site, resident);
  const factors = await addFactors(site, people.administrator!, people.unproven!, resident);
  const voters = await meetVoters(site);
  const decisions = await decideSome(site);
  return {
    town,
    voterScenes: voters.scenes,
    decisionScenes: decisions.scenes,
    due: await leavePollsDue(site),
    publicVotes,
    sealed: await makeSealedPolls(site),
    frozen: await makeFrozenEdition(site, { edition: { slug: 'figee' } }),
    particulars: {
      ...(await actInIdeas(site, town, resident)),
      ...(await actInSpace(site, resident)),
      ...(await hostEvents(site, resident)),
      ...(await actInNetworks(site, resident)),
      ...(await drawTerritory(site, town, people.officer!)),
      ...(await castAndChooseAgain(town, resident)),
      ...(await askForMails(site, resident)),
      ...(await announceMeetings(site)),
      ...(await subscribeSome(site)),
      ...(await reportSome(site, town, resident)),
      ...(await keyPaper(site, people.officer!)),
      ...(await meetThresholds(site)),
      ...(await serveAtAPoint(site, town, people.officer!)),
      ...provider.particulars,
      ...factors,
      ...voters.particulars,
      ...decisions.particulars,
      ...(await importIdeas(site, people.officer!)),
      ...(await holdProject(site, resident)),
      ...(await importRealisations(people.officer!, site)),
      ...(await studySome(site, town, resident, people.officer!)),
      ...(await tellDelivery(site, town, resident)),
      ...(await askOpinions(site)),
      ...(await writeToLists(site, resident)),
      ...(await putToVote(site)),
      ...(await tellReport(site, town)),
      [urls.publicVotes.pattern]: {
        path: urls.publicVotes({ edition: publicVotes.done.slug }),
        roles: ['anonymous'],
      },
    },
    async open(role, options) {
      const context = await site.open(options);
      context.setDefaultTimeout(20_000);
      const person = people[role];
      await context.addCookies([await hold()]);
      if (!person) return context;
      const { db, organisationId } = site;
      const factorProven = role !== 'unproven';
      const device = 'Firefox · Linux';
      const session = await openSession(db, organisationId, person.id, device, { factorProven });
      person.client.cookies.set('palabre', session);
      await context.addCookies(
        [...person.client.cookies].map(([name, value]) => ({ name, value, url: site.origin })),
      );
      return context;
    },
  };
}

/** A draft with an idea that resembles it, and an idea that can still be corrected. */
async function actInIdeas(site: BrowserSite, town: Town, person: MadePerson): Promise<Particulars> {
  const at = { edition: town.collecting.slug };
  const draft = { ...at, draft: randomUUID() };
  await person.client.post(urls.depositText(draft), {
    title: 'Un jardin partagé pour le quartier',
    body: 'Un jardin partagé, avec un composteur et trois bancs.',
    category: town.collecting.categories[0]!.slug,
    lang: 'fr',
  });
  const idea = await makeIdea(site, town.collecting, { authorId: person.id });
  await person.client.post(urls.editIdea({ ...at, idea: idea.number }), {
    title: 'Un banc à l’ombre',
    body: idea.body,
    category: town.collecting.categories[0]!.slug,
    lang: 'fr',
    act: 'save',
  });
  const pages = [
    urls.depositText,
    urls.depositCompare,
    urls.depositPlace,
    urls.depositFiles,
    urls.depositPreview,
    urls.depositAbandon,
  ] as const;
  const roles = ['resident'] as const;
  return {
    ...Object.fromEntries(pages.map((page) => [page.pattern, { path: page(draft), roles }])),
    [urls.depositStart.pattern]: { path: urls.depositStart(at), roles },
    [urls.editIdea.pattern]: { path: urls.editIdea({ ...at, idea: idea.number }), roles },
    [urls.ideaVersions.pattern]: {
      path: urls.ideaVersions({ ...at, idea: idea.number }),
      roles: ['anonymous'],
    },
  };
}

/** The town's outline and districts, somebody to ask addresses of, ideas on the map, a file that waits to be kept. */
async function drawTerritory(
  site: BrowserSite,
  town: Town,
  { client }: MadePerson,
): Promise<Particulars> {
  await keepTown(site);
  await keepDistricts(site, ['Couchant', 'Levant']);
  await site.db
    .insertInto('map_settings')
    .values({ organisation_id: site.organisationId, address_provider: 'http://127.0.0.1:1' })
    .execute();
  for (const point of [INSIDE, { ...INSIDE, latitude: 47.91 }, OUTSIDE])
    await makeIdea(site, town.collecting, { place: { words: 'Place du Marché', point } });
  const file = geoJsonFile(featuresOf([[{ nom: 'Les Sources' }, TOWN]]));
  await client.post(urls.adminOutlines(), { kind: 'priority', file });
  return {
    [urls.adminOutlineUpload.pattern]: { path: client.path, roles: ['officer'] },
    [urls.adminRemoveOutlines.pattern]: {
      path: urls.adminRemoveOutlines({ kind: 'district' }),
      roles: ['officer'],
    },
  };
}

/** A ballot in the box with its receipt, then two projects chosen to replace it. */
async function castAndChooseAgain(town: Town, { client }: MadePerson): Promise<Particulars> {
  const at = { edition: town.voting.slug };
  const choose = async (count: number) => {
    await client.get(urls.vote(at));
    const keys = [...client.html.matchAll(/name="ajouter" value="([^"]+)"/g)].slice(0, count);
    for (const [, ajouter] of keys) await client.post(urls.voteBasket(at), { ajouter: ajouter! });
    await client.get(urls.voteReview(at));
  };
  await choose(1);
  await client.post(urls.voteCast(at), listFields(client.html, urls.voteCast(at)));
  await choose(2);
  const roles = ['resident', 'anonymous'] as const;
  return {
    [urls.voteReview.pattern]: { path: urls.voteReview(at), roles },
    [urls.voteReceipt.pattern]: { path: urls.voteReceipt(at), roles: ['resident', 'officer'] },
  };
}

/** Three polls that ended a while ago, left at each of their last acts. */
async function leavePollsDue(site: BrowserSite): Promise<Stage['due']> {
  const act = { organisationId: site.organisationId, by: null };
  site.travel('-20 days');
  const polls = [];
  for (const slug of ['a-sceller', 'a-compter', 'a-publier']) {
    const made = await makePoll(site, { edition: { slug } });
    await castFor(site, made.poll, (await makePerson(site)).id, [1, 2]);
    polls.push(made);
  }
  site.travel(null);
  const [seal, count, publish] = polls as [MadePoll, MadePoll, MadePoll];
  for (const { poll } of [count, publish]) await sealPoll(site.db, site.config, act, poll.id);
  await countPoll(site.db, act, publish.poll.id);
  await proposeInvalidation(site.db, { ...act, by: (await makePerson(site)).id }, seal.poll.id, {
    rule: { kind: 'codes', batch: '7' },
    marks: ['a-code-of-batch-7'],
    reason: 'Le lot 7 a été volé dans la voiture de la distribution ; plainte déposée.',
  });
  return { seal: seal.edition, count: count.edition, publish: publish.edition };
}

/** The officer's desk, open at a point that is. */
async function serveAtAPoint(
  site: BrowserSite,
  town: Town,
  { id, client }: MadePerson,
): Promise<Particulars> {
  const point = await makeOpenPoint(site, town.voting, { name: 'Gymnase' });
  const act = { organisationId: site.organisationId, by: null };
  await addShift(site.db, act, point, point.slots[0]!, id);
  const at = { point: point.id };
  await client.post(urls.deskOpen(at));
  const pages = [urls.desk, urls.deskKiosk] as const;
  const roles = ['officer'] as const;
  return Object.fromEntries(pages.map((page) => [page.pattern, { path: page(at), roles }]));
}

async function makePublicVotes(site: BrowserSite): Promise<Stage['publicVotes']> {
  const terms = { profile: 'P0' } as const;
  const open = await makePoll(site, { terms, edition: { slug: 'publique' } });
  site.travel('-20 days');
  const done = await makePoll(site, { terms, edition: { slug: 'publiee' } });
  for (const numbers of [[1, 2], [3]])
    await castFor(site, done.poll, (await makePerson(site)).id, numbers);
  site.travel(null);
  await publish(site, { organisationId: site.organisationId, by: null }, done.poll.id);
  return { open: open.edition, done: done.edition };
}

async function makeSealedPolls(site: BrowserSite): Promise<Stage['sealed']> {
  const open = await makeSealedPoll(site, { edition: { slug: 'scellee' } });
  site.travel('-20 days');
  const due = await makeSealedPoll(site, { edition: { slug: 'a-ouvrir' } });
  site.travel(null);
  await sealPoll(
    site.db,
    site.config,
    { organisationId: site.organisationId, by: null },
    due.poll.id,
  );
  return { open: open.edition, due: due.edition };
}

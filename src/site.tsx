import { isDemoPlace } from './demo/accounts.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Assets } from './platform/http/assets.ts';
import { forgetOldHits } from './platform/http/limits.ts';
import type { Route } from './platform/http/route.ts';
import type { Site } from './platform/http/site.ts';
import type { VisitedOrganisation } from './platform/http/visit.ts';
import { queueJob } from './platform/jobs/queue.ts';
import type { Jobs } from './platform/jobs/worker.ts';
import { chainFacts, findFact } from './platform/journal/journal.ts';
import { openKeys } from './platform/keys/keys.ts';
import type { Postman } from './platform/mail/mail.ts';
import { noteOutcomes } from './platform/mail/outcome.store.ts';
import type { JobTools, Room, Tools } from './platform/room.ts';
import { openSmsGateway, type QueuedSms, sendQueuedSms } from './platform/sms/sms.ts';
import { findSpaceReaders } from './rooms/consultations/index.ts';
import { findOrganisationByHost } from './rooms/organisations/index.ts';
import { findEditorial } from './rooms/pages/index.ts';
import { confineKiosks } from './rooms/polls/room.ts';
import { hasPublicEdition } from './rooms/spaces/index.ts';
import { findCharterAddress } from './site/charter.ts';
import { openComponents, openSpaces } from './site/components.ts';
import { openContributions } from './site/contributions.ts';
import { findHoldersAmong, openHolders } from './site/holders.ts';
import { houseRoutes } from './site/house.routes.tsx';
import { refusalPage } from './site/refusal.page.tsx';
import { renderPage } from './site/render.tsx';
import { rooms } from './site/rooms.ts';
import { findSignedIn } from './site/signed-in.ts';
import { findShutPage } from './site/suspension.ts';
import { unclaimedHost } from './site/unclaimed.ts';
import { urls } from './urls.ts';

export const routes: readonly Route[] = confineKiosks([
  ...rooms.flatMap((room) => room.routes),
  ...houseRoutes,
]);

export const searchables = rooms.flatMap((room) => room.searchables ?? []);

export const dataSets = rooms.flatMap((room) => room.dataSets ?? []);

export const personalData = rooms.flatMap((room) => room.personalData ?? []);

const notices = Object.assign({}, ...rooms.map((room) => room.notices ?? {})) as NonNullable<
  Room['notices']
>;

/** The site as the platform serves it. */
export function openSite(parts: {
  db: Database;
  config: Config;
  assets: Assets;
}): Site & { forget(id: string): void; forgetAll(): void } {
  // Organisations change rarely and are asked for at each request: kept until one of their facts is recorded.
  const organisations = new Map<string, VisitedOrganisation>();
  return {
    routes,
    async findOrganisation(host) {
      const kept = organisations.get(host);
      if (kept) return kept;
      const organisation = await findOrganisationByHost(parts.db, host);
      if (!organisation) return null;
      const { id, kind } = organisation;
      const visited: VisitedOrganisation = {
        ...organisation,
        editorial: await findEditorial(parts.db, id),
        spaceReaders: await findSpaceReaders(parts.db, id),
        // asked of movements only: elsewhere budgets are what the site is about
        ...(kind === 'movement' && { hasEditions: await hasPublicEdition(parts.db, id) }),
      };
      organisations.set(host, visited);
      return visited;
    },
    unclaimedHost,
    findVisitor: (organisation, token) => findSignedIn(parts.db, organisation, token),
    renderPage: (visit, page, notice) =>
      renderPage(parts.assets, visit, page, notice ? notices[notice] : undefined),
    refusalPage,
    async findRelated(organisation, target) {
      const links = rooms.map((room) => room.findRelated?.(parts.db, organisation.id, target));
      return (await Promise.all(links)).flatMap((found) => found ?? []);
    },
    async findStandings(organisation, target) {
      const found = rooms.map((room) => room.findStanding?.(parts.db, organisation.id, target));
      return (await Promise.all(found)).flatMap((standing) => standing ?? []);
    },
    async listAttachables(organisation, editionId) {
      const listed = rooms.map((room) =>
        room.listAttachables?.(parts.db, organisation.id, editionId),
      );
      return (await Promise.all(listed)).flatMap((found) => found ?? []);
    },
    async findFollowed(visit, kind, id) {
      for (const { followed } of rooms)
        if (followed && Object.hasOwn(followed, kind))
          return (await followed[kind]?.(visit, id)) ?? null;
      return null;
    },
    async findPreparedParts(organisation, editionId) {
      const found = rooms.map((room) =>
        room.findPreparedPart?.(parts.db, organisation.id, editionId),
      );
      return (await Promise.all(found)).flatMap((part) => part ?? []);
    },
    async listHomeParts(visit) {
      const listed = rooms.map((room) => room.homeParts?.(visit));
      return (await Promise.all(listed)).flatMap((found) => found ?? []);
    },
    openComponents: openComponents(rooms, parts.db),
    openSpaces: openSpaces(rooms),
    openContributions: openContributions(rooms),
    openHolders: openHolders(rooms, parts.db, parts.config),
    async releaseIdeas(tx, organisationId, ideaIds) {
      // from the top down: a room may hold what a lower one noted
      const held = new Set<string>();
      for (const room of rooms.toReversed())
        for (const id of (await room.releaseIdeas?.(tx, organisationId, ideaIds)) ?? [])
          held.add(id);
      return [...held];
    },
    ideaColumns: rooms.flatMap((room) => room.ideaColumns ?? []),
    searchables,
    dataSets,
    personalData,
    noteReading(organisation, reading) {
      for (const room of rooms) room.noteReading?.(parts.db, organisation.id, reading);
    },
    signInAddress: (visit) => urls.signIn({ vers: visit.url.pathname + visit.url.search }),
    verificationAddress: (visit) =>
      urls.verification({ vers: visit.url.pathname + visit.url.search }),
    demoCodesAddress: (organisation) => (isDemoPlace(organisation) ? urls.demoCodes() : null),
    charterAddress: findCharterAddress,
    findShutPage,
    forget(id) {
      for (const [host, organisation] of organisations)
        if (organisation.id === id) organisations.delete(host);
    },
    forgetAll: () => organisations.clear(),
  };
}

/** Every job of every room, and those that keep the house. */
export function openJobs(given: Tools & { postman: Postman }): Jobs {
  const tools = { ...given, postman: noteOutcomes(given.db, given.postman) };
  const gateway = openSmsGateway(tools.config);
  const readers = rooms.flatMap((room) => Object.entries(room.readers ?? {}));
  const followedWith = new Map(rooms.flatMap((room) => Object.entries(room.followedWith ?? {})));
  const listFollowedWith: JobTools['listFollowedWith'] = async (organisationId, { kind, id }) =>
    (await followedWith.get(kind)?.(tools.db, organisationId, id)) ?? [];
  const findHolders: JobTools['findHolders'] = (organisationId, called) =>
    findHoldersAmong(rooms, tools.db, organisationId, called);
  const jobTools: JobTools = { ...tools, listFollowedWith, findHolders };
  return {
    'send-mail': (mail: Parameters<Postman['send']>[0]) => tools.postman.send(mail),
    'send-sms': (queued: QueuedSms) =>
      sendQueuedSms(gateway, openKeys(tools.config.keysFolder).rollKey(), queued),
    'read-fact': async ({ organisationId, factId }: { organisationId: string; factId: string }) => {
      const fact = await findFact(tools.db, organisationId, factId);
      if (!fact) return;
      for (const [kind, read] of readers) if (kind === fact.kind) await read(fact, tools);
      // one waiting round is enough for all the facts that came meanwhile
      await queueJob(
        tools.db,
        'chain-facts',
        { organisationId },
        { key: `chain:${organisationId}` },
      );
    },
    'chain-facts': async ({ organisationId }: { organisationId: string }) => {
      await chainFacts(tools.db, organisationId);
    },
    'forget-old-hits': async () => {
      await forgetOldHits(tools.db);
      await queueHouseRound(tools.db, DAY);
    },
    ...Object.assign({}, ...rooms.map((room) => room.jobs?.(jobTools) ?? {})),
  };
}

const DAY = 24 * 3600;
const FORGETTING = [
  'letters',
  'messages',
  'old-hits',
  'watched-texts',
  'registrations',
  'signatures',
].map((what) => `forget-${what}`);

/** What keeps the house: once at each start of a server and once a day (`after`: in seconds); asked twice, there is one. */
export async function queueHouseRound(db: Database, after = 0): Promise<void> {
  const runAt = new Date(Date.now() + after * 1000);
  for (const job of FORGETTING) await queueJob(db, job, {}, { key: job, runAt });
  // hourly by themselves; once more here, should their chain ever break
  await queueJob(db, 'recall-meetings', {}, { key: 'recall-meetings', keepsTime: true });
  await queueJob(db, 'round-of-weeks', {}, { key: 'round-of-weeks', keepsTime: true });
  await queueJob(db, 'announce-steps', {}, { key: 'announce-steps', keepsTime: true });
  await queueJob(
    db,
    'review-certifications',
    {},
    { key: 'review-certifications', keepsTime: true },
  );
  await queueJob(db, 'recall-help-requests', {}, { key: 'recall-help-requests', keepsTime: true });
  await queueJob(db, 'remind-reports', {}, { key: 'remind-reports', keepsTime: true });
  await queueJob(db, 'purge-bank-details', {}, { key: 'purge-bank-details', keepsTime: true });
  await queueJob(db, 'tend-mandates', {}, { key: 'tend-mandates', keepsTime: true });
  await queueJob(db, 'tend-following', {}, { key: 'tend-following', keepsTime: true });
  await queueJob(db, 'tend-newsletters', {}, { key: 'tend-newsletters', keepsTime: true });
  // each hour of digests has a job of its own; here those of a server that was down
  await queueJob(db, 'write-digests', {}, { key: 'write-digests', keepsTime: true });
}

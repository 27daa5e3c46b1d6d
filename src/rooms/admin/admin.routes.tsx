import * as m from '../../paraglide/messages.js';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, holdsRight, mayIn, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../platform/http/visit.ts';
import {
  chainFacts,
  FACTS_A_PAGE,
  listFacts,
  verifyJournal,
} from '../../platform/journal/journal.ts';
import { urls } from '../../urls.ts';
import { countInvitations, listNicknames, listPeopleInRoles } from '../identity/index.ts';
import { countLetters } from '../notifications/index.ts';
import { listPointsOfToday } from '../polls/index.ts';
import { DECIDING_ROLES, mayDecide } from '../review/index.ts';
import { type Edition, findEditionForOffice, hasBegun, listEditions } from '../spaces/index.ts';
import { DashboardPage } from './dashboard.page.tsx';
import { findOfficeEdition } from './edition-progress.routes.ts';
import { JournalPage } from './journal.page.tsx';
import { OfficeEditionPage } from './office-edition.page.tsx';

/** Editions on the dashboard: those under way, then the newest of the others. */
const SHOWN = 12;

/** What a person supports or when they joined is nobody's business, and would bury the acts of the office. */
const LEFT_OUT = [
  'idea.supported',
  'idea.support-withdrawn',
  'person.joined',
  'guide.acknowledged',
];

export const adminRoutes: readonly Route[] = [
  get(urls.admin, 'reader', async (visit) => {
    const { db, organisation, visitor } = visit;
    // whoever reads one edition is not told of the others
    const editions = (await listEditions(db, organisation.id, 'all'))
      .filter(({ id }) => mayIn('reader', visitor, id))
      .sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
      .slice(0, SHOWN);
    return page({
      title: m.admin_title(),
      section: 'admin',
      body: (
        <DashboardPage
          visitor={visitor}
          points={
            holdsRight('officer', visitor)
              ? await listPointsOfToday(db, organisation.id, visitor.id)
              : []
          }
          editions={await Promise.all(editions.map((edition) => readEdition(visit, edition)))}
          house={await countHouse(visit)}
        />
      ),
    });
  }),

  get(urls.adminEdition, 'reader', async ({ db, organisation, params, visitor }) => {
    const edition = found(
      await findEditionForOffice(db, organisation.id, params.edition),
      'edition',
    );
    if (!mayIn('reader', visitor, edition.id)) throw new Refused(403, 'not reader here');
    return page({
      title: edition.title,
      section: 'admin',
      body: (
        <OfficeEditionPage
          office={await findOfficeEdition(db, organisation.id, edition)}
          visitor={visitor}
        />
      ),
    });
  }),

  get(urls.adminJournal, 'officer', async ({ db, organisation, url }) => {
    const asked = url.searchParams.get('avant');
    const before = asked && UUID.test(asked) ? asked : undefined;
    const facts = await listFacts(db, organisation.id, { before, without: LEFT_OUT });
    const people = facts.flatMap(({ actorId, subject, detail }) => [
      actorId,
      typeof detail.personId === 'string' ? detail.personId : null,
      subject.kind === 'person' ? subject.id : null,
    ]);
    const [nicknames, editions] = await Promise.all([
      listNicknames(db, organisation.id, [
        ...new Set(people.filter((id): id is string => id !== null)),
      ]),
      listEditions(db, organisation.id, 'all'),
    ]);
    const verifies = url.searchParams.get('verifier') === 'oui';
    // the newest facts wait for the job that chains them: they are chained first
    if (verifies) await chainFacts(db, organisation.id);
    return page({
      title: m.admin_journal_title(),
      section: 'admin',
      body: (
        <JournalPage
          facts={facts}
          context={{
            nicknames,
            editions: new Map(editions.map((edition) => [edition.id, edition])),
          }}
          chain={verifies ? await verifyJournal(db, organisation.id) : null}
          nextHref={
            facts.length === FACTS_A_PAGE
              ? urls.adminJournal({ avant: facts.at(-1)!.id })
              : undefined
          }
        />
      ),
    });
  }),
];

/** An edition with what the visitor does in it. Where it has deciders they alone decide, elsewhere the office does. */
async function readEdition({ db, organisation, visitor }: SignedInVisit, edition: Edition) {
  const [office, deciders] = await Promise.all([
    findOfficeEdition(db, organisation.id, edition),
    listPeopleInRoles(db, organisation.id, DECIDING_ROLES, edition.id),
  ]);
  const isOfficer = mayIn('officer', visitor, edition.id);
  const ids = deciders.map(({ id }) => id);
  return {
    ...office,
    studyBegun: hasBegun(edition, 'study', office.now),
    mayPrepare: isOfficer,
    mayDecide:
      mayIn('decider', visitor, edition.id) && mayDecide(ids, { personId: visitor.id, isOfficer }),
  };
}

/** What waits in the whole organisation, for those whose lists they are. */
async function countHouse({ db, organisation, visitor }: SignedInVisit) {
  return {
    undelivered: holdsRight('officer', visitor)
      ? (await countLetters(db, organisation.id)).undelivered
      : null,
    invitations: holdsRight('administrator', visitor)
      ? await countInvitations(db, organisation.id)
      : null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

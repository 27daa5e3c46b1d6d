import * as m from '../../paraglide/messages.js';
import { get, holdsRight, mayIn, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import {
  chainFacts,
  FACTS_A_PAGE,
  listFacts,
  verifyJournal,
} from '../../platform/journal/journal.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { countMessages } from '../contact/index.ts';
import { countInvitations, listNicknames } from '../identity/index.ts';
import { listOwnMeetings } from '../meetings/index.ts';
import { countLetters } from '../notifications/index.ts';
import { findSpaceVoteAddress } from '../polls/index.routes.ts';
import { listPointsOfToday } from '../polls/index.ts';
import { findOfficeEdition } from '../spaces/index.routes.ts';
import { listEditions, listVotedEditions } from '../spaces/index.ts';
import { DashboardPage } from './dashboard.page.tsx';
import { findSeenEditions, readOfficeEdition } from './edition-progress.routes.ts';
import { JournalPage } from './journal.page.tsx';
import { LEFT_OUT, listPeople } from './journal-set.routes.ts';
import { OfficeEditionPage } from './office-edition.page.tsx';

/** Editions on the dashboard: those under way, then the newest of the others. */
const SHOWN = 12;

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
          editions={await findSeenEditions(visit, editions)}
          house={await countHouse(visit)}
          hasGroups={organisation.kind === 'movement'}
          meetings={await listOwnMeetings(db, organisation.id, visitor.id)}
        />
      ),
    });
  }),

  get(urls.adminEdition, 'reader', async (visit) => {
    const elsewhere = await findSpaceVoteAddress(visit, 'office');
    if (elsewhere) return seeOther(visit, elsewhere);
    const edition = await findOfficeEdition(visit, 'reader');
    return page({
      title: edition.title,
      section: 'admin',
      body: (
        <OfficeEditionPage
          office={await readOfficeEdition(visit, edition)}
          visitor={visit.visitor}
        />
      ),
    });
  }),

  get(urls.adminJournal, 'officer', async ({ db, organisation, url }) => {
    const asked = url.searchParams.get('avant');
    const before = asked && isUuid(asked) ? asked : undefined;
    const facts = await listFacts(db, organisation.id, { before, without: LEFT_OUT });
    const [nicknames, editions] = await Promise.all([
      listNicknames(db, organisation.id, listPeople(facts)),
      listVotedEditions(db, organisation.id),
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

/** What waits in the whole organisation, for those whose lists they are. */
async function countHouse({ db, organisation, visitor }: SignedInVisit) {
  const isOfficer = holdsRight('officer', visitor);
  const [messages, letters, invitations] = await Promise.all([
    isOfficer ? countMessages(db, organisation.id) : null,
    isOfficer ? countLetters(db, organisation.id) : null,
    holdsRight('administrator', visitor) ? countInvitations(db, organisation.id) : null,
  ]);
  return {
    messages: messages?.new ?? null,
    undelivered: letters?.undelivered ?? null,
    invitations,
  };
}

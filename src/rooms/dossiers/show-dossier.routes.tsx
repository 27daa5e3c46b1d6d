import { readNow } from '../../platform/database/database.ts';
import { type Answer, page, type SignedInVisit } from '../../platform/http/visit.ts';
import { COMMENTS_SCRIPT } from '../comments/index.page.ts';
import { loadComments } from '../comments/index.routes.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { listComponents, stateOf } from '../consultations/index.ts';
import { seeDocument } from '../documents/index.routes.ts';
import { findDocument } from '../documents/index.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { findMandates } from '../mandates/index.ts';
import { listMeetingsByIds, listMeetingsOf } from '../meetings/index.ts';
import { dayInParis } from '../spaces/index.ts';
import { asContribution } from './contribution.routes.ts';
import { listAttached } from './document.store.ts';
import { DossierPage } from './dossier.page.tsx';
import { isIn } from './dossier.ts';
import { listLinkedMeetings } from './event.store.ts';
import type { SeenDossier } from './load.routes.ts';
import { listMembers } from './member.store.ts';
import { listTasks } from './task.store.ts';

/** Events offered to be linked. */
const MOST_OFFERED = 50;

/** The page of one dossier; `attaching`: a document that could not be attached, as it was typed. */
export async function showDossier(
  visit: SignedInVisit,
  seen: SeenDossier,
  attaching: { typed: string; problem: string } | null = null,
): Promise<Answer> {
  const { db, organisation } = visit;
  const { dossier, space, component, standing } = seen;
  const now = await readNow(db);
  const [members, tasks, beside, comments, events, documents] = await Promise.all([
    listMembers(db, organisation.id, dossier.id),
    listTasks(db, organisation.id, dossier.id),
    showBeside(visit, space, component),
    loadComments(visit, await asContribution(visit, seen)),
    listEvents(visit, seen),
    listDocuments(visit, seen),
  ]);
  const people = [
    ...members.map(({ personId }) => personId),
    ...tasks.flatMap(({ doneBy }) => doneBy ?? []),
  ];
  const insiders = members.flatMap((one) => (isIn(one.standing) ? one.personId : []));
  const mayLink = isIn(standing) && !dossier.closedAt;
  return page({
    title: dossier.title,
    section: 'participation',
    ...(attaching && { status: 422, faulty: true }),
    scripts: comments?.form ? [COMMENTS_SCRIPT] : [],
    body: (
      <DossierPage
        {...seen}
        beside={beside}
        members={members}
        nicknames={await listPublicNicknames(db, organisation.id, people)}
        mandates={await findMandates(db, organisation.id, space.id, insiders)}
        tasks={tasks}
        today={dayInParis(now)}
        documents={documents}
        typed={attaching?.typed ?? ''}
        problems={attaching ? { document: attaching.problem } : {}}
        events={events}
        linkable={mayLink ? await listLinkable(visit, seen, now, events) : []}
        comments={comments}
        isOpen={stateOf(component, space, now) === 'open'}
      />
    ),
  });
}

/** Events that it is about, as far as everybody inside its space finds them. */
async function listEvents({ db, organisation }: SignedInVisit, { dossier }: SeenDossier) {
  const ids = await listLinkedMeetings(db, organisation.id, dossier.id);
  const meetings = await listMeetingsByIds(db, organisation.id, ids);
  return meetings.filter(({ publishedAt, isHidden }) => publishedAt !== null && !isHidden);
}

/** Documents that it works with, as far as this visitor may read them. */
async function listDocuments(visit: SignedInVisit, { dossier }: SeenDossier) {
  const { db, organisation } = visit;
  const ids = await listAttached(db, organisation.id, dossier.id);
  const seen = await Promise.all(
    ids.map(async (id) => {
      const document = await findDocument(db, organisation.id, { id });
      return document && (await seeDocument(visit, document));
    }),
  );
  return seen.flatMap((one) => one?.document ?? []);
}

async function listLinkable(
  { db, organisation }: SignedInVisit,
  { space }: SeenDossier,
  now: Date,
  linked: readonly { id: string }[],
) {
  const components = await listComponents(db, organisation.id, space.id);
  const componentIds = components
    .filter(({ kind, isHidden }) => kind === 'events' && !isHidden)
    .map(({ id }) => id);
  const { meetings } = await listMeetingsOf(db, organisation.id, {
    componentIds,
    when: 'coming',
    now,
    limit: MOST_OFFERED,
  });
  return meetings.filter(({ id }) => !linked.some((one) => one.id === id));
}

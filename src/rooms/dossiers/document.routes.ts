import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { post, type Route } from '../../platform/http/route.ts';
import { type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { type SeenDocument, seeDocument } from '../documents/index.routes.ts';
import { findDocument } from '../documents/index.ts';
import { findPlaced } from '../meetings/index.routes.ts';
import { findMeeting } from '../meetings/index.ts';
import { readNumber } from '../spaces/index.ts';
import { attachDocument, detachDocument } from './document.store.ts';
import { hrefOf } from './dossier-words.page.ts';
import { linkMeeting } from './event.store.ts';
import { actOf, loadOwnDossier, type SeenDossier } from './load.routes.ts';
import { showDossier } from './show-dossier.routes.tsx';

/** What a dossier is linked to: events of its space, documents of the network. */
export const documentRoutes: readonly Route[] = [
  post(urls.dossierEvents, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const { db, organisation } = visit;
    const form = await visit.form();
    const id = form.text('evenement');
    const meeting = found(
      isUuid(id) ? await findMeeting(db, organisation.id, { id }) : null,
      'meeting',
    );
    const placed = await findPlaced(visit, meeting);
    const isOfSpace = placed !== null && placed !== 'office' && placed.space.id === seen.space.id;
    found(isOfSpace && meeting.publishedAt && !meeting.isHidden ? meeting : null, 'meeting');
    const isLinked = form.text('geste') !== 'retirer';
    const done = await linkMeeting(db, actOf(visit), seen.dossier.id, meeting.id, isLinked);
    const notice = isLinked ? 'dossier-event-linked' : 'dossier-event-unlinked';
    return seeOther(visit, hrefOf(seen), done ? notice : 'dossier-closed-already');
  }),

  post(urls.dossierDocuments, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const { db } = visit;
    const form = await visit.form();
    if (form.text('geste') === 'retirer') {
      const id = found(isUuid(form.text('document')) ? form.text('document') : null, 'document');
      const gone = await detachDocument(db, actOf(visit), seen.dossier.id, id);
      return seeOther(
        visit,
        hrefOf(seen),
        gone ? 'dossier-document-gone' : 'dossier-closed-already',
      );
    }
    const typed = form.text('document');
    const document = await findTyped(visit, seen, typed);
    if (!document)
      return showDossier(visit, seen, { typed, problem: m.dossiers_notice_document_unknown() });
    const done = await attachDocument(db, actOf(visit), seen.dossier.id, document.id);
    return seeOther(visit, hrefOf(seen), done ? 'dossier-document-added' : 'dossier-document-full');
  }),
];

/** The document of a typed address or number, that everybody in the dossier may read as well; null: there is none. */
async function findTyped(visit: SignedInVisit, { space }: SeenDossier, typed: string) {
  const segment = /(?:^|\/documents\/)(\d{1,9})(?:[-/?#].*)?$/.exec(typed.trim())?.[1];
  const number = segment ? readNumber(segment) : null;
  const document = number && (await findDocument(visit.db, visit.organisation.id, { number }));
  const read: SeenDocument | null = document ? await seeDocument(visit, document) : null;
  if (!document || !read) return null;
  return read.place.space.id === space.id || document.reach !== 'pole' ? document : null;
}

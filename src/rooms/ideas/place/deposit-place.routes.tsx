import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { type Edition, isOpen, isOutsideCommune } from '../../spaces/index.ts';
import { stepTitles } from '../deposit-frame.page.tsx';
import { type DepositVisit, loadDraft, seePublished, sendAway } from '../deposit-visit.routes.ts';
import { type Draft, hasText } from '../draft.ts';
import { DepositPlacePage } from './deposit-place.page.tsx';
import { saveDraftPlace } from './draft-place.store.ts';
import {
  isSearch,
  readFormPlace,
  readTypedPlace,
  search,
  showFields,
  wasWarned,
} from './place-form.routes.ts';

/** « Où ? »: a screen of the wizard, where the edition asks it. */
export const depositPlaceRoutes: readonly Route[] = [
  get(urls.depositPlace, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, urls.depositText(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    if (edition.ideaPlace === 'not-asked') return seeOther(visit, urls.depositFiles(at));
    return show(visit, edition, draft, {});
  }),

  post(urls.depositPlace, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft) return sendAway(visit, urls.depositPlace(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    if (edition.ideaPlace === 'not-asked') return seeOther(visit, urls.depositFiles(at));
    const form = await visit.form();
    const typed = readTypedPlace(form);
    const ground = await shareGround(visit);
    const { place, problems } = readFormPlace(typed, ground, edition);
    if (isSearch(form)) {
      const searched = await search(visit, ground, typed);
      const lacking = typed.address === '' && { address: m.territory_place_search_missing() };
      return show(
        visit,
        edition,
        { ...draft, place },
        { typed, searched, problems: { ...lacking } },
      );
    }
    if (Object.keys(problems).length > 0)
      return show(visit, edition, { ...draft, place }, { typed, problems });
    await saveDraftPlace(visit.db, visit.organisation.id, draft.id, place);
    const { point } = place;
    const outside = await isOutsideCommune(visit.db, visit.organisation.id, point);
    // said once; whoever goes on with the same place has read it
    if (point && outside && !wasWarned(form, point)) return seeOther(visit, urls.depositPlace(at));
    return seeOther(visit, urls.depositFiles(at));
  }),
];

async function show(
  visit: DepositVisit,
  edition: Edition,
  draft: Draft,
  shown: Omit<Parameters<typeof showFields>[3], 'place'>,
) {
  const ground = await shareGround(visit);
  const fields = await showFields(visit, ground, edition, { place: draft.place, ...shown });
  const faulty = Object.keys(fields.problems).length > 0;
  return page({
    title: stepTitles.place(),
    section: 'editions',
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositPlacePage
        edition={edition}
        open={isOpen(edition, 'collection', await readNow(visit.db))}
        draftId={draft.id}
        fields={fields}
      />
    ),
  });
}

import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { shareGround } from '../../spaces/index.routes.ts';
import { isOutsideCommune } from '../../spaces/index.ts';
import { acceptsIdeas, type Board } from '../boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from '../boards/board-address.page.ts';
import { stepTitles } from '../deposit-frame.page.tsx';
import { type DepositVisit, loadDraft, seeSent, sendAway } from '../deposit-visit.routes.ts';
import { type Draft, hasText, isSent } from '../draft.ts';
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
export const depositPlaceRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.depositPlace, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, to.depositText(at));
    if (isSent(draft)) return seeSent(visit, board, draft);
    if (board.ideaPlace === 'not-asked') return seeOther(visit, to.depositFiles(at));
    return show(visit, board, draft, {});
  }),

  post(family.depositPlace, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft) return sendAway(visit, to.depositPlace(at));
    if (isSent(draft)) return seeSent(visit, board, draft);
    if (board.ideaPlace === 'not-asked') return seeOther(visit, to.depositFiles(at));
    const form = await visit.form();
    const typed = readTypedPlace(form);
    const ground = await shareGround(visit);
    const { place, problems } = readFormPlace(typed, ground, board);
    if (isSearch(form)) {
      const searched = await search(visit, ground, typed);
      const lacking = typed.address === '' && { address: m.territory_place_search_missing() };
      return show(visit, board, { ...draft, place }, { typed, searched, problems: { ...lacking } });
    }
    if (Object.keys(problems).length > 0)
      return show(visit, board, { ...draft, place }, { typed, problems });
    await saveDraftPlace(visit.db, visit.organisation.id, draft.id, place);
    const { point } = place;
    const outside = await isOutsideCommune(visit.db, visit.organisation.id, point);
    // said once; whoever goes on with the same place has read it
    if (point && outside && !wasWarned(form, point)) return seeOther(visit, to.depositPlace(at));
    return seeOther(visit, to.depositFiles(at));
  }),
]);

async function show(
  visit: DepositVisit,
  board: Board,
  draft: Draft,
  shown: Omit<Parameters<typeof showFields>[3], 'place'>,
) {
  const ground = await shareGround(visit);
  const fields = await showFields(visit, ground, board, { place: draft.place, ...shown });
  const faulty = Object.keys(fields.problems).length > 0;
  return page({
    title: stepTitles.place(),
    section: sectionOf(board),
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositPlacePage
        board={board}
        open={acceptsIdeas(board, await readNow(visit.db))}
        draftId={draft.id}
        fields={fields}
      />
    ),
  });
}

import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { shareGround } from '../spaces/index.routes.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from './boards/board-address.page.ts';
import { saveEdit } from './edit.store.ts';
import { EditIdeaPage } from './edit-idea.page.tsx';
import { admitIdeaOf } from './held/held-ideas.routes.ts';
import { editableUntil, type Idea, type IdeaText, refuseEdit } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { readText } from './idea-form.routes.ts';
import { loadIdea } from './ideas.routes.tsx';
import {
  isSearch,
  readFormPlace,
  readTypedPlace,
  search,
  showFields,
  wasWarned,
} from './place/place-form.routes.ts';
import { editWords, textProblems } from './words.page.ts';

type EditVisit = SignedInVisit<'idea'>;

/** Correcting one's idea for a few minutes (R115): its text, and where it is. */
export const editIdeaRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.editIdea, 'signed-in', async (visit) => {
    const { board, idea } = await loadOwnIdea(visit);
    const now = await readNow(visit.db);
    const isWithdrawn = idea.withdrawal !== null;
    const refusal = refuseEdit({ ...idea, isWithdrawn }, board, {
      personId: visit.visitor.id,
      now,
      collectionOpen: acceptsIdeas(board, now),
    });
    const problems: Record<string, string> = refusal ? { form: editWords(refusal) } : {};
    return editPage(visit, board, idea, { text: idea, problems, editable: !refusal });
  }),

  post(family.editIdea, 'signed-in', async (visit) => {
    const { board, idea } = await loadOwnIdea(visit);
    const to = addressesOf(board);
    const form = await visit.form();
    const text = readText(form, board);
    const asked = board.ideaPlace !== 'not-asked';
    const typed = readTypedPlace(form);
    const ground = await shareGround(visit);
    const { place, problems } = readFormPlace(typed, ground, board);
    const shown = { text, place: { place, typed }, editable: true };
    if (asked && isSearch(form)) {
      const searched = await search(visit, ground, typed);
      const problems =
        typed.address === '' ? { address: m.territory_place_search_missing() } : undefined;
      return editPage(visit, board, idea, {
        ...shown,
        problems: problems ?? {},
        place: { place, typed, searched },
      });
    }
    if (asked && Object.keys(problems).length > 0)
      return editPage(visit, board, idea, { ...shown, problems });
    const { point } = place;
    if (asked && point && !wasWarned(form, point)) {
      const fields = await showFields(visit, ground, board, { place });
      if (fields.outside && !isSameAs(idea, point))
        return editPage(visit, board, idea, {
          ...shown,
          problems: { form: m.territory_place_outside() },
        });
    }
    const edit = await saveEdit(
      visit.db,
      visit.organisation.id,
      idea.id,
      visit.visitor.id,
      text,
      asked ? place : null,
      {
        admit: admitIdeaOf(visit, board),
        withhold: (tx) => visit.withholdContributions(tx, [{ kind: 'idea', targetId: idea.id }]),
      },
    );
    if (edit.ok) {
      const address = { idea: ideaSegment(edit) };
      return seeOther(visit, to.idea(address), edit.isHeld ? 'ideas-held' : 'ideas-edited');
    }
    if (edit.refusal === 'not-found') throw notFound('idea');
    return edit.refusal === 'text-refused'
      ? editPage(visit, board, idea, { ...shown, problems: textProblems(edit.text, board) })
      : editPage(visit, board, idea, {
          ...shown,
          problems: { form: editWords(edit.refusal) },
          editable: false,
        });
  }),
]);

/** Somebody else's idea has no page to edit it: whether it could be is nobody's business. */
async function loadOwnIdea(visit: EditVisit) {
  const loaded = await loadIdea(visit);
  if (loaded.idea.authorId !== visit.visitor.id) throw notFound('idea');
  return loaded;
}

const isSameAs = ({ place }: Idea, point: { longitude: number; latitude: number }): boolean =>
  place.point?.longitude === point.longitude && place.point.latitude === point.latitude;

async function editPage(
  visit: EditVisit,
  board: Board,
  idea: Idea,
  shown: {
    text: IdeaText;
    problems: Record<string, string>;
    editable: boolean;
    place?: Parameters<typeof showFields>[3];
  },
): Promise<Answer> {
  const { text, problems, editable } = shown;
  const faulty = Object.keys(problems).length > 0;
  const ground = await shareGround(visit);
  const place = { place: idea.place, ...shown.place, problems };
  return page({
    title: m.ideas_edit_title(),
    section: sectionOf(board),
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: 422, faulty }),
    body: (
      <EditIdeaPage
        board={board}
        idea={idea}
        text={text}
        until={editable ? editableUntil(idea, board) : null}
        problems={problems}
        place={
          board.ideaPlace === 'not-asked' ? null : await showFields(visit, ground, board, place)
        }
      />
    ),
  });
}

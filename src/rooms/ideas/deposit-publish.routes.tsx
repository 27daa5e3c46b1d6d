import { readNow } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { findPerson } from '../identity/index.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { dayInParis, type Edition, isOpen, isOutsideCommune } from '../spaces/index.ts';
import { criteriaProblems, criterionField } from './deposit-criteria.page.tsx';
import { stepTitles } from './deposit-frame.page.tsx';
import { DepositPreviewPage } from './deposit-preview.page.tsx';
import { type DepositVisit, loadDraft, seePublished, sendAway } from './deposit-visit.routes.ts';
import { tickCriteria } from './draft.store.ts';
import { type Draft, hasText } from './draft.ts';
import { writeReceipt } from './idea.mails.ts';
import { countIdeasOf } from './idea.store.ts';
import { checkText } from './idea.ts';
import { isPlaced } from './place/place.ts';
import { refuseProposer } from './proposer.ts';
import { publishDraft } from './publish.store.ts';
import { proposerWords, textProblems } from './words.page.ts';

/** Looking it over, signing in if need be, and publishing. */
export const depositPublishRoutes: readonly Route[] = [
  get(urls.depositPreview, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, urls.depositText(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    return previewPage(visit, edition, draft, {});
  }),

  post(urls.depositPublish, 'anyone', async (visit) => {
    const { draft, edition, holder } = await loadDraft(visit);
    const { db, organisation, visitor, origin } = visit;
    const back = urls.depositPreview({ edition: edition.slug, draft: visit.params.draft });
    if (!draft) return sendAway(visit, back);
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    if (!visitor) {
      return seeOther(visit, urls.signIn({ vers: back }), 'ideas-sign-in-to-publish');
    }
    const form = await visit.form();
    const ticked = edition.criteria
      .map(({ id }) => id)
      .filter((id) => form.text(criterionField(id)) === 'oui');
    await tickCriteria(db, organisation.id, draft.id, holder, ticked);
    const published = await publishDraft(db, organisation.id, draft.id, visitor.id, (idea) =>
      writeReceipt({ ...idea, organisation, origin }),
    );
    if (published.ok) return seePublished(visit, published.ideaId, 'ideas-published');
    if (published.refusal === 'criteria-unticked')
      return previewPage(
        visit,
        edition,
        { ...draft, criteriaTicked: ticked },
        criteriaProblems(edition, ticked),
      );
    if (published.refusal === 'not-found') throw notFound('draft');
    if (published.refusal === 'identity-missing') {
      return seeOther(visit, urls.accountIdentity({ vers: back }), 'ideas-identity');
    }
    const problems =
      published.refusal === 'text-refused'
        ? { form: Object.values(textProblems(published.text, edition)).join(' ') }
        : { form: proposerWords(published.refusal, edition) };
    return previewPage(visit, edition, draft, problems);
  }),
];

async function previewPage(
  visit: DepositVisit,
  edition: Edition,
  draft: Draft,
  problems: Record<string, string>,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const now = await readNow(db);
  const open = isOpen(edition, 'collection', now);
  const person = visitor && (await findPerson(db, organisation.id, visitor.id));
  const ideas = person ? await countIdeasOf(db, organisation.id, edition.id, person.id) : 0;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: stepTitles.preview(),
    scripts: draft.place.point ? [MAP_SCRIPT] : [],
    section: 'editions',
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositPreviewPage
        edition={edition}
        open={open}
        draft={draft}
        signedIn={person !== null}
        refusal={
          person &&
          refuseProposer(person, edition, {
            today: dayInParis(now),
            collectionOpen: open,
            ideas,
          })
        }
        incomplete={Object.keys(checkText(draft, edition)).length > 0}
        placeMissing={edition.ideaPlace === 'required' && !isPlaced(draft.place)}
        ground={drawnGround(await shareGround(visit))}
        outside={await isOutsideCommune(db, organisation.id, draft.place.point)}
        left={person && Math.max(0, edition.maximumIdeas - ideas)}
        problems={problems}
      />
    ),
  });
}

import { countHit } from '../../platform/http/limits.ts';
import { badRequest } from '../../platform/http/refused.ts';
import { post, type Route } from '../../platform/http/route.ts';
import { isOwnAddress, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { LIMITS, refuseRating } from './comment.ts';
import { anchorOf } from './comment-words.page.ts';
import { type Rating, rateComment } from './rating.store.ts';
import { loadComment } from './reading.routes.ts';

const RATINGS: Record<string, Rating> = { '1': 1, '-1': -1, '0': 0 };

/** Whether a comment is useful, as one person says it (R130). */
export const ratingRoutes: readonly Route[] = [
  post(urls.rateComment, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { comment, contribution } = await loadComment(visit);
    const form = await visit.form();
    const rating = RATINGS[form.text('note')];
    if (rating === undefined) throw badRequest('rating');
    const back = form.text('retour');
    const address =
      back.length < 2000 && isOwnAddress(back)
        ? back
        : `${urls.comment({ comment: comment.id })}#${anchorOf(comment)}`;
    const refusal = refuseRating(comment, contribution.comments, visitor.id);
    if (refusal) return seeOther(visit, address, `comment-rating-${refusal}`);
    const key = `comment-rating:${organisation.id}:${visitor.id}`;
    await countHit(db, { key, ...LIMITS.ratings });
    await rateComment(
      db,
      { organisationId: organisation.id, commentId: comment.id, personId: visitor.id },
      rating,
    );
    return seeOther(visit, address);
  }),
];

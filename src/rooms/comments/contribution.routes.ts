import * as m from '../../paraglide/messages.js';
import type { Contribution } from '../../platform/http/contribution.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { urls } from '../../urls.ts';
import { findComment } from './comment.store.ts';

/** A comment as rooms that attach to it may know it: where what it is about can be seen. Hidden or not. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  const comment = await findComment(visit.db, visit.organisation.id, id);
  const about = comment && (await visit.findContribution(comment.targetKind, comment.targetId));
  if (!comment || !about) return null;
  return {
    kind: 'comment',
    id,
    title: m.comments_contribution({ title: excerptOf(about.title, 80) }),
    text: comment.body,
    isHidden: comment.hiddenAt !== null || about.isHidden,
    href: urls.comment({ comment: id }),
    authorId: comment.authorId,
    spaceId: comment.spaceId,
    lang: comment.lang,
    comments: null,
  };
}

import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { urls } from '../../urls.ts';
import { type Contact, findContacts, listPublicNicknames } from '../identity/index.ts';
import { tellPerson } from '../notifications/index.ts';
import type { Comment } from './comment.ts';
import { anchorOf, sayCommenter } from './comment-words.page.ts';
import type { Commented } from './shown-comment.page.ts';

interface Told {
  visit: Pick<SignedInVisit, 'organisation' | 'origin'>;
  contribution: Commented;
  comment: Comment;
  /** What it answers. */
  answers: Comment | null;
  /** Whom it names, for the first time. */
  mentioned: readonly string[];
  /** Those of some people who may read it: a member who has left a private space is told no more of it. */
  keepReaders(personIds: readonly string[]): Promise<readonly string[]>;
}

/** Why somebody is written to: the nearest reason stands for all. */
type Reason = 'reply' | 'mention' | 'about';

const words = {
  reply: {
    subject: m.comments_mail_reply_subject,
    opening: m.comments_mail_reply,
    notice: m.comments_told_reply,
  },
  mention: {
    subject: m.comments_mail_mention_subject,
    opening: m.comments_mail_mention,
    notice: m.comments_told_mention,
  },
  about: {
    subject: m.comments_mail_about_subject,
    opening: m.comments_mail_about,
    notice: m.comments_told_about,
  },
} as const;

/**
 * Tells of a comment just published, in its transaction: who is answered, who is named, whose idea it is about; one notice
 * each, never to its author. Of their own idea somebody gets one letter an hour at most.
 */
export async function tellOfComment(tx: Tx, told: Told): Promise<void> {
  const { visit, contribution, comment, answers, mentioned } = told;
  const organisationId = visit.organisation.id;
  const reasons = new Map<string, Reason>();
  if (contribution.authorId) reasons.set(contribution.authorId, 'about');
  for (const personId of mentioned) reasons.set(personId, 'mention');
  if (answers) reasons.set(answers.authorId, 'reply');
  reasons.delete(comment.authorId);
  if (reasons.size === 0) return;
  const readers = await told.keepReaders([...reasons.keys()]);
  const contacts = await findContacts(tx, organisationId, [...readers]);
  const names = await listPublicNicknames(tx, organisationId, [comment.authorId]);
  for (const [personId, contact] of contacts) {
    const reason = reasons.get(personId)!;
    await tellPerson(tx, organisationId, {
      personId,
      topic: 'comments',
      kind: 'comment',
      target: { kind: 'comment', id: comment.id },
      href: addressOf(comment),
      words: () => words[reason].notice({ title: excerptOf(contribution.title, 120) }),
      onceKey: `comment:${comment.id}`,
      letter: {
        address: contact.email,
        locale: contact.locale,
        onceKey: onceKeyOf(told, reason, personId),
        ...writeLetter(told, reason, contact, names.get(comment.authorId) ?? null),
      },
    });
  }
}

const addressOf = (comment: Comment) =>
  `${urls.comment({ comment: comment.id })}#${anchorOf(comment)}`;

function onceKeyOf({ contribution, comment }: Told, reason: Reason, personId: string): string {
  if (reason !== 'about') return `comment:${comment.id}:${personId}`;
  const hour = comment.publishedAt.toISOString().slice(0, 13);
  return `comments-of:${contribution.kind}:${contribution.id}:${personId}:${hour}`;
}

function writeLetter(
  { visit, contribution, comment }: Told,
  reason: Reason,
  contact: Contact,
  nickname: string | null,
): { subject: string; text: string } {
  return withLocale(contact.locale, () => {
    const said = {
      author: sayCommenter(nickname),
      title: excerptOf(contribution.title, 80),
    };
    return {
      subject: words[reason].subject(said),
      text: [
        m.comments_mail_hello({ nickname: contact.nickname }),
        words[reason].opening(said),
        m.comments_mail_quoted({ words: excerptOf(comment.body, 300) }),
        `${m.comments_mail_read()}\n${visit.origin}${addressOf(comment)}`,
        visit.organisation.name,
      ].join('\n\n'),
    };
  });
}

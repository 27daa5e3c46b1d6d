import * as m from '../../paraglide/messages.js';
import type { ContributionKind } from '../../platform/http/contribution.ts';
import type {
  Article,
  ArticlesRefusal,
  Ground,
  JudgementRefusal,
  LoggedAct,
  ModerationCase,
} from './moderation.ts';

export const kindWords: Record<ContributionKind, () => string> = {
  idea: m.moderation_kind_idea,
  meeting: m.moderation_kind_meeting,
  comment: m.moderation_kind_comment,
  document: m.moderation_kind_document,
  dossier: m.moderation_kind_dossier,
  request: m.moderation_kind_request,
  topic: m.moderation_kind_topic,
  petition: m.moderation_kind_petition,
};

export const hiddenTitles: Record<ContributionKind, () => string> = {
  idea: m.moderation_hidden_title_idea,
  meeting: m.moderation_hidden_title_meeting,
  comment: m.moderation_hidden_title_comment,
  document: m.moderation_hidden_title_document,
  dossier: m.moderation_hidden_title_dossier,
  request: m.moderation_hidden_title_request,
  topic: m.moderation_hidden_title_topic,
  petition: m.moderation_hidden_title_petition,
};

export const judgementWords: Record<JudgementRefusal, () => string> = {
  own: m.moderation_refused_own,
  'already-judged': m.moderation_refused_judged,
  'not-hidden': m.moderation_refused_not_hidden,
  'article-missing': m.moderation_refused_article,
  'words-missing': m.moderation_refused_words,
  'words-too-long': m.moderation_refused_words_long,
  gone: m.moderation_refused_gone,
  'no-author': m.moderation_refused_no_author,
  'already-warned': m.moderation_refused_warned,
  'already-suspended': m.moderation_refused_already_suspended,
  'days-missing': m.moderation_refused_days,
  'same-moderator': m.moderation_refused_same,
  'no-appeal': m.moderation_refused_no_appeal,
};

export const articlesWords: Record<ArticlesRefusal, () => string> = {
  'articles-missing': m.moderation_refused_articles,
  'articles-too-many': m.moderation_refused_articles_many,
  'article-too-long': m.moderation_refused_article_long,
  'threshold-out-of-range': m.moderation_refused_threshold,
};

export const actWords: Record<LoggedAct['kind'], (about: { count: number }) => string> = {
  hidden: () => m.moderation_act_hidden(),
  restored: () => m.moderation_act_restored(),
  kept: () => m.moderation_act_kept(),
  upheld: () => m.moderation_act_upheld(),
  warned: () => m.moderation_act_warned(),
  suspended: () => m.moderation_act_suspended(),
  published: m.moderation_act_published,
  refused: m.moderation_act_refused,
};

/** Why something was hidden or judged: the article, or its author's own wish. */
export const sayGround = ({ article, articleTitle }: Ground): string =>
  article === null
    ? m.moderation_at_request()
    : m.moderation_article_said({ number: article, title: articleTitle });

/** What a report says is wrong. */
export const sayReason = (ground: Ground): string =>
  ground.article === null ? m.moderation_other_reason() : sayGround(ground);

export const articleOptions = (articles: readonly Article[]) =>
  articles.map(({ number, title }) => ({
    value: String(number),
    label: m.moderation_article_said({ number, title }),
  }));

interface Standing {
  tone: 'danger' | 'info' | 'neutral' | 'success' | 'warning';
  words: string;
}

/** How a case stands, in a word; `isRestored`: what it hid is seen again. */
export function standingOf(one: ModerationCase, isRestored = false): Standing {
  if (one.outcome === 'kept') return { tone: 'neutral', words: m.moderation_badge_kept() };
  if (one.outcome === 'hidden')
    return isRestored
      ? { tone: 'success', words: m.moderation_badge_restored() }
      : { tone: 'danger', words: m.moderation_badge_hidden() };
  if (one.raisedAt) return { tone: 'warning', words: m.moderation_badge_urgent() };
  return one.askedAt
    ? { tone: 'info', words: m.moderation_badge_asked() }
    : { tone: 'neutral', words: m.moderation_badge_waiting() };
}

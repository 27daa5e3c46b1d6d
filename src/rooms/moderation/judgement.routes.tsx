import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { type Answer, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listArticles } from './articles.store.ts';
import { loadCase, type OfCase, showCase } from './case-visit.routes.tsx';
import type { FormName, TypedJudgement } from './judgement-forms.page.tsx';
import type { Judgement } from './judging.store.ts';
import type { Act } from './log.store.ts';
import { type Ground, readGround, refuseWords, SUSPENSION_DAYS } from './moderation.ts';
import { FIELDS } from './reporting.page.tsx';
import { judgementWords } from './words.page.ts';

/** What a form of a case must say besides that it was sent. */
interface Asked {
  form: FormName;
  /** `or-request`: or that its author asked. Left out: it names none. */
  article?: 'needed' | 'or-request';
  /** true: words are needed. */
  words?: true;
  days?: true;
  outcome?: true;
  /** What the next page says. */
  notice: string;
}

/** The form, read; what it does not ask for says nothing. */
export interface ReadJudgement extends Ground {
  words: string;
  days: number;
  outcome: 'upheld' | 'lifted';
}

const OUTCOMES: Readonly<Record<string, ReadJudgement['outcome']>> = {
  retablir: 'lifted',
  maintenir: 'upheld',
};

/** One act of a moderator: read, done in one transaction, and either seen or told why not, nothing lost. */
export async function judge(
  visit: OfCase,
  asked: Asked,
  act: (tx: Tx, by: Act, read: ReadJudgement) => Promise<Judgement>,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const one = await loadCase(visit);
  const form = await visit.form();
  const typed: TypedJudgement = {
    article: form.text(FIELDS.article),
    words: form.text(FIELDS.words),
    days: form.text(FIELDS.days),
    outcome: form.text(FIELDS.outcome),
  };
  const { read, problems } = readJudgement(typed, asked, await listArticles(db, organisation));
  if (Object.keys(problems).length > 0)
    return showCase(visit, one, { sent: asked.form, typed, problems, status: 422 });
  const by = { organisationId: organisation.id, by: visitor.id };
  const done = await db.transaction().execute((tx) => act(tx, by, read));
  if (done.ok) return seeOther(visit, urls.moderationCase({ case: one.id }), asked.notice);
  return showCase(visit, await loadCase(visit), {
    sent: asked.form,
    typed,
    problems: { form: judgementWords[done.refusal]() },
    status: 409,
  });
}

function readJudgement(
  typed: TypedJudgement,
  asked: Asked,
  articles: Parameters<typeof readGround>[1],
): { read: ReadJudgement; problems: Problems } {
  const ground =
    asked.article && readGround(typed.article, articles, asked.article === 'or-request');
  const words = refuseWords(typed.words, asked.words ?? false);
  const days = SUSPENSION_DAYS.find((one) => String(one) === typed.days);
  const outcome = Object.hasOwn(OUTCOMES, typed.outcome) ? OUTCOMES[typed.outcome] : undefined;
  const problems: Problems = {
    ...(asked.article && !ground && { [FIELDS.article]: judgementWords['article-missing']() }),
    ...(asked.days && !days && { [FIELDS.days]: judgementWords['days-missing']() }),
    ...(asked.outcome && !outcome && { [FIELDS.outcome]: m.moderation_refused_outcome() }),
    ...(words && { [FIELDS.words]: judgementWords[words]() }),
  };
  return {
    read: {
      ...(ground || { article: null, articleTitle: '' }),
      words: typed.words,
      days: days ?? SUSPENSION_DAYS[0],
      outcome: outcome ?? 'upheld',
    },
    problems,
  };
}

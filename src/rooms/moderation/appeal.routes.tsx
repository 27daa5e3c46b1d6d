import * as m from '../../paraglide/messages.js';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { AppealPage } from './appeal.page.tsx';
import { insertAppeal } from './appeal.store.ts';
import { findCase } from './case.store.ts';
import { findAppeal, findHiding } from './hiding.store.ts';
import { tellModerators } from './moderation.mails.ts';
import { refuseWords } from './moderation.ts';
import { FIELDS } from './reporting.page.tsx';
import { judgementWords } from './words.page.ts';

type OfHiding = SignedInVisit<'hiding'>;

/** Whoever wrote it asks once that somebody else look again: suspended people too (R117). */
export const appealRoutes: readonly Route[] = [
  get(urls.appeal, 'signed-in', async (visit) => show(visit, await load(visit))),

  post(urls.appeal, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const loaded = await load(visit);
    const { hiding } = loaded;
    const words = (await visit.form()).text(FIELDS.words);
    const refusal = refuseWords(words, true);
    if (refusal)
      return show(visit, loaded, {
        typed: words,
        problems: { [FIELDS.words]: judgementWords[refusal]() },
      });
    const by = { organisationId: organisation.id, personId: visitor.id };
    await db.transaction().execute(async (tx) => {
      // judged at this very moment, or sent twice: it is one appeal, about what still stands
      const about = await findCase(tx, organisation.id, hiding.caseId, true);
      const standing = await findHiding(tx, organisation.id, hiding.id);
      if (!about || !standing || standing.liftedAt) return;
      if (await insertAppeal(tx, by, standing, words))
        await tellModerators(tx, visit, about, 'appealed');
    });
    return seeOther(visit, urls.appeal({ hiding: hiding.id }), 'moderation-appealed');
  }),
];

/** Of what they wrote themselves; what others wrote is not there. */
async function load({ db, organisation, params, visitor }: OfHiding) {
  const hiding = found(await findHiding(db, organisation.id, params.hiding), 'hiding');
  const about = found(await findCase(db, organisation.id, hiding.caseId), 'hiding');
  if (about.authorId !== visitor.id) throw notFound('hiding');
  return { hiding, title: about.title };
}

async function show(
  { db, organisation }: OfHiding,
  { hiding, title }: Awaited<ReturnType<typeof load>>,
  { typed, problems }: { typed: string; problems: Problems } = { typed: '', problems: {} },
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.moderation_appeal_title(),
    ...(faulty && { status: 422, faulty }),
    body: (
      <AppealPage
        title={title}
        hiding={hiding}
        appeal={await findAppeal(db, organisation.id, hiding.id)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  isOwnAddress,
  page,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { type Edition, findEdition, isOpen, readNumber } from '../spaces/index.ts';
import { saveEdit } from './edit.store.ts';
import { EditIdeaPage } from './edit-idea.page.tsx';
import { IdeaDetailPage } from './idea.page.tsx';
import { findIdeaByNumber } from './idea.store.ts';
import { editableUntil, type Idea, type IdeaText, refuseEdit } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { readText } from './idea-form.routes.ts';
import { listIdeas } from './idea-list.store.ts';
import { readFilter } from './idea-list.ts';
import { IdeasPage } from './ideas.page.tsx';
import { findSupported, supportIdea, withdrawSupport } from './support.store.ts';
import { editWords, textProblems } from './words.page.ts';

export const ideasRoutes: readonly Route[] = [
  get(
    urls.ideas,
    'anyone',
    async (visit) => {
      const { db, organisation, visitor, url } = visit;
      const slug = visit.params.edition;
      const edition = found(
        await visit.share(`edition ${slug}`, () => findEdition(db, organisation.id, slug)),
        'edition',
      );
      const filter = readFilter(url.searchParams, edition.categories);
      const query = {
        ...filter,
        editionId: edition.id,
        categoryId: edition.categories.find(({ slug }) => slug === filter.category)?.id ?? null,
      };
      const ideas = await visit.share(`ideas ${JSON.stringify(query)}`, () =>
        listIdeas(db, organisation.id, query),
      );
      const personId = visitor?.id ?? null;
      const supported = await findSupported(db, organisation.id, personId, ideas.ideas);
      return page({
        title: m.ideas_title(),
        section: 'editions',
        body: <IdeasPage {...{ edition, filter, ideas, personId, supported }} />,
      });
    },
    { cached: true },
  ),

  get(
    urls.idea,
    'anyone',
    async (visit) => {
      const { edition, idea } = await loadIdea(visit);
      const address = { edition: edition.slug, idea: ideaSegment(idea) };
      const wanted = visit.url.searchParams.get('soutenir') === 'oui';
      if (visit.params.idea !== address.idea) {
        return seeOther(visit, urls.idea(address, { soutenir: wanted ? 'oui' : undefined }));
      }
      return ideaPage(visit, edition, idea, { wantsToSupport: wanted });
    },
    { cached: true },
  ),

  post(urls.supportIdea, 'anyone', async (visit) => {
    const { edition, idea } = await loadIdea(visit);
    const address = { edition: edition.slug, idea: ideaSegment(idea) };
    const list = await readBack(visit);
    if (!visit.visitor) {
      const back = urls.idea(address, { soutenir: 'oui' });
      return seeOther(visit, urls.signIn({ vers: back }), 'ideas-sign-in-to-support');
    }
    const support = await supportIdea(visit.db, {
      organisationId: visit.organisation.id,
      ideaId: idea.id,
      personId: visit.visitor.id,
    });
    if (support.ok || support.refusal === 'already-supported') {
      return seeOther(visit, list ?? urls.idea(address), 'ideas-supported');
    }
    const page = await ideaPage(visit, edition, idea, { refusal: support.refusal });
    return { ...page, status: 409 };
  }),

  post(urls.withdrawSupport, 'signed-in', async (visit) => {
    const { edition, idea } = await loadIdea(visit);
    const list = await readBack(visit);
    const withdrawal = await withdrawSupport(visit.db, {
      organisationId: visit.organisation.id,
      ideaId: idea.id,
      personId: visit.visitor.id,
    });
    if (withdrawal.ok || withdrawal.refusal === 'not-supported') {
      const address = urls.idea({ edition: edition.slug, idea: ideaSegment(idea) });
      return seeOther(visit, list ?? address, 'ideas-withdrawn');
    }
    const page = await ideaPage(visit, edition, idea, { refusal: withdrawal.refusal });
    return { ...page, status: 409 };
  }),

  get(urls.editIdea, 'signed-in', async (visit) => {
    const { edition, idea } = await loadOwnIdea(visit);
    const now = await readNow(visit.db);
    const refusal = refuseEdit(idea, edition, {
      personId: visit.visitor.id,
      now,
      collectionOpen: isOpen(edition, 'collection', now),
    });
    return editPage(edition, idea, idea, refusal ? { form: editWords(refusal) } : {}, !refusal);
  }),

  post(urls.editIdea, 'signed-in', async (visit) => {
    const { edition, idea } = await loadOwnIdea(visit);
    const text = readText(await visit.form(), edition);
    const edit = await saveEdit(visit.db, visit.organisation.id, idea.id, visit.visitor.id, text);
    if (edit.ok) {
      const address = { edition: edition.slug, idea: ideaSegment(edit) };
      return seeOther(visit, urls.idea(address), 'ideas-edited');
    }
    if (edit.refusal === 'not-found') throw notFound('idea');
    return edit.refusal === 'text-refused'
      ? editPage(edition, idea, text, textProblems(edit.text, edition), true)
      : editPage(edition, idea, text, { form: editWords(edit.refusal) }, false);
  }),
];

async function loadEdition({ db, organisation, params }: Visit<'edition'>): Promise<Edition> {
  return found(await findEdition(db, organisation.id, params.edition), 'edition');
}

async function loadIdea(visit: Visit<'edition' | 'idea'>) {
  const number = found(readNumber(visit.params.idea), 'idea');
  const edition = await loadEdition(visit);
  const { db, organisation, visitor } = visit;
  const idea = await findIdeaByNumber(db, organisation.id, edition.id, number, visitor?.id ?? null);
  return { edition, idea: found(idea, 'idea') };
}

/** Somebody else's idea has no page to edit it: whether it could be is nobody's business. */
async function loadOwnIdea(visit: Visit<'edition' | 'idea'>) {
  const loaded = await loadIdea(visit);
  if (loaded.idea.authorId !== visit.visitor?.id) throw notFound('idea');
  return loaded;
}

async function ideaPage(
  visit: Visit,
  edition: Edition,
  idea: Idea & { supported: boolean; now: Date },
  options: Pick<Parameters<typeof IdeaDetailPage>[0], 'wantsToSupport' | 'refusal'>,
) {
  const target = { kind: 'idea', id: idea.id } as const;
  const [related, standings] = await Promise.all([
    visit.findRelated(target),
    visit.findStandings(target),
  ]);
  return page({
    title: idea.title,
    section: 'editions',
    body: (
      <IdeaDetailPage
        edition={edition}
        idea={idea}
        now={idea.now}
        personId={visit.visitor?.id ?? null}
        related={related}
        standings={standings}
        {...options}
      />
    ),
  });
}

function editPage(
  edition: Edition,
  idea: Idea,
  text: IdeaText,
  problems: Record<string, string>,
  editable: boolean,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.ideas_edit_title(),
    section: 'editions',
    ...(faulty && { status: 422, faulty }),
    body: (
      <EditIdeaPage
        edition={edition}
        idea={idea}
        text={text}
        until={editable ? editableUntil(idea, edition) : null}
        problems={problems}
      />
    ),
  });
}

/** Where a button of a list leads back to, when it is an address of ours. */
async function readBack(visit: Visit): Promise<string | null> {
  const back = (await visit.form()).text('retour');
  return back.length < 4000 && isOwnAddress(back) ? back : null;
}

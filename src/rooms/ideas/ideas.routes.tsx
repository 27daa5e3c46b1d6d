import * as m from '../../paraglide/messages.js';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { isOwnAddress, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { showHidden } from '../moderation/index.routes.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { type Edition, findEdition, readNumber } from '../spaces/index.ts';
import { IdeaDetailPage } from './idea.page.tsx';
import { findIdeaByNumber } from './idea.store.ts';
import type { Idea } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { listIdeas } from './idea-list.store.ts';
import { OUTCOMES, readFilter } from './idea-list.ts';
import { IdeasPage } from './ideas.page.tsx';
import { showIdeasMap } from './place/ideas-map.routes.tsx';
import { findSupported, supportIdea, withdrawSupport } from './support.store.ts';

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
      if (url.searchParams.get('vue') === 'carte') return showIdeasMap(visit, edition);
      const filter = readFilter(url.searchParams, edition.categories);
      const query = {
        ...filter,
        editionId: edition.id,
        categoryId: edition.categories.find(({ slug }) => slug === filter.category)?.id ?? null,
        outcome: filter.outcome && OUTCOMES[filter.outcome],
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
      const { edition, idea } = await loadAnyIdea(visit);
      if (idea.isHidden)
        return showHidden(visit, {
          kind: 'idea',
          id: idea.id,
          authorId: idea.authorId,
          address: urls.idea({ edition: edition.slug, idea: idea.number }),
        });
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
];

async function loadEdition({ db, organisation, params }: Visit<'edition'>): Promise<Edition> {
  return found(await findEdition(db, organisation.id, params.edition), 'edition');
}

/** One idea of an edition, by the number that its address holds; what is hidden is gone. */
export async function loadIdea(visit: Visit<'edition' | 'idea'>) {
  const loaded = await loadAnyIdea(visit);
  if (loaded.idea.isHidden) throw new Refused(410, 'hidden');
  return loaded;
}

async function loadAnyIdea(visit: Visit<'edition' | 'idea'>) {
  const number = found(readNumber(visit.params.idea), 'idea');
  const edition = await loadEdition(visit);
  const { db, organisation, visitor } = visit;
  const idea = await findIdeaByNumber(db, organisation.id, edition.id, number, visitor?.id ?? null);
  return { edition, idea: found(idea, 'idea') };
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
    scripts: idea.place.point ? [MAP_SCRIPT] : [],
    body: (
      <IdeaDetailPage
        edition={edition}
        idea={idea}
        now={idea.now}
        personId={visit.visitor?.id ?? null}
        related={related}
        standings={standings}
        ground={drawnGround(await shareGround(visit))}
        {...options}
      />
    ),
  });
}

/** Where a button of a list leads back to, when it is an address of ours. */
async function readBack(visit: Visit): Promise<string | null> {
  const back = (await visit.form()).text('retour');
  return back.length < 4000 && isOwnAddress(back) ? back : null;
}

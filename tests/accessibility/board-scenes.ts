import { randomUUID } from 'node:crypto';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeComponentBoard } from '../make/boards.ts';
import { makeIdea } from '../make/ideas.ts';
import { makeHosted } from '../make/meetings.ts';
import type { MadePerson } from '../make/people.ts';
import { makeComponent } from '../make/spaces.ts';
import { writeInSpace } from './page-scenes.ts';
import type { Particulars } from './stage.ts';

/** Ideas of a component of a space: one that can still be corrected, and a draft that resembles another. */
export async function actInSpace(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const { board, space, component } = await makeComponentBoard(site, {
    settings: { places: 'optional', mayWithdraw: true },
  });
  await makeIdea(site, board, { title: 'Un jardin partagé au parc', supports: 2 });
  const idea = await makeIdea(site, board, { authorId: person.id });
  const at = { space: space.slug, component: component.slug };
  const corrected = { ...at, idea: idea.number };
  await person.client.post(urls.spaceEditIdea(corrected), {
    title: 'Un banc à l’ombre',
    body: idea.body,
    category: board.categories[0]!.slug,
    lang: 'fr',
    act: 'save',
  });
  const needs = await makeComponent(site, space, { kind: 'needs' });
  const need = await makeIdea(site, { id: needs.id, categories: board.categories });
  const atNeed = { space: space.slug, component: needs.slug, idea: need.number };
  const events = await makeComponent(site, space, { kind: 'events' });
  const meeting = await makeHosted(site, events.id, person.id);
  const begun = await makeHosted(site, events.id, person.id, { inHours: -1 });
  const draft = { ...at, draft: randomUUID() };
  await person.client.post(urls.spaceDepositText(draft), {
    title: 'Un jardin partagé pour le quartier',
    body: 'Un jardin partagé, avec un composteur et trois bancs.',
    category: board.categories[0]!.slug,
    lang: 'fr',
  });
  const pages = [
    urls.spaceDepositText,
    urls.spaceDepositCompare,
    urls.spaceDepositPlace,
    urls.spaceDepositFiles,
    urls.spaceDepositPreview,
    urls.spaceDepositAbandon,
  ] as const;
  const roles = ['resident'] as const;
  return {
    ...(await writeInSpace(site, space)),
    ...Object.fromEntries(pages.map((page) => [page.pattern, { path: page(draft), roles }])),
    [urls.spaceDepositStart.pattern]: { path: urls.spaceDepositStart(at), roles },
    [urls.spaceEditIdea.pattern]: { path: urls.spaceEditIdea(corrected), roles },
    [urls.spaceWithdrawIdea.pattern]: { path: urls.spaceWithdrawIdea(corrected), roles },
    [urls.spaceNeedToIdea.pattern]: { path: urls.spaceNeedToIdea(atNeed), roles },
    [urls.meetingDeposit.pattern]: {
      path: urls.meetingDeposit({ meeting: begun.number }),
      roles,
    },
    [urls.meetingIdeas.pattern]: {
      path: urls.meetingIdeas({ meeting: meeting.number }),
      roles,
    },
    [urls.spaceIdeaVersions.pattern]: { path: urls.spaceIdeaVersions(corrected), roles },
    [urls.spaceIdeas.pattern]: { path: urls.spaceIdeas(at), roles: ['anonymous'] },
    [urls.spaceIdea.pattern]: {
      path: urls.spaceIdea({ ...at, idea: '1-un-jardin-partage-au-parc' }),
      roles: ['anonymous'],
    },
  };
}

import { hideComponent } from '../../src/rooms/consultations/component-writing.store.ts';
import { addCoOrganiser } from '../../src/rooms/consultations/index.ts';
import { addMembers } from '../../src/rooms/consultations/member.store.ts';
import { boardOfComponent } from '../../src/rooms/ideas/boards/board.ts';
import { ideaSegment } from '../../src/rooms/ideas/idea-address.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { commentFields } from './comments.ts';
import { makeIdea } from './ideas.ts';
import { makeHosted, makeSession } from './meetings.ts';
import { makeSpacePage } from './pages.ts';
import type { MadePerson } from './people.ts';
import { givePhoto } from './photos.ts';
import {
  addNetworkComponents,
  fillNetworkComponents,
  type NetworkParts,
} from './private-network.ts';
import { makeComponent, makeSpace } from './spaces.ts';
import { makeSurveyOf } from './surveys.ts';

/** A space, or a part of one, that some people only may know of. */
export interface SecretPlace {
  /** In each of its fields. */
  mark: string;
  /** What its addresses say. */
  values: Record<string, string>;
  ideaId: string;
  fileId: string;
  network: Omit<NetworkParts, 'values'>;
}

/** Fills a space with a word that stands nowhere else: in its own words, its theme, its component, what is said there. */
export async function makeSecretPlace(
  site: TestSite,
  mark: string,
  how: { isPrivate?: boolean; open?: boolean; hideComponent?: boolean },
  people: { author: MadePerson; other: MadePerson },
): Promise<SecretPlace> {
  const { organisationId } = site;
  const act = { organisationId, by: null };
  const { space, theme, component } = await makeSpace(site, {
    // of a hidden component the space itself is everybody's
    title: how.hideComponent ? 'Un espace que tout le monde lit' : `${mark} espace`,
    summary: how.hideComponent ? 'Ouvert.' : `${mark} résumé`,
    introduction: how.hideComponent ? '' : `${mark} introduction`,
    isPrivate: how.isPrivate ?? false,
    open: how.open ?? true,
    categories: how.hideComponent ? ['Une', 'Deux'] : [`${mark} une`, `${mark} deux`],
    themeTitle: how.hideComponent ? 'Un thème' : `${mark} thème`,
    componentTitle: `${mark} composante`,
  });
  if (!how.hideComponent)
    await addCoOrganiser(site.db, act, space.id, {
      name: `${mark} partenaire`,
      address: 'https://exemple.fr',
      roleWords: `${mark} rôle`,
    });
  if (how.isPrivate)
    await addMembers(
      site.db,
      act,
      space.id,
      [people.author, people.other].map(({ id }) => id),
    );
  const add = (kind: 'events' | 'survey') =>
    makeComponent(site, space, { kind, themeId: theme.id, title: `${mark} ${kind}` });
  const [events, survey] = [await add('events'), await add('survey')];
  const told = await makeComponent(site, space, {
    kind: 'pages',
    themeId: theme.id,
    title: `${mark} à lire`,
  });
  const page = await makeSpacePage(site, told, {
    title: `${mark} page`,
    summary: `${mark} en bref`,
    body: `${mark} raconte tout.`,
  });
  if (how.hideComponent) await hideComponent(site.db, act, told, true);
  const components = await addNetworkComponents(site, space, mark);
  const values = {
    space: space.slug,
    theme: theme.slug,
    component: component.slug,
    events: events.slug,
    survey: survey.slug,
    pages: told.slug,
    page: page.slug,
  };
  const nothing = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
  // nothing is said in a space before it opens
  if (how.open === false)
    return {
      mark,
      ideaId: nothing,
      fileId: nothing,
      network: { components, contributions: [] },
      values,
    };
  const board = boardOfComponent(space, component, theme.categories);
  const idea = await makeIdea(site, board, {
    authorId: people.author.id,
    title: `${mark} verger`,
    body: `${mark} : des pommiers.`,
  });
  const fileId = await givePhoto(site, idea, `${mark} image`);
  const under = urls.comments({ kind: 'idea', contribution: idea.id });
  await people.other.client.post(under, commentFields({ texte: `${mark} remarque` }));
  const comment = await site.db
    .selectFrom('comment')
    .select('id')
    .where('target_id', '=', idea.id)
    .executeTakeFirstOrThrow();
  // somebody asks a moderator to look: the case holds the words too
  await people.other.client.post(urls.reportContribution({ kind: 'idee', contribution: idea.id }), {
    article: '1',
    mots: `${mark} signalé`,
  });
  const meeting = await makeHosted(site, events.id, people.author.id, {
    title: `${mark} rencontre`,
    description: `${mark} au verger`,
    place: `${mark} salle`,
  });
  const filled = await fillNetworkComponents(site, components, mark, people, meeting.id);
  const session = await makeSession(site, meeting, 0, { title: `${mark} séance` });
  await makeSurveyOf(site, survey.id, [
    {
      id: 'q1',
      kind: 'text',
      words: { fr: `${mark} question`, en: '' },
      choices: [],
      required: false,
    },
  ]);
  if (how.hideComponent)
    for (const one of [component, events, survey, ...Object.values(components)])
      await hideComponent(site.db, act, one, true);
  return {
    mark,
    ideaId: idea.id,
    fileId,
    network: { components, contributions: filled.contributions },
    values: {
      ...values,
      ...filled.values,
      idea: ideaSegment(idea),
      comment: comment.id,
      meeting: String(meeting.number),
      session: session.id,
    },
  };
}

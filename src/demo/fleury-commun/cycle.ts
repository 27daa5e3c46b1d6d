/** « Fleury en commun »: a permanent forum beside the budgets, with all that people do in one. */
import { randomUUID } from 'node:crypto';
import type { Comment } from '../../rooms/comments/comment.ts';
import { publishComment } from '../../rooms/comments/publishing.store.ts';
import {
  addComponent,
  addCoOrganiser,
  addTheme,
  type Component,
  type ComponentKind,
  createSpace,
  openSpace,
  type Theme,
  USUAL_SETTINGS,
} from '../../rooms/consultations/index.ts';
import { settleIdeasOfMeeting } from '../../rooms/ideas/afterlife/meeting-link.store.ts';
import { submitIdea, supportIdea } from '../../rooms/ideas/index.ts';
import { grantRole } from '../../rooms/identity/index.ts';
import { closeMeeting } from '../../rooms/meetings/hosts/closing.store.ts';
import { findMeeting, type Meeting, proposeMeeting } from '../../rooms/meetings/index.ts';
import { findPage, insertPage, showPage } from '../../rooms/pages/index.ts';
import { dayInParis } from '../../rooms/spaces/index.ts';
import { insertSpaceSurvey, saveDates } from '../../rooms/surveys/index.ts';
import { inParis } from '../edition.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { expectOk } from '../story.ts';
import { setFrench } from '../typography.ts';
import * as words from './words.ts';

const DAY = 86_400_000;

interface Told {
  officer: Member;
  /** Sixty at least. */
  residents: readonly Member[];
  now: Date;
}

interface MadeTheme {
  theme: Theme;
  ideas: Component;
}

/** Three months of it, up to now. */
export async function liveForum(place: Place, { officer, residents, now }: Told): Promise<void> {
  const { db, organisation } = place;
  const organisationId = organisation.id;
  const act = actOf(place, officer);
  // acts begin on a minute
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  const ago = (days: number, minutes = 0) => new Date(minute - days * DAY + minutes * 60_000);
  const somebody = (at: number) => residents[at % residents.length]!;

  place.travel(ago(90));
  const space = await createSpace(
    db,
    act,
    {
      kind: 'forum',
      title: words.forum.title,
      summary: setFrench(words.forum.summary),
      introduction: setFrench(words.forum.introduction),
      isPrivate: false,
    },
    randomUUID(),
  );
  const add = async (kind: ComponentKind, title: string, introduction: string, theme?: Theme) => {
    const written = {
      title: setFrench(title),
      introduction: setFrench(introduction),
      themeId: theme?.id ?? null,
      ...{ opensAt: null, closesAt: null, settings: USUAL_SETTINGS },
    };
    const made = await addComponent(db, act, space.id, kind, written, randomUUID());
    return expectOk(made, title).component;
  };
  const themes: MadeTheme[] = [];
  for (const { title, summary, introduction, categories } of words.themes) {
    const { theme } = expectOk(
      await addTheme(db, act, space.id, {
        ...{ title, categories, resources: [] },
        summary: setFrench(summary),
        introduction: setFrench(introduction),
      }),
      title,
    );
    themes.push({ theme, ideas: await add('ideas', 'Propositions', '', theme) });
  }
  const [river, streets] = themes as [MadeTheme, MadeTheme];
  const official = await add(
    'official-proposals',
    'Ce que la ville met en balance',
    'Trois mesures du plan d’adaptation : soutenez celles qui doivent venir d’abord.',
    river.theme,
  );
  const survey = await add('survey', 'Vous et la rivière', '', river.theme);
  const events = await add('events', 'Rencontres', 'Proposez la vôtre, ou venez.', undefined);
  const pages = await add('pages', 'Le forum, mode d’emploi', '', undefined);
  const page = await insertPage(
    db,
    act,
    randomUUID(),
    {
      title: words.information.title,
      summary: setFrench(words.information.summary),
      body: setFrench(words.information.body),
      ...{ titleEn: '', summaryEn: '', bodyEn: '', shownIn: 'nowhere' },
    },
    pages.id,
  );
  const { slug } = expectOk(page, words.information.title);
  await showPage(db, act, (await findPage(db, organisationId, slug, pages.id))!, true);
  for (const [at, coOrganiser] of words.coOrganisers.entries()) {
    const written = { ...coOrganiser, roleWords: setFrench(coOrganiser.roleWords) };
    const { id } = expectOk(await addCoOrganiser(db, act, space.id, written), coOrganiser.name);
    await grantRole(db, {
      organisationId,
      personId: somebody(40 + at).id,
      role: 'space-author',
      spaceId: space.id,
      coOrganiserId: id,
      grantedBy: officer.id,
    });
  }
  expectOk(await openSpace(db, act, space.id), words.forum.title);

  const ideas: string[] = [];
  for (const [at, { theme: of, category, lang, title, body }] of words.ideas.entries()) {
    place.travel(ago(84 - at * 6, at * 37));
    const { theme, ideas: component } = themes[of]!;
    const isFrench = lang === 'fr';
    const idea = {
      ...{ organisationId, editionId: component.id, authorId: somebody(at * 3).id, lang },
      categoryId: theme.categories[category]!.id,
      title: isFrench ? setFrench(title) : title,
      body: isFrench ? setFrench(body) : body,
    };
    ideas.push(expectOk(await submitIdea(db, idea), title).id);
  }
  const proposals: string[] = [];
  for (const { category, title, body } of words.proposals) {
    place.travel(ago(60, proposals.length * 20));
    const proposal = {
      ...{ organisationId, editionId: official.id, authorId: officer.id, lang: 'fr', byTeam: true },
      categoryId: river.theme.categories[category]!.id,
      title: setFrench(title),
      body: setFrench(body),
    };
    proposals.push(expectOk(await submitIdea(db, proposal), title).id);
  }
  place.travel(ago(9));
  const supported = [
    ...words.ideas.map(({ supports }, at) => ({ ideaId: ideas[at]!, supports, author: at * 3 })),
    ...proposals.map((ideaId, at) => ({ ideaId, supports: 18 - at * 4, author: -1 })),
  ];
  for (const [at, { ideaId, supports, author }] of supported.entries()) {
    const others = residents.filter((one) => author < 0 || one.id !== somebody(author).id);
    for (let given = 0; given < supports; given += 1) {
      const { id: personId } = others[(at * 5 + given) % others.length]!;
      expectOk(await supportIdea(db, { organisationId, ideaId, personId }), 'a support');
    }
  }
  await discuss(
    place,
    { spaceId: space.id, componentId: streets.ideas.id, ideaId: ideas[4]! },
    {
      people: residents.slice(20),
      from: ago(8),
    },
  );

  const walk = await announce(place, events, somebody(41), words.past, {
    madeAt: ago(30),
    on: dayInParis(ago(12)),
    from: '10:00',
    to: '12:00',
  });
  await announce(place, events, somebody(40), words.coming, {
    madeAt: ago(10),
    on: dayInParis(new Date(minute + 16 * DAY)),
    from: '18:30',
    to: '20:30',
  });
  place.travel(ago(7));
  const host = { organisationId, by: somebody(41).id };
  const { report, organisations, speakers, attendance } = words.past;
  const closing = { report: setFrench(report), organisations, speakers, attendance };
  expectOk(await closeMeeting(db, host, walk, closing, 0), 'the walk');
  await settleIdeasOfMeeting(
    db,
    organisationId,
    { id: walk.id, title: walk.title, boardIds: themes.map((one) => one.ideas.id), by: host.by },
    new Map([
      [ideas[0]!, 'came-out'],
      [ideas[3]!, 'spoken-of'],
    ]),
  );

  place.travel(ago(6));
  const asked = await insertSpaceSurvey(db, act, survey.id);
  const closesAt = inParis(`${dayInParis(new Date(minute + 24 * DAY))} 18:00`);
  const dates = { opensAt: ago(5), closesAt, invites: false };
  expectOk(await saveDates(db, act, asked.id, dates), 'the questionnaire of the forum');
}

/** What is said under one idea, an hour apart. */
async function discuss(
  { db, organisation, travel }: Place,
  { ideaId, ...where }: { spaceId: string; componentId: string; ideaId: string },
  { people, from }: { people: readonly Member[]; from: Date },
): Promise<void> {
  const written: Comment[] = [];
  for (const [at, { side, answers, body }] of words.comments.entries()) {
    travel(new Date(from.getTime() + at * 3_600_000));
    const { comment } = await db.transaction().execute((tx) =>
      publishComment(
        tx,
        organisation.id,
        { kind: 'idea', id: ideaId, ...where },
        {
          authorId: people[at % people.length]!.id,
          body: setFrench(body),
          lang: 'fr',
          alignment: side,
          formId: randomUUID(),
          answers: answers === undefined ? null : written[answers]!,
          deepest: 3,
        },
      ),
    );
    written.push(comment);
  }
}

interface AnnouncedEvent {
  title: string;
  description: string;
  place: string;
  address: string;
  access: string;
  point: { latitude: number; longitude: number };
}

async function announce(
  { db, organisation, travel }: Place,
  component: Component,
  host: Member,
  event: AnnouncedEvent,
  { madeAt, on, from, to }: { madeAt: Date; on: string; from: string; to: string },
): Promise<Meeting> {
  travel(madeAt);
  const organisationId = organisation.id;
  const { title, description, place, address, access, point } = event;
  const proposed = await proposeMeeting(
    db,
    { organisationId, by: host.id },
    component.id,
    {
      kind: 'workshop',
      title: setFrench(title),
      description: setFrench(description),
      ...{ place, address, access: setFrench(access), point },
      startsAt: inParis(`${on} ${from}`),
      endsAt: inParis(`${on} ${to}`),
      ...{ editionId: null, target: null, takesRegistrations: true, capacity: 40 },
      ...{ categoryId: null, videoLink: null, externalUrl: null, lang: 'fr' },
    },
    randomUUID(),
  );
  const { id } = expectOk(proposed, title).meeting;
  return (await findMeeting(db, organisationId, { id }))!;
}

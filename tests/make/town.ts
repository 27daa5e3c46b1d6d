import { sql } from 'kysely';
import { addCoOrganiser } from '../../src/rooms/consultations/index.ts';
import { submitIdea, supportIdea } from '../../src/rooms/ideas/index.ts';
import { giveRole, listGrants, listInvitations } from '../../src/rooms/identity/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { makeBatch } from './codes.ts';
import { makeComment } from './comments.ts';
import { makeMessage, makePause } from './contact.ts';
import { makeEdition } from './editions.ts';
import { makeExchanges } from './exchanges.ts';
import { makeApp } from './factors.ts';
import { makeGuide, makeKit } from './guides.ts';
import { makeMeeting, makeRegistration } from './meetings.ts';
import { makeNews, makeNewsletter } from './news.ts';
import { makePage, makePartner, makeQuestion } from './pages.ts';
import { makeDepartment, makePerson } from './people.ts';
import { makeVotePoint } from './points.ts';
import { makePoll, makeProjects, publish, vote } from './poll.ts';
import { newPass, sendUsualProof } from './proofs.ts';
import { HEADINGS, importInto, sendFile } from './registers.ts';
import { makeSpace } from './spaces.ts';
import { makeOpinion } from './studies.ts';
import { makeRun } from './study.ts';
import { makeSurvey } from './surveys.ts';
import { fillAddress } from './town-address.ts';
import { markTown } from './town-mark.ts';

/** A town where every page has something to show: an edition in collection, one in vote, one with its result. */
export interface Town {
  collecting: Edition;
  voting: Edition;
  done: Edition;
  preparing: Edition;
  ideaId: string;
  draftId: string;
  /** What a department is asked about that idea. */
  opinionId: string;
  /** A project of an edition whose list is not frozen. */
  projectId: string;
  /** A point of the vote under way. */
  pointId: string;
  /** An import into the register of the vote under way, with a refused line. */
  importId: string;
  /** Its space of participation. */
  spaceId: string;
  /** Words that only this town's objects hold. */
  words: string[];
  /** A real address for a pattern. `ids`: with this town's uuids, to be asked elsewhere. */
  address(pattern: string, options?: { ids?: boolean }): string;
  /** Changes when anything of this town changes. */
  fingerprint(): Promise<string>;
}

export async function makeTown(
  site: TestSite,
  organisation: { id: string; name: string; host: string } = {
    id: site.organisationId,
    name: 'Fleury',
    host: 'localhost',
  },
): Promise<Town> {
  const organisationId = organisation.id;
  const act = { organisationId, by: null };
  const mark = `Secret de ${organisation.name}`;
  const at = (slug: string) => ({ organisationId, slug, title: `${mark} ${slug}` });

  const done = await makeEdition(site, { phase: 'vote', ...at('finie') });
  await makeProjects(site, act, done, [`${mark} verger`, `${mark} kiosque`, `${mark} préau`]);
  const donePoll = await makePoll(site, act, done);
  for (let voter = 0; voter < 3; voter++) {
    const { id } = await makePerson(site, { organisation });
    await vote(site, organisationId, done, id, [1, 2 + (voter % 2)]);
  }
  site.travel('11 days');
  await publish(site, act, donePoll);
  await site.runJobs();
  site.travel(null);

  // its ideas are corrected for a day: whoever looks at every page may take longer than the usual quarter of an hour
  const collecting = await makeEdition(site, {
    phase: 'collection',
    editMinutes: 1440,
    ...at('collecte'),
  });
  const author = await makePerson(site, { organisation });
  const submitted = await submitIdea(site.db, {
    organisationId,
    editionId: collecting.id,
    authorId: author.id,
    title: `${mark} jardin partagé`,
    body: `${mark} : un jardin pour le quartier.`,
    categoryId: collecting.categories[0]!.id,
    lang: 'fr',
  });
  if (!submitted.ok) throw new Error(`makeTown: ${submitted.refusal}`);
  const comment = await makeComment(site, submitted, {
    organisationId,
    authorId: author.id,
    body: `${mark} commentaire`,
  });
  const supporter = await makePerson(site, { organisation });
  await supportIdea(site.db, { organisationId, ideaId: submitted.id, personId: supporter.id });
  const department = await makeDepartment(site, {
    name: `${mark} espaces verts`,
    organisation,
  });
  const opinionId = await makeOpinion(
    site,
    { id: submitted.id, editionId: collecting.id },
    department.id,
  );
  const exchanges = await makeExchanges(
    site,
    organisationId,
    collecting,
    [submitted],
    author.id,
    mark,
  );
  const runId = await makeRun(site, act, collecting, `${mark} voirie`);
  const [projectId] = await makeProjects(site, act, collecting, [`${mark} banc`]);
  const draft = await sql<{
    id: string;
  }>`insert into idea_draft (organisation_id, edition_id, person_id, title, body)
    values (${organisationId}, ${collecting.id}, ${author.id}, ${`${mark} brouillon`}, 'Un brouillon') returning id`.execute(
    site.db,
  );

  const voting = await makeEdition(site, { phase: 'vote', ...at('vote') });
  await makeProjects(site, act, voting, [
    `${mark} mare`,
    `${mark} fresque`,
    `${mark} four à pain`,
    `${mark} piste`,
  ]);
  const votingPoll = await makePoll(site, act, voting);
  const point = await makeVotePoint(site, voting, { organisationId, name: `${mark} médiathèque` });
  const batch = await makeBatch(site, collecting, { anonymous: 3, organisationId });
  const proofId = await sendUsualProof(
    site,
    { organisationId, edition: voting, pollId: votingPoll },
    newPass(),
    { names: `${mark} Tartempion` },
  );
  const preparing = await makeEdition(site, {
    phase: 'collection',
    open: false,
    ...at('preparee'),
  });

  const imported = await importInto(
    site,
    voting,
    `${HEADINGS}\n${mark};Odile;01/02/1990\n=Martin;Zoé;31/02/1990\n`,
    { organisationId },
  );
  const sent = await sendFile(site, collecting, `${HEADINGS}\n${mark};Noé;01/02/1990\n`, {
    organisationId,
  });
  const holder = await makePerson(site, {
    organisation,
    nickname: `${mark} agente`,
    roles: ['officer'],
  });
  await makeApp(site, holder.email, organisationId);
  const agent = await makePerson(site, {
    organisation,
    name: `${mark} agent`,
    roles: ['agent'],
    departmentId: department.id,
    isReferent: true,
  });
  const [grant] = await listGrants(site.db, organisationId, {
    departmentId: department.id,
    limit: 1,
  });
  const invited = { email: 'invitee@exemple.fr', mailbox: 'invitee@exemple.fr' };
  await giveRole(
    site.db,
    { organisationId, by: agent.id },
    {
      name: organisation.name,
      contact: 'mairie@exemple.fr',
      origin: `http://${organisation.host}`,
    },
    { ...invited, name: `${mark} invitée`, locale: 'fr' },
    { role: 'relay', editionId: null, departmentId: null, isReferent: false, endsAt: null },
  );
  const [invitation] = await listInvitations(site.db, organisationId, { limit: 1 });

  const guide = await makeGuide(site, { organisationId, title: `${mark} fiche` });
  const kit = await makeKit(site, collecting, { organisationId, title: `${mark} kit` });

  // called as the guide is: both stand at the same word of their addresses
  await makePage(site, { organisationId, title: guide.title, shownIn: 'nowhere' });
  const question = await makeQuestion(site, { organisationId, question: `${mark} question` });
  const partner = await makePartner(site, { organisationId, name: `${mark} partenaire` });

  const message = await makeMessage(site, organisationId, `${mark} : où voter ?`);
  const pause = await makePause(site, organisationId, holder.id, { reason: `${mark} élection` });
  const meeting = await makeMeeting(site, {
    organisationId,
    editionId: collecting.id,
    title: `${mark} réunion`,
  });
  const registration = await makeRegistration(site, meeting, holder.id, {
    organisationId,
    name: `${mark} inscrit`,
  });

  const survey = await makeSurvey(site, collecting, { organisationId });

  const writer = { organisationId, by: holder.id };
  const news = await makeNews(site, writer, { title: `${mark} actualité` });
  const letter = await makeNewsletter(site, writer, {
    subject: `${mark} lettre`,
    news: [news.id],
  });

  const { space, theme, component } = await makeSpace(site, {
    organisationId,
    title: `${mark} consultation`,
  });
  const coOrganiser = await addCoOrganiser(site.db, act, space.id, {
    name: `${mark} partenaire`,
    address: 'https://exemple.fr',
    roleWords: '',
  });
  if (!coOrganiser.ok) throw new Error(`makeTown: ${coOrganiser.refusal}`);

  const draftId = draft.rows[0]!.id;
  const values: Record<string, string> = {
    part: 'budget',
    idea: '1',
    comment: comment.id,
    draft: draftId,
    file: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    mail: 'inconnu',
    token: 'inconnu',
    point: point.id,
    import: sent.id,
    person: holder.id,
    department: department.id,
    grant: grant!.id,
    invitation: invitation!.id,
    factor: 'application',
    passkey: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    batch: batch.id,
    proof: proofId,
    opinion: opinionId,
    run: runId,
    session: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    locale: 'en',
    page: guide.slug,
    entry: question.id,
    heading: question.headingId,
    partner,
    kit: kit.slug,
    item: '1',
    topic: 'paper',
    message,
    pause,
    piece: 'image-large.png',
    ...exchanges,
    channel: 'notes',
    meeting: String(meeting.number),
    registration,
    news: String(news.number),
    newsletter: letter,
    photo: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    stage: 'study',
    question: survey.questions[0]!.id,
    kind: 'realisation',
    target: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    post: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    space: space.slug,
    theme: theme.slug,
    component: component.slug,
    coOrganiser: coOrganiser.id,
    publication: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
  };
  return {
    collecting,
    voting,
    done,
    preparing,
    ideaId: submitted.id,
    draftId,
    opinionId,
    projectId: projectId!,
    pointId: point.id,
    importId: imported.id,
    spaceId: space.id,
    words: [mark],
    address: (pattern, options) =>
      fillAddress(
        {
          collecting,
          voting,
          done,
          preparing,
          ideaId: submitted.id,
          projectId: projectId!,
          values,
        },
        pattern,
        options,
      ),
    fingerprint: () => markTown(site, organisationId, holder.id),
  };
}

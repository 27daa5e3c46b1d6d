import { sql } from 'kysely';
import { submitIdea, supportIdea } from '../../src/rooms/ideas/index.ts';
import { giveRole, listGrants, listInvitations } from '../../src/rooms/identity/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { makeBatch } from './codes.ts';
import { makeMessage, makePause } from './contact.ts';
import { makeEdition } from './editions.ts';
import { makeExchanges } from './exchanges.ts';
import { makeApp } from './factors.ts';
import { makeGuide, makeKit } from './guides.ts';
import { makeMeeting, makeRegistration } from './meetings.ts';
import { makeNews, makeNewsletter } from './news.ts';
import { makeDepartment, makePerson } from './people.ts';
import { makeVotePoint } from './points.ts';
import { makePoll, makeProjects, publish, vote } from './poll.ts';
import { newPass, sendUsualProof } from './proofs.ts';
import { HEADINGS, importInto, sendFile } from './registers.ts';
import { makeOpinion } from './studies.ts';
import { makeRun } from './study.ts';
import { makeSurvey } from './surveys.ts';

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

  const collecting = await makeEdition(site, { phase: 'collection', ...at('collecte') });
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

  const draftId = draft.rows[0]!.id;
  const values: Record<string, string> = {
    part: 'budget',
    idea: '1',
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
    words: [mark],
    address(pattern, { ids = false } = {}) {
      const office = pattern.startsWith('/administration');
      const edition = /resultats|suivi|realisations/.test(pattern)
        ? done
        : /\/(ouvrir|abandonner)$/.test(pattern) && !/scrutin/.test(pattern)
          ? preparing
          : /vote|scrutin|justificatifs/.test(pattern) || (!office && pattern.includes('/projets'))
            ? voting
            : collecting;
      return pattern.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
        if (name === 'edition') return edition.slug;
        if (name === 'project')
          return office && !pattern.includes('realisations') ? projectId! : '1';
        if (name === 'idea' && ids) return submitted.id;
        if (name === 'file' && pattern.startsWith('/couleurs')) return '1B6B3A.css';
        return values[name] ?? 'inconnu';
      });
    },
    async fingerprint() {
      const { rows } = await sql<{ mark: string }>`select md5(concat_ws('|',
        (select count(*) from fact where organisation_id = ${organisationId}),
        (select string_agg(i::text, ',' order by i.id) from idea i where organisation_id = ${organisationId}),
        (select string_agg(d::text, ',' order by d.id) from idea_draft d where organisation_id = ${organisationId}),
        (select string_agg(e::text, ',' order by e.id) from edition e where organisation_id = ${organisationId}),
        (select string_agg(s::text, ',' order by s.idea_id) from study s where organisation_id = ${organisationId}),
        (select string_agg(o::text, ',' order by o.id) from opinion o where organisation_id = ${organisationId}),
        (select string_agg(u::text, ',' order by u.id) from assignment_run u where organisation_id = ${organisationId}),
        (select string_agg(t::text, ',' order by t.category_id) from routing t where organisation_id = ${organisationId}),
        (select string_agg(p::text, ',' order by p.id) from project p where organisation_id = ${organisationId}),
        (select string_agg(g::text, ',' order by g.id) from guide_page g where organisation_id = ${organisationId}),
        (select string_agg(k::text, ',' order by k.id) from kit k where organisation_id = ${organisationId}),
        (select string_agg(v::text, ',' order by v.id) from vote_point v where organisation_id = ${organisationId}),
        (select string_agg(k::text, ',' order by k.person_id) from authenticator_app k
          where organisation_id = ${organisationId} and person_id = ${holder.id}),
        (select string_agg(h::text, ',' order by h.slot_id) from vote_shift h where organisation_id = ${organisationId}),
        (select string_agg(g::text, ',' order by g.id) from register_import g where organisation_id = ${organisationId}),
        (select string_agg(n::text, ',' order by n.id) from register_entry n where organisation_id = ${organisationId}),
        (select string_agg(b::text, ',' order by b.id) from code_batch b where organisation_id = ${organisationId}),
        (select string_agg(q::text, ',' order by q.id) from eligibility_proof q where organisation_id = ${organisationId}),
        (select string_agg(t::text, ',' order by t.id) from department t where organisation_id = ${organisationId}),
        (select string_agg(r::text, ',' order by r.id) from role_grant r where organisation_id = ${organisationId}),
        (select string_agg(w::text, ',' order by w.id) from invitation w where organisation_id = ${organisationId}),
        (select o::text from organisation o where id = ${organisationId}),
        (select string_agg(l::text, ',' order by l.id) from letter l where organisation_id = ${organisationId}),
        (select string_agg(g::text, ',' order by g.id) from merge g where organisation_id = ${organisationId}),
        (select string_agg(b::text, ',' order by b.idea_id) from merge_member b where organisation_id = ${organisationId}),
        (select string_agg(m::text, ',' order by m.id) from meeting m where organisation_id = ${organisationId}),
        (select string_agg(r::text, ',' order by r.id) from meeting_registration r where organisation_id = ${organisationId}),
        (select string_agg(w::text, ',' order by w.id) from workshop w where organisation_id = ${organisationId}),
        (select string_agg(n::text, ',' order by n.id) from news_item n where organisation_id = ${organisationId}),
        (select string_agg(n::text, ',' order by n.id) from newsletter n where organisation_id = ${organisationId}),
        (select string_agg(n::text, ',' order by n.newsletter_id) from newsletter_sending n
          where organisation_id = ${organisationId}),
        (select string_agg(c::text, ',' order by c.id) from contact_message c where organisation_id = ${organisationId}),
        (select string_agg(z::text, ',' order by z.id) from promotion_pause z where organisation_id = ${organisationId}),
        (select string_agg(s::text, ',' order by s.id) from survey s where organisation_id = ${organisationId}),
        (select count(*) from thread_message where organisation_id = ${organisationId}),
        (select string_agg(a::text, ',' order by a.poll_id, a.kind) from poll_act a where organisation_id = ${organisationId})
      )) as mark`.execute(site.db);
      return rows[0]!.mark;
    },
  };
}

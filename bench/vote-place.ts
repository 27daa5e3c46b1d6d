/** A poll that is open, and voters who have not voted, each with a session: what votes are measured on. */
import { randomUUID } from 'node:crypto';
import type { Config } from '../src/platform/config.ts';
import type { Database } from '../src/platform/database/database.ts';
import { enrolPerson, openSession } from '../src/rooms/identity/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { findPollOf, openPoll, type Poll } from '../src/rooms/polls/index.ts';
import { freezeList, insertProject } from '../src/rooms/projects/index.ts';
import { insertEdition, openEdition, STEPS, USUAL_SETTINGS } from '../src/rooms/spaces/index.ts';
import { urls } from '../src/urls.ts';
import type { CastRequest } from './vote-load.ts';

const PROJECTS = 32;
const DAY = 86_400_000;

export interface Voter {
  personId: string;
  token: string;
}

export async function makePlace(db: Database, config: Config) {
  const organisationId = await insertOrganisation(db, {
    slug: 'banc',
    name: 'Banc',
    host: 'localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe.',
  });
  const act = { organisationId, by: null };
  const now = Date.now();
  const dates = { opensAt: new Date(now - DAY), closesAt: new Date(now + DAY) };
  const made = await insertEdition(
    db,
    act,
    { ...USUAL_SETTINGS, slug: '2026', title: 'Budget participatif 2026' },
    // two days each, the vote around now
    STEPS.map((step, at) => ({
      step,
      startsAt: new Date(now + (at - 3) * 2 * DAY - DAY),
      endsAt: step === 'delivery' ? null : new Date(now + (at - 3) * 2 * DAY + DAY),
    })),
  );
  if (!made.ok) throw new Error(made.refusal);
  for (let number = 1; number <= PROJECTS; number += 1)
    await insertProject(db, act, made.edition.id, {
      title: `Projet ${number}`,
      summary: 'Ce que le projet change pour le quartier, en quelques lignes.',
      categoryId: null,
      cost: number * 1000_00,
      place: '',
      ideaIds: [],
    });
  await freezeList(db, act, made.edition.id);
  const shown = await openEdition(db, act, made.edition.id);
  if (!shown.ok) throw new Error(shown.refusals.join());
  const opened = await openPoll(db, config, act, made.edition, {
    title: made.edition.title,
    minimumChoices: 1,
    maximumChoices: 3,
    rule: 'greedy',
    tieBreak: ['smaller-id'],
    ...dates,
  });
  if (!opened.ok) throw new Error(opened.refusals.join());
  const poll = (await findPollOf(db, organisationId, made.edition.id))!;
  return { organisationId, poll, slug: made.edition.slug };
}

export async function makeVoter(
  db: Database,
  organisationId: string,
  name: string,
): Promise<Voter> {
  const enrolled = await enrolPerson(db, {
    organisationId,
    organisationName: 'Banc',
    name: 'Camille Durand',
    nickname: name,
    email: `${name}@exemple.fr`,
    birthDate: '1980-05-17',
    residence: 'Banc',
  });
  if (!enrolled.ok) throw new Error('A voter could not be enrolled.');
  const token = await openSession(db, organisationId, enrolled.id, 'bench');
  return { personId: enrolled.id, token };
}

export async function makeVoters(
  db: Database,
  organisationId: string,
  count: number,
): Promise<Voter[]> {
  const voters: Voter[] = [];
  while (voters.length < count) {
    const some = Array.from({ length: Math.min(8, count - voters.length) }, (_, one) =>
      makeVoter(db, organisationId, `camille-${voters.length + one}`),
    );
    voters.push(...(await Promise.all(some)));
  }
  return voters;
}

export function asRequest(voter: Voter, poll: Poll, slug: string): CastRequest {
  const chosen = [1, 2, 3].map((step) => poll.options[(step * 7) % PROJECTS]!.key);
  const body = new URLSearchParams([
    ['scrutin', poll.id],
    ['cle', randomUUID()],
    ['revision', '0'],
    ['alea', `${randomUUID()}${randomUUID()}`.replaceAll('-', '')],
    ...chosen.map((key) => ['choix', key]),
  ]);
  return {
    path: urls.voteCast({ edition: slug }),
    cookie: `palabre=${voter.token}`,
    body: body.toString(),
  };
}

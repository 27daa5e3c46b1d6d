/** What members of the network do together: a list, an appeal, a dossier, an assembly. */
import { randomUUID } from 'node:crypto';
import { convene, createAssembly } from '../../../rooms/assemblies/assembly-writing.store.ts';
import { addItem } from '../../../rooms/assemblies/item.store.ts';
import { openDossier } from '../../../rooms/dossiers/dossier-writing.store.ts';
import { makeList, subscribe } from '../../../rooms/lists/index.ts';
import { proposeMeeting } from '../../../rooms/meetings/index.ts';
import { makePetition, turnPetition } from '../../../rooms/petitions/petition-writing.store.ts';
import { sign } from '../../../rooms/petitions/signing.store.ts';
import type { Member, Place } from '../../place.ts';
import { expectOk } from '../../story.ts';
import { setFrench } from '../../typography.ts';
import type { Components } from './poles.ts';
import * as words from './words.ts';

export async function actTogether(
  place: Place,
  components: Components,
  seats: readonly Member[],
  office: Member,
): Promise<void> {
  const { db, organisation } = place;
  const organisationId = organisation.id;
  const team = { organisationId, by: office.id };
  const list = await makeList(db, team, components['mailing-list']!, {
    localPart: 'elus',
    prefix: 'élu·es',
    strangers: 'refused',
    moderation: 'none',
    mostBytes: 10 * 1024 * 1024,
  });
  const { list: made } = expectOk(list, 'the discussion list');
  for (const { id } of seats.slice(0, 5))
    await subscribe(db, organisationId, made.id, id, { delivery: 'digest', showsAddress: false });
  const { title, call, body } = words.petition;
  const petition = await makePetition(
    db,
    team,
    components.mobilisations!.id,
    {
      kind: 'appeal',
      title: setFrench(title),
      call: setFrench(call),
      body: setFrench(body),
      addressees: 'Le Gouvernement',
      shareWords: '',
      link: null,
      goal: 50,
      endsOn: null,
      reach: 'public',
      lang: 'fr',
    },
    { madeFrom: randomUUID(), events: [] },
  );
  await db.transaction().execute((tx) => turnPetition(tx, team, petition.id, 'published'));
  for (const [at, { id, email, nickname }] of seats.entries())
    expectOk(
      await sign(db, organisationId, petition.id, {
        personId: id,
        email,
        mailbox: email,
        name: nickname,
        office: words.mandates[at]!.office,
        place: words.mandates[at]!.territory,
        isNamed: at !== 3,
        locale: 'fr',
      }),
      title,
    );
  const lead = { organisationId, by: seats[5]!.id };
  const opened = await openDossier(
    db,
    lead,
    components.dossiers!.id,
    {
      title: setFrench(words.dossier.title),
      purpose: setFrench(words.dossier.purpose),
      reach: 'space',
      lang: 'fr',
    },
    randomUUID(),
  );
  expectOk(opened, words.dossier.title);
}

export async function callAssembly(
  place: Place,
  components: Components,
  office: Member,
  startsAt: Date,
): Promise<void> {
  const { db, organisation } = place;
  const team = { organisationId: organisation.id, by: office.id };
  const proposed = await proposeMeeting(
    db,
    { ...team, isTeam: true },
    components.events!.id,
    {
      kind: 'public-meeting',
      title: setFrench(words.assembly.meeting),
      description: 'Le réseau se retrouve une journée.',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 4 * 3_600_000),
      place: 'Maison des associations',
      address: 'Rennes',
      access: '',
      point: { latitude: 48.1113, longitude: -1.68 },
      editionId: null,
      target: null,
      takesRegistrations: true,
      capacity: null,
      categoryId: null,
      videoLink: null,
      externalUrl: null,
      lang: 'fr',
    },
    randomUUID(),
  );
  const { meeting } = expectOk(proposed, words.assembly.meeting);
  const assembly = await createAssembly(
    db,
    team,
    components.assemblies!,
    {
      title: setFrench(words.assembly.title),
      introduction: '',
      meetingId: meeting.id,
      quorum: 30,
      mostProxies: 2,
      colleges: [],
    },
    randomUUID(),
  );
  for (const item of words.assembly.items)
    expectOk(
      await addItem(db, team, assembly, {
        ...item,
        title: setFrench(item.title),
        body: setFrench(item.body),
      }),
      item.title,
    );
  expectOk(await convene(db, team, assembly.id), words.assembly.title);
}

import { randomUUID } from 'node:crypto';
import { convene, createAssembly } from '../../src/rooms/assemblies/assembly-writing.store.ts';
import { addItem } from '../../src/rooms/assemblies/item.store.ts';
import type { Component, ComponentKind, Space } from '../../src/rooms/consultations/index.ts';
import { addFolder } from '../../src/rooms/documents/folder.store.ts';
import { openDossier } from '../../src/rooms/dossiers/dossier-writing.store.ts';
import { askToJoin, invite } from '../../src/rooms/dossiers/joining.store.ts';
import { addTask } from '../../src/rooms/dossiers/task.store.ts';
import { makeList, subscribe, writeToList } from '../../src/rooms/lists/index.ts';
import { numberedSegment } from '../../src/rooms/spaces/index.page.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { commentFields } from './comments.ts';
import { makeDocument } from './library.ts';
import type { MadePerson } from './people.ts';
import { makePetition } from './petitions.ts';
import { makeRequest, makeTopic } from './requests.ts';
import { makeComponent } from './spaces.ts';

const KINDS = [
  'library',
  'dossiers',
  'requests',
  'topics',
  'mailing-list',
  'mobilisations',
  'assemblies',
  'directory',
] as const satisfies readonly ComponentKind[];
type Kind = (typeof KINDS)[number];

export interface NetworkParts {
  components: Readonly<Record<Kind, Component>>;
  /** What their addresses say. */
  values: Record<string, string>;
  /** Under which people comment, which they follow, report and ask to be hidden. */
  contributions: readonly {
    kind: 'document' | 'dossier' | 'request' | 'topic' | 'petition';
    id: string;
  }[];
}

/** One component of each kind that networks have, with a word in its title. */
export async function addNetworkComponents(
  site: TestSite,
  space: Pick<Space, 'id'>,
  mark: string,
): Promise<NetworkParts['components']> {
  const made: Partial<Record<Kind, Component>> = {};
  for (const kind of KINDS)
    made[kind] = await makeComponent(site, space, { kind, title: `${mark} ${kind}` });
  return made as NetworkParts['components'];
}

/** Something of each kind that networks have, with that word in each of its fields. */
export async function fillNetworkComponents(
  site: TestSite,
  components: NetworkParts['components'],
  mark: string,
  { author, other }: { author: MadePerson; other: MadePerson },
  meetingId: string,
): Promise<Omit<NetworkParts, 'components'>> {
  const { db, organisationId } = site;
  const act = { organisationId, by: author.id };
  const folder = await addFolder(db, act, components.library.id, {
    name: `${mark} rangement`,
    parentId: null,
  });
  if (!folder.ok) throw new Error(folder.refusal);
  const document = await makeDocument(site, components.library, author, {
    folderId: folder.folder.id,
    title: `${mark} vœu`,
    summary: `${mark} en deux lignes`,
    text: `${mark} : le conseil demande.`,
    assembly: `${mark} conseil`,
    tags: [mark],
  });
  const opened = await openDossier(
    db,
    act,
    components.dossiers.id,
    { title: `${mark} dossier`, purpose: `${mark} but`, reach: 'space', lang: 'fr' },
    randomUUID(),
  );
  if (!opened.ok) throw new Error(opened.refusal);
  const { dossier } = opened;
  await invite(db, act, dossier.id, other.id);
  await askToJoin(db, { organisationId, by: other.id }, dossier.id);
  const task = await addTask(
    db,
    act,
    dossier.id,
    { words: `${mark} tâche`, assigneeId: null, dueOn: null },
    randomUUID(),
  );
  if (!task.ok) throw new Error(task.refusal);
  const request = await makeRequest(site, components.requests.id, author.id, {
    title: `${mark} besoin`,
    question: `${mark} comment faire ?`,
    shared: true,
  });
  const topic = await makeTopic(site, components.topics.id, author.id, {
    title: `${mark} sujet`,
    message: `${mark} message`,
  });
  const list = await makeList(db, { organisationId, by: null }, components['mailing-list'], {
    localPart: `liste-${randomUUID().slice(0, 8)}`,
    prefix: mark.toLowerCase(),
    strangers: 'refused',
    moderation: 'none',
    mostBytes: 1024 * 1024,
  });
  if (!list.ok) throw new Error(list.refusal);
  for (const { id } of [author, other])
    await subscribe(db, organisationId, list.list.id, id, {
      delivery: 'each',
      showsAddress: false,
    });
  const written = await writeToList(site, list.list, {
    authorId: author.id,
    subject: `${mark} lettre`,
    body: `${mark} : bonjour.`,
  });
  if (!written.ok) throw new Error(written.refusal);
  const petition = await makePetition(site, components.mobilisations.id, author.id, {
    title: `${mark} appel`,
    call: `${mark} maintenant`,
    body: `${mark} : nous demandons.`,
    addressees: `${mark} préfecture`,
    shareWords: `${mark} à partager`,
    reach: 'members',
  });
  const signed = urls.signPetition({ petition: petition.number });
  await other.client.post(signed, { nom: `${mark} signataire`, accord: 'oui' });
  const assembly = await createAssembly(
    db,
    { organisationId, by: null },
    components.assemblies,
    {
      title: `${mark} assemblée`,
      introduction: `${mark} bienvenue`,
      meetingId,
      quorum: 0,
      mostProxies: 2,
      colleges: [],
    },
    randomUUID(),
  );
  const item = await addItem(db, { organisationId, by: null }, assembly, {
    kind: 'resolution',
    title: `${mark} résolution`,
    body: `${mark} statuts`,
    minutesPlanned: 20,
  });
  if (!item.ok) throw new Error(item.refusal);
  // until it is convened, it is its team's; of a space without members it stays so
  const convened = await convene(db, { organisationId, by: null }, assembly.id);
  if (!convened.ok && convened.refusal !== 'roll-empty') throw new Error(convened.refusal);
  const { id: itemId } = await db
    .selectFrom('assembly_item')
    .select('id')
    .where('assembly_id', '=', assembly.id)
    .executeTakeFirstOrThrow();
  const contributions: NetworkParts['contributions'] = [
    { kind: 'document', id: document.id },
    { kind: 'dossier', id: dossier.id },
    { kind: 'request', id: request.id },
    { kind: 'topic', id: topic.id },
    { kind: 'petition', id: petition.id },
  ];
  for (const { kind, id } of contributions)
    await other.client.post(
      urls.comments({ kind, contribution: id }),
      commentFields({ texte: `${mark} réponse` }),
    );
  return {
    contributions,
    values: {
      document: String(document.number),
      version: '1',
      folder: folder.folder.id,
      dossier: numberedSegment(dossier.number, dossier.title),
      task: task.task.id,
      request: String(request.number),
      topic: String(topic.number),
      thread: written.id,
      message: written.id,
      petition: String(petition.number),
      assembly: assembly.slug,
      item: itemId,
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { Database } from '../src/platform/database/database.ts';
import {
  addComponent,
  type Component,
  createSpace,
  findSpaceById,
  openSpace,
  type Space,
  USUAL_SETTINGS,
} from '../src/rooms/consultations/index.ts';
import { depositDocument } from '../src/rooms/documents/index.ts';
import type { Level } from '../src/rooms/mandates/index.ts';
import { declareMandate, verifyMandate } from '../src/rooms/mandates/mandate-writing.store.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { addPeople } from './europe-space.ts';
import { chance } from './town-words.ts';

/** Acts done at the same time. */
const HANDS = 4;

export interface FilledNetwork {
  organisationId: string;
  space: Space;
  library: Component;
  directory: Component;
  /** Ids of its members. */
  people: readonly string[];
}

/** A network that mandates open, with so many members, each of whom declared theirs and was let in. */
export async function openNetwork(
  db: Database,
  members: number,
  host = 'localhost',
): Promise<FilledNetwork> {
  const organisationId = await insertOrganisation(db, {
    slug: 'banc-reseau',
    name: 'Réseau du banc d’essai',
    host,
    kind: 'association',
    colour: '#1D4E89',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe avec respect.',
  });
  const act = { organisationId, by: null };
  const { id } = await createSpace(
    db,
    act,
    {
      kind: 'network',
      title: 'Réseau des élu·es',
      summary: '',
      introduction: '',
      isPrivate: true,
      admission: 'mandate',
    },
    randomUUID(),
  );
  const place = async (kind: 'library' | 'directory', title: string) => {
    const written = { title, introduction: '', themeId: null, opensAt: null, closesAt: null };
    const component = { ...written, settings: USUAL_SETTINGS };
    const made = await addComponent(db, act, id, kind, component, randomUUID());
    if (!made.ok) throw new Error(made.refusal);
    return made.component;
  };
  const [library, directory] = [
    await place('library', 'Bibliothèque'),
    await place('directory', 'Annuaire'),
  ];
  const opened = await openSpace(db, act, id);
  if (!opened.ok) throw new Error(opened.refusal);
  const space = (await findSpaceById(db, organisationId, id))!;
  const people = await addPeople(db, organisationId, members);
  await byHands(people.length, async (at) => {
    const personId = people[at]!;
    const declared = await declareMandate(
      db,
      { organisationId, by: personId },
      space,
      {
        level: LEVELS[at % LEVELS.length]!,
        body: `Conseil de ${PLACES[at % PLACES.length]}-${at}`,
        territory: `${PLACES[at % PLACES.length]}-${at}`,
        code: '',
        office: 'Conseillère',
        delegation: '',
        beganOn: '2020-07-04',
        endsOn: null,
      },
      null,
    );
    if (!declared.ok) throw new Error(declared.refusal);
    await db
      .transaction()
      .execute((tx) => verifyMandate(tx, { organisationId, by: people[0]! }, space, declared.id));
  });
  return { organisationId, space, library, directory, people };
}

/** So many documents of members, each deposited as its form does. */
export async function fillDocuments(
  db: Database,
  { organisationId, library, people }: FilledNetwork,
  count: number,
): Promise<void> {
  const draw = chance(9);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(from.length * draw() ** 1.3)]!;
  const drawn = Array.from({ length: count }, (_, at) => {
    const [theme, place] = [pick(THEMES), pick(PLACES)];
    return {
      author: people[(at * 7) % people.length]!,
      type: pick(TYPES),
      level: pick(LEVELS),
      reach: pick(REACHES),
      result: pick(RESULTS),
      theme,
      title: `${pick(VERBS)} ${theme} à ${place} (${at})`,
      text: Array.from({ length: 12 }, () => `${pick(PHRASES)} ${pick(PLACES)}.`).join(' '),
    };
  });
  await byHands(count, async (at) => {
    const { author, text, ...said } = drawn[at]!;
    const done = await depositDocument(
      db,
      { organisationId, by: author, isTeam: false, isMember: true },
      { componentId: library.id, folderId: null },
      {
        ...said,
        summary: '',
        assembly: 'Conseil municipal',
        adoptedOn: null,
        tags: [said.theme],
        isTemplate: at % 50 === 0,
        territory: '',
        beganOn: null,
        endedOn: null,
        place: '',
        point: null,
        contact: '',
        link: '',
      },
      { file: null, text, note: '' },
      randomUUID(),
    );
    if (!done.ok) throw new Error(done.refusal);
  });
}

async function byHands(count: number, act: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < count) {
      const at = next;
      next += 1;
      await act(at);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

const LEVELS: readonly Level[] = [
  'municipal',
  'intercommunal',
  'departmental',
  'regional',
  'national',
];
const TYPES = ['wish', 'deliberation', 'motion', 'amendment', 'question'] as const;
const REACHES = ['pole', 'network', 'public'] as const;
const RESULTS = ['adopted', 'rejected', 'withdrawn', 'not-debated'] as const;
const VERBS = ['Vœu pour', 'Délibération sur', 'Motion pour', 'Amendement sur', 'Question sur'];
const THEMES =
  'l’eau|les cantines|le logement|les transports|l’école|la santé|les déchets|l’énergie|la culture|le budget|la police municipale|les forêts|les haies|le numérique|les crèches'.split(
    '|',
  );
const PLACES =
  'Fleury|Merlebec|Saint-Aubin|Les Lilas|Bocage|Trois-Rivières|Val-de-Braye|Pontelle|Rochemare|Vernoux|Castelnau|Montreuil|Sauvagnac|Bellerive|Orvault|Quimperlé'.split(
    '|',
  );
const PHRASES =
  'Considérant le contrat de délégation qui lie la commune de|Vu l’avis de la commission des finances de|Le conseil demande l’étude d’une régie publique avec|Il décide qu’une réunion publique se tiendra à|La tarification sociale sera présentée aux habitants de|Le rapport annuel du délégataire n’a pas été remis à|Les charges transférées par l’État pèsent sur|Le plan de mobilité sera revu avec|Une convention sera signée avec la communauté de communes de|Les crédits sont inscrits au budget primitif de|Le maire est autorisé à ester en justice contre|La cantine servira des produits biologiques venus de'.split(
    '|',
  );

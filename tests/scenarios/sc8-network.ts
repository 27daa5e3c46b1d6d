import type { Component, ComponentKind, Space } from '../../src/rooms/consultations/index.ts';
import type { Level } from '../../src/rooms/mandates/index.ts';
import { urls } from '../../src/urls.ts';
import type { Journey } from '../journeys/walk.ts';
import { makeElected } from '../make/mandates.ts';
import { makeNetwork } from '../make/network.ts';
import { type MadePerson, makePerson } from '../make/people.ts';

const KINDS: readonly ComponentKind[] = [
  'directory',
  'library',
  'reports',
  'requests',
  'topics',
  'mailing-list',
  'mobilisations',
  'events',
  'assemblies',
];

/** SC8: 52 elected members, the last of whom declares her mandate in her browser. */
const LEVELS: readonly [Level, number][] = [
  ['municipal', 37],
  ['departmental', 8],
  ['regional', 4],
  ['national', 2],
];

const WORDS: Partial<Record<Level, string>> = {
  municipal: 'communal',
  departmental: 'du département',
  regional: 'de la région',
  national: 'du Parlement',
};

export interface Network {
  space: Space;
  at: { space: string };
  component(kind: ComponentKind): Component;
  /** What addresses say of a component. */
  placeOf(kind: ComponentKind): { space: string; component: string };
  organiser: MadePerson;
  /** 51 whose mandates are verified, by level. */
  elected: readonly MadePerson[];
}

/** A network that mandates open, with its organiser and 51 members. */
export async function foundNetwork({ site }: Pick<Journey, 'site'>): Promise<Network> {
  const { space, components } = await makeNetwork(site, {
    title: 'Réseau des élu·es',
    summary: 'Travailler ensemble, d’une assemblée à l’autre.',
    admission: 'mandate',
    kinds: KINDS,
  });
  const organiser = await makePerson(site, {
    nickname: 'Maud animatrice',
    roles: ['space-organiser'],
    spaceId: space.id,
    isKnown: true,
  });
  const elected: MadePerson[] = [];
  for (const [level, count] of LEVELS)
    for (let at = 0; at < count; at += 1)
      elected.push(
        await makeElected(site, space, {
          nickname: `Siège ${WORDS[level]} ${at + 1}`,
          written: { level, territory: `Territoire ${level} ${at + 1}` },
        }),
      );
  const component = (kind: ComponentKind) => components[kind]!;
  return {
    space,
    at: { space: space.slug },
    component,
    placeOf: (kind) => ({ space: space.slug, component: component(kind).slug }),
    organiser,
    elected,
  };
}

/** What an unverified person asks for, inside: each refused. */
export const insideOf = ({ placeOf }: Network): string[] => [
  urls.directory(placeOf('directory')),
  urls.spaceDocuments(placeOf('library')),
  urls.spaceRequests(placeOf('requests')),
  urls.forum(placeOf('topics')),
  urls.spaceList(placeOf('mailing-list')),
  urls.mobilisations(placeOf('mobilisations')),
  urls.assemblies(placeOf('assemblies')),
];

import type { Component } from './component.ts';

/**
 * A space of participation (« espace »): a consultation, a forum, a congress, cut into themes and components (R93, R94,
 * R97, R98, R108), or a network (« réseau », R140). Beside the editions of a budget, which have steps, envelopes and a
 * règlement. A network is private, and everybody reads its showcase (« vitrine »).
 */
export const SPACE_KINDS = ['consultation', 'forum', 'congress', 'network'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** Who lets people into a private space: its team, or whoever verifies the mandate that they hold (R140). */
export const ADMISSIONS = ['team', 'mandate'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** As its form asks for it. */
export interface WrittenSpace {
  kind: SpaceKind;
  title: string;
  /** One sentence, beside its name in lists. */
  summary: string;
  /** Marked text (ui/markup.ts). */
  introduction: string;
  /** Seen by its members and its team only. */
  isPrivate: boolean;
  /** Of a network; left out: its team. */
  admission?: Admission;
  /** The space it stands in (R141), which stands in none itself; left out or null: none. */
  parentId?: string | null;
}

export interface Space extends Required<WrittenSpace> {
  id: string;
  /** What its address says. */
  slug: string;
  version: number;
  openedAt: Date | null;
  closedAt: Date | null;
  /** Whether something in it may be begun now: opened, and not closed. */
  isOpen: boolean;
}

/** A part of a space by subject (R97, R108). */
export interface WrittenTheme {
  title: string;
  summary: string;
  introduction: string;
  /** What to read first, elsewhere or here (R109). */
  resources: readonly Resource[];
  /** Names of its categories, in order; none: it is not cut. */
  categories: readonly string[];
}

export interface Resource {
  title: string;
  /** A path of this site, or `https://…`. */
  address: string;
}

export interface Theme extends Omit<WrittenTheme, 'categories'> {
  id: string;
  /** That its title calls for. */
  icon: string;
  slug: string;
  version: number;
  /** Of a theme that is not cut, the one that holds everything, which is never shown (`isWhole`). */
  categories: readonly ThemeCategory[];
}

export interface ThemeCategory {
  id: string;
  slug: string;
  name: string;
  icon: string;
  isWhole: boolean;
}

/** Who organises a space with others (R93), as its form asks for it. */
export interface WrittenCoOrganiser {
  name: string;
  /** Of its own site; '': none. */
  address: string;
  /** What it does here. */
  roleWords: string;
}

export interface CoOrganiser extends WrittenCoOrganiser {
  id: string;
  logo: { fileId: string; width: number; height: number } | null;
}

export const SPACE_LENGTHS = {
  title: 120,
  summary: 240,
  introduction: 8000,
  resource: 160,
} as const;
export const MOST_THEMES = 30;
export const MOST_COMPONENTS = 120;
export const MOST_RESOURCES = 20;
export const MOST_CO_ORGANISERS = 30;

export type SpaceField = 'title' | 'summary' | 'introduction';
export type TextRefusal = 'title-missing' | 'text-too-long';

/** What is wrong with the words of a space, a theme or a component, by field. */
export function checkTexts(written: {
  title: string;
  summary?: string;
  introduction: string;
}): Partial<Record<SpaceField, TextRefusal>> {
  const refusals: Partial<Record<SpaceField, TextRefusal>> = {};
  for (const field of ['title', 'summary', 'introduction'] as const)
    if ([...(written[field] ?? '')].length > SPACE_LENGTHS[field])
      refusals[field] = 'text-too-long';
  if (written.title === '') refusals.title = 'title-missing';
  return refusals;
}

export type ResourceRefusal = 'resource-words' | 'resource-address' | 'text-too-long';

/** Why one line of the resources cannot stand; null: it can. Only what a browser opens without running anything (W1). */
export function refuseResource({ title, address }: Resource): ResourceRefusal | null {
  if (title === '') return 'resource-words';
  if ([...title].length > SPACE_LENGTHS.resource || address.length > 2000) return 'text-too-long';
  const isOurs = /^\/(?!\/)/.test(address);
  return isOurs || isSecureAddress(address) ? null : 'resource-address';
}

const isSecureAddress = (address: string): boolean => /^https:\/\/[^\s/]+\S*$/.test(address);

export type CoOrganiserRefusal = 'name-missing' | 'text-too-long' | 'address-wrong';

/** What is wrong with what is said of a co-organiser, by field. */
export function checkCoOrganiser({
  name,
  address,
  roleWords,
}: WrittenCoOrganiser): Partial<Record<keyof WrittenCoOrganiser, CoOrganiserRefusal>> {
  const refusals: Partial<Record<keyof WrittenCoOrganiser, CoOrganiserRefusal>> = {};
  if (name === '') refusals.name = 'name-missing';
  if ([...name].length > SPACE_LENGTHS.title) refusals.name = 'text-too-long';
  if ([...roleWords].length > SPACE_LENGTHS.summary) refusals.roleWords = 'text-too-long';
  if (address.length > 2000) refusals.address = 'text-too-long';
  else if (address !== '' && !isSecureAddress(address)) refusals.address = 'address-wrong';
  return refusals;
}

export type OpeningRefusal = 'no-component' | 'opened-already';

/** A space opens once there is something to do in it. */
export function refuseOpening(
  space: Pick<Space, 'openedAt'>,
  components: readonly Pick<Component, 'isHidden'>[],
): OpeningRefusal | null {
  if (space.openedAt) return 'opened-already';
  return components.some(({ isHidden }) => !isHidden) ? null : 'no-component';
}

/** As the form of a network says it: always private, by whoever lets people in; any other space is of its team. */
export const settleAdmission = (written: WrittenSpace): WrittenSpace =>
  written.kind === 'network' ? { ...written, isPrivate: true } : { ...written, admission: 'team' };

/** Whether everybody may know that it is there, and read what it shows of itself. */
export const hasShowcase = (space: Pick<Space, 'kind' | 'openedAt'>): boolean =>
  space.kind === 'network' && space.openedAt !== null;

/** Whether it is seen by somebody: opened, and everybody's or theirs. Its team sees it before. */
export const seesSpace = (
  space: Pick<Space, 'isPrivate' | 'openedAt'>,
  reader: { isTeam: boolean; isMember: boolean },
): boolean => reader.isTeam || (space.openedAt !== null && (!space.isPrivate || reader.isMember));

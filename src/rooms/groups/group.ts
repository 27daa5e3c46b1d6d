/** An action group of a movement (R2): what it is, where it is, and how one comes in. */

/** Group types of part 2.1: local, thématique, fonctionnel, boucle départementale. */
export const GROUP_KINDS = ['local', 'thematic', 'functional', 'county-loop'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** As addresses say them: `/groupes?genre=local`. */
export const KIND_SEGMENTS: Record<GroupKind, string> = {
  local: 'local',
  thematic: 'thematique',
  functional: 'fonctionnel',
  'county-loop': 'boucle',
};

/** null: no kind is called so. */
export const readGroupKind = (segment: string): GroupKind | null =>
  GROUP_KINDS.find((kind) => KIND_SEGMENTS[kind] === segment) ?? null;

/** Decimal degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** A group as its leads describe it. */
export interface WrittenGroup {
  kind: GroupKind;
  name: string;
  presentation: string;
  /** Where it meets, in words; '' : nowhere in particular. */
  place: string;
  /** Number of a département; '' : of none. */
  county: string;
  point: Point | null;
  /** Whether whoever asks is in at once, or when a manager agrees. */
  joining: 'open' | 'approval';
}

export interface Group extends WrittenGroup {
  id: string;
  /** What its address says: it never changes. */
  slug: string;
  version: number;
  foundedAt: Date;
  /** It asks to be certified. */
  requestedAt: Date | null;
  /** null: not certified. */
  certifiedAt: Date | null;
  /** Since when it does not meet the criteria, and the instant at which it loses its certification. */
  warnedAt: Date | null;
  losesAt: Date | null;
  /** How many people are in it. */
  members: number;
}

/** R24: only certified groups propose, commit and are reimbursed. A warned group is certified until it loses it. */
export const isCertified = (group: Pick<Group, 'certifiedAt'>): boolean =>
  group.certifiedAt !== null;

/** Characters. */
export const LENGTHS = {
  name: 80,
  presentation: 3000,
  place: 160,
  words: 600,
  reason: 1000,
  title: 120,
  charter: 6000,
} as const;

export type GroupField = 'name' | 'presentation' | 'place' | 'county';
export type GroupRefusal = 'name-missing' | 'text-too-long' | 'place-missing' | 'county-missing';

/** What is wrong with a description, by its field. */
export function checkGroup(written: WrittenGroup): Partial<Record<GroupField, GroupRefusal>> {
  const refusals: Partial<Record<GroupField, GroupRefusal>> = {};
  for (const field of ['name', 'presentation', 'place'] as const)
    if ([...written[field]].length > LENGTHS[field]) refusals[field] = 'text-too-long';
  if (!/\p{L}/u.test(written.name) || written.name.includes('\n')) refusals.name ??= 'name-missing';
  // a local group is found by where it is; a loop is that of a département
  if (written.kind === 'local' && written.place === '') refusals.place = 'place-missing';
  if ((written.kind === 'local' || written.kind === 'county-loop') && written.county === '')
    refusals.county = 'county-missing';
  return refusals;
}

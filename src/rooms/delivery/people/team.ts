/**
 * Who follows a realisation together (R60): the holders of its ideas, the officer of local democracy and a technician,
 * as a team that studied an idea does (R48). A part that nobody has is absent: it is allowed, and the office sees it.
 */

export const PARTS = ['holder', 'officer', 'technician'] as const;
export type Part = (typeof PARTS)[number];

export interface Member {
  part: Part;
  personId: string;
}

/** Somebody who may have a part, as the office calls them. */
export interface Candidate {
  personId: string;
  name: string;
  /** Their department; '' for others. */
  of: string;
}
export type Candidates = Readonly<Record<Part, readonly Candidate[]>>;

/** In the order of the parts, nobody twice in one. */
export function orderTeam(team: readonly Member[]): Member[] {
  return PARTS.flatMap((part) =>
    [...new Set(team.filter((one) => one.part === part).map(({ personId }) => personId))]
      .sort()
      .map((personId) => ({ part, personId })),
  );
}

/** Parts given to somebody who may not have them; those who had them already keep them. */
export function refuseMembers(
  team: readonly Member[],
  candidates: Candidates,
  before: readonly Member[],
): Part[] {
  const isKnown = ({ part, personId }: Member) =>
    [...candidates[part], ...before.filter((one) => one.part === part)].some(
      (one) => one.personId === personId,
    );
  return PARTS.filter((part) => team.some((one) => one.part === part && !isKnown(one)));
}

export const partsOf = (team: readonly Member[], personId: string | null): Part[] =>
  team.flatMap((one) => (one.personId === personId ? [one.part] : []));

export interface NamedMember {
  part: Part;
  /** As everybody may call them; '': nobody says. */
  name: string;
}

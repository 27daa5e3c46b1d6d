/**
 * The roles of R33 that are granted. Residents, holders of ideas, neighbours and users are not granted anything:
 * who they are follows from what they do.
 *
 * - administrator: people, providers, settings of the installation; everything else besides
 * - officer: « démocratie locale », runs the editions
 * - mayor: whoever presides; does what an officer does, and publishes the results
 * - decider: decides what goes to the vote (an elected official, or a direction)
 * - elected-official, management, cabinet: read the office
 * - communication: reads the office, and writes its news and newsletters
 * - events: reads the office, and runs the meetings
 * - it: checks the installation
 * - agent: of one department, studies what it is asked
 * - ambassador, district-body, relay: collect ideas and inform residents
 * - action-reviewer: examines the actions that groups of a movement propose (R2, R12)
 * - finance: keeps the accounts of a movement's funds, checks and pays; nobody has it by another role
 * - moderator: judges what is reported, everywhere or in one space (R137)
 * - space-organiser, space-author: run one space of participation, or write in it for who organises it (R93)
 */
export const ROLES = [
  'officer',
  'mayor',
  'administrator',
  'decider',
  'elected-official',
  'management',
  'cabinet',
  'communication',
  'events',
  'it',
  'agent',
  'ambassador',
  'district-body',
  'relay',
  'action-reviewer',
  'finance',
  'moderator',
  'space-organiser',
  'space-author',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of a movement's shared money: nothing of theirs is in another kind of organisation. */
const OF_MOVEMENTS: readonly Role[] = ['action-reviewer', 'finance'];

/** Roles of one space, given by its own team: their holders need not be of the organisation. */
const OF_SPACES: readonly Role[] = ['space-organiser', 'space-author'];
export const isRoleOfSpace = (role: Role): boolean => OF_SPACES.includes(role);

/** Roles that the administration of this kind of organisation may give. */
export const listRolesOf = (organisation: { kind: string }): Role[] =>
  ROLES.filter(
    (role) =>
      !isRoleOfSpace(role) && (organisation.kind === 'movement' || !OF_MOVEMENTS.includes(role)),
  );

/** A role somebody holds now. */
export interface HeldRole {
  role: Role;
  /** null: for every edition. */
  editionId: string | null;
  /** Of the roles of a space, and of a moderator there; left out or null: not in a space. */
  spaceId?: string | null;
  /** Of an agent only. */
  departmentId: string | null;
}

const OFFICE = ['officer', 'mayor', 'administrator'] as const;
const READERS = [
  ...OFFICE,
  'decider',
  'elected-official',
  'management',
  'cabinet',
  'communication',
  'events',
] as const;

/** Whose role opens a right. `staff`: whoever holds any role at all. */
export const ROLES_OF = {
  officer: OFFICE,
  administrator: ['administrator'],
  reader: READERS,
  communicator: [...OFFICE, 'communication'],
  decider: [...OFFICE, 'decider'],
  agent: [...OFFICE, 'agent'],
  ambassador: [...OFFICE, 'ambassador', 'district-body', 'relay'],
  organiser: [...OFFICE, 'events'],
  technician: ['administrator', 'it'],
  'action-reviewer': [...OFFICE, 'action-reviewer'],
  finance: ['finance'],
  moderator: [...OFFICE, 'moderator'],
  'space-organiser': [...OFFICE, 'space-organiser'],
  'space-author': [...OFFICE, 'space-organiser', 'space-author'],
  staff: ROLES.filter((role) => !isRoleOfSpace(role)),
} as const satisfies Record<string, readonly Role[]>;
export type RoleRight = keyof typeof ROLES_OF;

/** Rights over what concerns many people: nothing opens before a second factor is proven (decision 024). */
const ASKING_FOR_FACTOR: readonly RoleRight[] = [
  'officer',
  'administrator',
  'reader',
  'communicator',
  'decider',
  'organiser',
  'technician',
  'action-reviewer',
  'finance',
  'moderator',
  'space-organiser',
];
export const asksRoleForFactor = (right: RoleRight): boolean => ASKING_FOR_FACTOR.includes(right);

/** Whether a role is worth a second factor: some right it opens, beyond its holder's own work, asks for one. */
export const isRoleWithFactor = (role: Role): boolean =>
  ASKING_FOR_FACTOR.some((right) => (ROLES_OF[right] as readonly Role[]).includes(role));

/** Roles that act on the whole organisation, so never for one edition only. */
export const isRoleOfEdition = (role: Role): boolean =>
  ![
    'administrator',
    'officer',
    'mayor',
    'it',
    'action-reviewer',
    'finance',
    'moderator',
    ...OF_SPACES,
  ].includes(role);

const opens = ({ role }: HeldRole, right: RoleRight): boolean =>
  (ROLES_OF[right] as readonly Role[]).includes(role);

/** Whether roles open a right, in one edition where it is given, or anywhere at all, spaces included. */
export function openRight(
  held: readonly HeldRole[],
  right: RoleRight,
  editionId: string | null = null,
): boolean {
  return held.some(
    (one) =>
      opens(one, right) &&
      (editionId === null || (!one.spaceId && (one.editionId ?? editionId) === editionId)),
  );
}

/** The same in one space: by a role held there, or on the whole organisation. */
export const openRightInSpace = (
  held: readonly HeldRole[],
  right: RoleRight,
  spaceId: string,
): boolean =>
  held.some(
    (one) => opens(one, right) && one.editionId === null && (one.spaceId ?? spaceId) === spaceId,
  );

/** The same for what concerns the whole organisation: a role of one edition, or of one space, does not open it. */
export const openRightEverywhere = (held: readonly HeldRole[], right: RoleRight): boolean =>
  held.some((one) => opens(one, right) && one.editionId === null && !one.spaceId);

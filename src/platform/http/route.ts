import type { Address, ParamNames } from './address.ts';
import {
  asksRoleForFactor,
  openRight,
  openRightEverywhere,
  openRightInSpace,
  ROLES_OF,
  type RoleRight,
} from './roles.ts';
import type { Answer, SignedInVisit, Visit, Visitor } from './visit.ts';

/**
 * Who may ask. Default-deny: a route cannot be written without one. The right to the *object* is
 * checked by the handler in the load that fetches it, always within the visited organisation.
 *
 * - anyone: public pages, and acts that hold their own proof (a draft's token, a mailed link)
 * - signed-in: a confirmed account of this organisation
 * - second-factor: the same, in a session that has proven a second factor
 * - staff: whoever holds a role; agent, ambassador: those of these roles, and officers
 * - officer: participation officer, mayor or administrator; each in a session that has proven a second factor
 * - reader, communicator, decider, organiser, technician, administrator: likewise (`ROLES_OF` says which roles)
 * - this-machine: only from the machine itself (mails of a demo)
 */
export type Right = 'anyone' | 'signed-in' | 'second-factor' | RoleRight | 'this-machine';

export interface RouteOptions {
  /** The page is the same for every anonymous reader and may be kept until something changes. */
  cached?: boolean;
  /** Bytes that this route's body may hold; FORM_LIMIT otherwise. */
  bodyLimit?: number;
  /** Neither journal nor access log may tell this request from another (casting). */
  unlogged?: boolean;
  /** Takes a POST that says no origin, as mail programs send it: its address holds its own proof (RFC 8058). */
  withoutOrigin?: boolean;
  /** Each reading of this page is told to the rooms that count them, kept answers included: never who reads. */
  counted?: boolean;
  /** Reached before a newer charter is accepted: its acceptance, and one's own data, to be taken away or erased (R96). */
  beforeCharter?: boolean;
  /** Answers also on a host name that no organisation has: the installation and its colours. */
  anyHost?: boolean;
}

export interface Route {
  method: 'GET' | 'POST';
  address: Address;
  right: Right;
  options: RouteOptions;
  handle(visit: Visit): Promise<Answer> | Answer;
}

type Handler<P extends string, R extends Right> = (
  visit: R extends 'anyone' | 'this-machine' ? Visit<ParamNames<P>> : SignedInVisit<ParamNames<P>>,
) => Promise<Answer> | Answer;

export function get<P extends string, R extends Right>(
  address: Address<P>,
  right: R,
  handle: Handler<P, R>,
  options: RouteOptions = {},
): Route {
  return { method: 'GET', address, right, options, handle } as unknown as Route;
}

export function post<P extends string, R extends Right>(
  address: Address<P>,
  right: R,
  handle: Handler<P, R>,
  options: RouteOptions = {},
): Route {
  return { method: 'POST', address, right, options, handle } as unknown as Route;
}

/** Whether a person may do now what a right asks for: most roles open nothing without a proven second factor. */
export function holdsRight(right: Right, visitor: Visitor | null): boolean {
  return mayProveRight(right, visitor) && (visitor?.factorProven || !asksForFactor(right));
}

/** The same in one edition: for what a role of another edition must not open. Part of the check of the object. */
export function mayIn(right: RoleRight, visitor: Visitor, editionId: string): boolean {
  return holdsRight(right, visitor) && openRight(visitor.held, right, editionId);
}

/** The same in one space of participation. */
export function mayInSpace(right: RoleRight, visitor: Visitor, spaceId: string): boolean {
  return holdsRight(right, visitor) && openRightInSpace(visitor.held, right, spaceId);
}

/** The same in every edition, and for what stands in none. */
export function mayEverywhere(right: RoleRight, visitor: Visitor): boolean {
  return holdsRight(right, visitor) && openRightEverywhere(visitor.held, right);
}

/** Whether a second factor is all that may be missing: the person is who the right is for. */
export function mayProveRight(right: Right, visitor: Visitor | null): boolean {
  switch (right) {
    case 'anyone':
    case 'this-machine':
      return true;
    case 'signed-in':
    case 'second-factor':
      return visitor !== null;
    default:
      return visitor !== null && openRight(visitor.held, right);
  }
}

function asksForFactor(right: Right): boolean {
  if (right === 'second-factor') return true;
  return right in ROLES_OF && asksRoleForFactor(right as RoleRight);
}

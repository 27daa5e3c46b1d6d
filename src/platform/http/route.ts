import type { Address, ParamNames } from './address.ts';
import type { Answer, SignedInVisit, Visit, Visitor } from './visit.ts';

/**
 * Who may ask. Default-deny: a route cannot be written without one. The right to the *object* is
 * checked by the handler in the load that fetches it, always within the visited organisation.
 *
 * - anyone: public pages, and acts that hold their own proof (a draft's token, a mailed link)
 * - signed-in: a confirmed account of this organisation
 * - second-factor: the same, in a session that has proven a second factor
 * - officer: participation officer, mayor or administrator; each in a session that has proven a second factor
 * - administrator: likewise
 * - this-machine: only from the machine itself (mails of a demo)
 */
export type Right =
  | 'anyone'
  | 'signed-in'
  | 'second-factor'
  | 'officer'
  | 'administrator'
  | 'this-machine';

export interface RouteOptions {
  /** The page is the same for every anonymous reader and may be kept until something changes. */
  cached?: boolean;
  /** Bytes that this route's body may hold; FORM_LIMIT otherwise. */
  bodyLimit?: number;
  /** Neither journal nor access log may tell this request from another (casting). */
  unlogged?: boolean;
  /** Takes a POST that says no origin, as mail programs send it: its address holds its own proof (RFC 8058). */
  withoutOrigin?: boolean;
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

/** Whether a person may do now what a right asks for: a role without a proven second factor opens nothing. */
export function holdsRight(right: Right, visitor: Visitor | null): boolean {
  return mayProveRight(right, visitor) && (visitor?.factorProven || !asksForFactor(right));
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
    case 'officer':
      return (visitor?.roles.length ?? 0) > 0;
    case 'administrator':
      return visitor?.roles.includes('administrator') ?? false;
  }
}

function asksForFactor(right: Right): boolean {
  return right === 'second-factor' || right === 'officer' || right === 'administrator';
}

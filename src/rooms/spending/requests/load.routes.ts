import { found, Refused } from '../../../platform/http/refused.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import {
  findGroupById,
  findMembership,
  type Group,
  type GroupRight,
  groupRightOf,
} from '../../groups/index.ts';
import { readNumber } from '../../spaces/index.ts';
import type { SpendingDocument } from '../proof.ts';
import { findRequest, listDocuments } from '../request.store.ts';
import { isRequestOpen, type Request } from '../request.ts';

export interface OwnRequest {
  request: Request;
  group: Group;
  right: GroupRight;
  documents: SpendingDocument[];
}

/** Of the address, in this movement, and what the visitor is in its group: 403 for who neither runs it nor handles its money. */
export async function loadRequest(visit: SignedInVisit<'request'>): Promise<OwnRequest> {
  const { db, organisation, visitor, params } = visit;
  const number = found(readNumber(params.request), 'request');
  const request = found(await findRequest(db, organisation.id, number), 'request');
  const group = found(await findGroupById(db, organisation.id, request.groupId), 'group');
  const own = await findMembership(db, organisation.id, group.id, visitor.id);
  const right = groupRightOf(own);
  if (!right.handlesMoney && !right.leads) throw new Refused(403, 'role');
  return { request, group, right, documents: await listDocuments(db, organisation.id, request.id) };
}

/** For what only treasurers do. */
export async function loadTreasurers(visit: SignedInVisit<'request'>): Promise<OwnRequest> {
  const loaded = await loadRequest(visit);
  if (!loaded.right.handlesMoney) throw new Refused(403, 'role');
  return loaded;
}

/** null: the group changes it no more, or this visitor does not: its history shows it. */
export async function loadWritable(visit: SignedInVisit<'request'>): Promise<OwnRequest | null> {
  const loaded = await loadRequest(visit);
  return loaded.right.handlesMoney && isRequestOpen(loaded.request) ? loaded : null;
}

export const atOf = ({ number }: Pick<Request, 'number'>) => ({ request: String(number) });

/** What the form was written on. */
export const readVersion = (form: { text(name: string): string }): number =>
  Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0);

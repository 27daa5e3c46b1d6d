import type { Tx } from '../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { listHolders } from '../../ideas/index.ts';
import { findContacts, listAgents, listPeopleInRoles } from '../../identity/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { type Recipient, tellMessage } from './thread.mails.ts';
import { listWriters, type NewMessage } from './thread.store.ts';
import { type Candidate, type Message, type Names, PARTS } from './thread.ts';
import type { Around } from './thread-around.routes.ts';

const OFFICE = ['officer', 'mayor', 'administrator', 'decider'] as const;

/** The office, and the agents of the departments that are asked. The reader themself is left out of nothing here. */
export async function listCandidates(
  visit: SignedInVisit,
  { edition, askedIds, standing }: Around,
): Promise<Candidate[]> {
  if (!standing.isOffice && standing.departmentIds.length === 0) return [];
  const { db, organisation } = visit;
  const [office, agents, departments] = await Promise.all([
    listPeopleInRoles(db, organisation.id, OFFICE, edition.id),
    listAgents(db, organisation.id, askedIds, edition.id),
    listDepartments(db, organisation.id, { closed: true }),
  ]);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const candidates: Candidate[] = office.map(({ id, name }) => ({
    id,
    name,
    of: '',
    parts: ['officer'],
  }));
  for (const { personId, name, departmentId } of agents) {
    if (candidates.some(({ id }) => id === personId)) continue;
    candidates.push({
      id: personId,
      name,
      of: names.get(departmentId) ?? '',
      parts: ['technician'],
    });
  }
  return candidates;
}

/** How writers and members are called on the page: people of the town hall by name, a holder by what they chose to show. */
export async function findPeople(
  { db, organisation }: SignedInVisit,
  { team, idea }: Around,
  messages: readonly Message[],
): Promise<Names> {
  const ids = [
    ...new Set([
      ...messages.flatMap(({ writtenBy, mentioned }) => [writtenBy, ...mentioned]),
      ...team.values(),
      ...(idea.authorId ? [idea.authorId] : []),
    ]),
  ];
  const [contacts, departments] = await Promise.all([
    findContacts(db, organisation.id, ids),
    listDepartments(db, organisation.id, { closed: true }),
  ]);
  return {
    people: new Map(
      [...contacts].map(([id, { name, nickname }]) => [id, id === idea.authorId ? nickname : name]),
    ),
    departments: new Map(departments.map(({ id, name }) => [id, name])),
  };
}

/** Writes to everybody whom a message is for, except its writer. */
export async function tellOthers(
  tx: Tx,
  visit: SignedInVisit,
  around: Around,
  message: NewMessage,
): Promise<void> {
  const { organisation, visitor, origin } = visit;
  const { edition, idea, team, standing } = around;
  const told = {
    organisation,
    origin,
    edition,
    idea,
    // a holder is not told who of the town hall wrote, nor the town hall another name than the public one
    writer: message.side === 'holder' || standing.isHolder ? visitor.nickname : organisation.name,
    body: message.body,
  };
  const write = async (
    kind: Parameters<typeof tellMessage>[1],
    ids: readonly string[],
    options?: { isOwed?: boolean },
  ) => {
    const others = [...new Set(ids)].filter((id) => id !== visitor.id);
    for (const [personId, contact] of await findContacts(tx, organisation.id, others))
      await tellMessage(tx, kind, told, { personId, ...contact }, options);
  };
  switch (message.channel) {
    case 'note':
      return write('mention', message.mentioned);
    case 'team':
      return write(
        'team',
        PARTS.flatMap((part) => team.get(part) ?? []),
      );
    case 'exchange': {
      if (message.isRelayed) return;
      if (message.side !== 'holder') {
        for (const holder of await listHolders(tx, organisation.id, [idea.id]))
          if (holder.email !== null && holder.personId !== visitor.id)
            await tellMessage(tx, 'exchange', told, holder as Recipient, { isOwed: true });
        return;
      }
      // the holder answers: whoever wrote to them before hears it, else the office
      const writers = await listWriters(tx, around.about);
      const officers = await listPeopleInRoles(tx, organisation.id, ['officer'], edition.id);
      return write('exchange', writers.length > 0 ? writers : officers.map(({ id }) => id));
    }
  }
}

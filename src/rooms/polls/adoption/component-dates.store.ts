import type { RecordedFact } from '../../../platform/journal/journal.ts';
import type { Tools } from '../../../platform/room.ts';
import { changeComponent, findComponentById } from '../../consultations/index.ts';
import { findPoll } from '../poll.store.ts';
import { findAdoptionOf } from './adoption.store.ts';

/** `poll.extended`, heard once or more: the card of a space's vote says the close that its poll has. */
export async function extendComponent(fact: RecordedFact, { db }: Tools): Promise<void> {
  const { organisationId, subject } = fact;
  const poll = subject.id && (await findPoll(db, organisationId, subject.id));
  const adoption = poll && (await findAdoptionOf(db, organisationId, poll.editionId));
  if (!adoption) return;
  const component = (await findComponentById(db, organisationId, adoption.componentId))!;
  const { closesAt } = poll;
  if (component.closesAt?.getTime() === closesAt.getTime()) return;
  const act = { organisationId, by: null };
  const changed = await changeComponent(db, act, component, { ...component, closesAt });
  if (!changed.ok) throw new Error('The component was changed meanwhile; it is tried again.');
}

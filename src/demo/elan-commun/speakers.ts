import { listCertifiedGroups, listGroupLeaders } from '../../rooms/groups/index.ts';
import type { Place } from '../place.ts';
import { setFrench } from '../typography.ts';

/** Whoever speaks first for a certified group: a lead. */
export async function speakerOf({ db, organisation }: Place, name: string) {
  const groups = await listCertifiedGroups(db, organisation.id);
  const group = groups.find((one) => one.name === setFrench(name));
  if (!group) throw new Error(`The demo acts for a group that is not certified: ${name}`);
  const leaders = await listGroupLeaders(db, organisation.id, group.id);
  const lead = leaders.find(({ role }) => role === 'lead')!;
  return { groupId: group.id, act: { organisationId: organisation.id, by: lead.personId } };
}

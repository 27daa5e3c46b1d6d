/** Poles as they are opened, and who sits in the network. */
import { randomUUID } from 'node:crypto';
import { componentWords } from '../../../rooms/consultations/component-words.page.ts';
import {
  addComponent,
  type Component,
  type ComponentKind,
  createSpace,
  findSpaceById,
  openSpace,
  type Space,
  USUAL_SETTINGS,
  type WrittenSpace,
} from '../../../rooms/consultations/index.ts';
import { declareMandate, verifyMandate } from '../../../rooms/mandates/mandate-writing.store.ts';
import { actOf, type Member, type Place } from '../../place.ts';
import { expectOk } from '../../story.ts';
import { setFrench } from '../../typography.ts';
import type * as words from './words.ts';

export type Components = Readonly<Record<string, Component>>;

export async function openPole(
  place: Place,
  office: Member,
  { title, summary, introduction, ...how }: Omit<WrittenSpace, 'isPrivate'>,
  kinds: readonly ComponentKind[],
): Promise<{ space: Space; components: Components }> {
  const { db, organisation } = place;
  const by = actOf(place, office);
  const written = {
    ...how,
    title: setFrench(title),
    summary: setFrench(summary),
    introduction: setFrench(introduction),
    isPrivate: how.kind === 'network',
  };
  const { id } = await createSpace(db, by, written, randomUUID());
  const components: Record<string, Component> = {};
  for (const kind of kinds) {
    const said = { title: componentWords[kind].name(), introduction: '', themeId: null };
    const component = { ...said, opensAt: null, closesAt: null, settings: USUAL_SETTINGS };
    const made = await addComponent(db, by, id, kind, component, randomUUID());
    components[kind] = expectOk(made, kind).component;
  }
  expectOk(await openSpace(db, by, id), title);
  return { space: (await findSpaceById(db, organisation.id, id))!, components };
}

export async function seat(
  place: Place,
  office: Member,
  space: Space,
  member: Member,
  mandate: (typeof words.mandates)[number],
): Promise<void> {
  const { db, organisation } = place;
  const own = { organisationId: organisation.id, by: member.id };
  const written = { ...mandate, code: '', beganOn: '2020-07-04', endsOn: null };
  const { id } = expectOk(await declareMandate(db, own, space, written, null), mandate.body);
  await db.transaction().execute(async (tx) => {
    expectOk(
      await verifyMandate(tx, { organisationId: organisation.id, by: office.id }, space, id),
      mandate.body,
    );
  });
}

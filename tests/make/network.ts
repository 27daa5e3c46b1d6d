import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import {
  admitMember,
  type Component,
  type ComponentKind,
  createSpace,
  findSpaceById,
  openSpace,
  type Space,
  type WrittenSpace,
} from '../../src/rooms/consultations/index.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';
import { makeComponent } from './spaces.ts';

export interface MadeNetwork {
  space: Space;
  /** By kind, those that were asked for: of the whole network. */
  components: Readonly<Record<string, Component>>;
}

interface NetworkOptions extends Partial<WrittenSpace> {
  kinds?: readonly ComponentKind[];
  organisationId?: string;
  /** false: still being prepared. */
  open?: boolean;
}

let made = 0;

/** An open network (R140), whose members its team lets in unless told; with one component of each kind. */
export async function makeNetwork(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  {
    kinds = ['directory'],
    organisationId = site.organisationId,
    open = true,
    ...written
  }: NetworkOptions = {},
): Promise<MadeNetwork> {
  made += 1;
  const act = { organisationId, by: null };
  const { id } = await createSpace(
    site.db,
    act,
    {
      kind: 'network',
      title: `Réseau des élu·es ${made}`,
      summary: 'Travailler ensemble, d’une assemblée à l’autre.',
      introduction: 'Un réseau **ouvert** sur les habitant·es.',
      isPrivate: true,
      ...written,
    },
    randomUUID(),
  );
  const components: Record<string, Component> = {};
  for (const kind of kinds)
    components[kind] = await makeComponent(site, { id }, { kind, organisationId, title: kind });
  if (open) {
    const opened = await openSpace(site.db, act, id);
    if (!opened.ok) throw new Error(opened.refusal);
  }
  return { space: (await findSpaceById(site.db, organisationId, id))!, components };
}

/** Somebody who is inside a network, until a date where one is told. */
export async function makeInsider(
  site: TestSite,
  space: Pick<Space, 'id'>,
  { endsAt = null, ...person }: { endsAt?: Date | null } & Parameters<typeof makePerson>[1] = {},
): Promise<MadePerson> {
  const insider = await makePerson(site, { isKnown: true, ...person });
  await joinSpace(site, space, insider.id, endsAt);
  return insider;
}

/** Somebody who is there already comes into it. */
export const joinSpace = (
  site: Pick<TestSite, 'db' | 'organisationId'>,
  space: Pick<Space, 'id'>,
  personId: string,
  endsAt: Date | null = null,
) =>
  inTransaction(site.db, (tx) =>
    admitMember(tx, { organisationId: site.organisationId, by: null }, space.id, {
      personId,
      endsAt,
    }),
  );

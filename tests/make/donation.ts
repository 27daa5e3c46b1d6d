import { randomUUID } from 'node:crypto';
import { dayInParis } from '../../src/platform/clock/paris.ts';
import { readNow } from '../../src/platform/database/database.ts';
import type { MoneyHolder } from '../../src/platform/http/holders.ts';
import { enterDonation } from '../../src/rooms/ledger/index.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import type { MadeMovement } from './group.ts';
import { type MadePerson, makePerson } from './people.ts';

/** Somebody who keeps the accounts of a movement. */
export const makeTreasury = (site: TestSite, movement: MadeMovement): Promise<MadePerson> =>
  makePerson(site, { organisation: movement, roles: ['finance'] });

/** A group as the ledger knows it. */
export const asHolder = (group: { id: string; slug: string; name: string }): MoneyHolder => ({
  kind: 'group',
  id: group.id,
  slug: group.slug,
  name: group.name,
  address: urls.group({ group: group.slug }),
});

/** A donation for a group, or for the solidarity fund where no group is given; 40 € unless told. Gives its id. */
export async function makeDonation(
  site: TestSite,
  movement: MadeMovement,
  {
    by,
    group,
    amount = 4000,
    reference = `D-${randomUUID()}`,
    givenOn,
  }: {
    by: { id: string };
    group?: { id: string; slug: string; name: string };
    amount?: number;
    reference?: string;
    givenOn?: string;
  },
): Promise<string> {
  const entered = await enterDonation(
    site.db,
    { organisationId: movement.id, by: by.id },
    {
      reference,
      givenOn: givenOn ?? dayInParis(await readNow(site.db)),
      amount,
      destination: group ? asHolder(group) : { kind: 'solidarity' },
    },
  );
  if (!entered.ok) throw new Error(entered.refusal);
  return entered.id;
}

/** A file of donations as a browser sends it. */
export const donationFile = (
  lines: readonly (readonly string[])[],
  {
    separator = ';',
    name = 'dons.csv',
    bytes,
  }: { separator?: string; name?: string; bytes?: Uint8Array } = {},
): File =>
  new File(
    [
      (bytes as BlobPart) ??
        [['reference', 'date', 'montant', 'destination'], ...lines]
          .map((cells) => cells.join(separator))
          .join('\r\n'),
    ],
    name,
    { type: 'text/csv' },
  );

import { listCertifiedGroups } from '../../rooms/groups/index.ts';
import { enterDonation, giveSolidarity, importDonations } from '../../rooms/ledger/index.ts';
import { urls } from '../../urls.ts';
import type { Member, Place } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { LILAS } from './texts.ts';

/** What the platform of donations sent on, a file: reference, euros, days before the story ends; by certified group. */
const GIVEN: readonly { after: number; euros: readonly number[] }[] = [
  { after: 16, euros: [60, 25, 120.5, 40, 15] },
  { after: 15, euros: [200, 35] },
  { after: 15, euros: [80, 80, 12] },
];
/** Euros given to the national solidarity fund. */
const SOLIDARITY = [150, 300, 45, 500, 20] as const;

interface Told {
  treasury: Member;
  day: (before: number, time: string) => Date;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Earmarked donations: a file of a platform, one entered by hand for Les Lilas, a gift of the solidarity fund. */
export function giveMoney(story: Story, place: Place, { treasury, day }: Told): void {
  const { db } = place;
  const organisationId = place.organisation.id;
  const act = { organisationId, by: treasury.id };
  const listHolders = async () =>
    (await listCertifiedGroups(db, organisationId)).map(({ id, slug, name }) => ({
      kind: 'group' as const,
      id,
      slug,
      name,
      address: urls.group({ group: slug }),
    }));
  story.at(day(14, '10:00'), async () => {
    const holders = await listHolders();
    const others = holders.filter(({ name }) => name !== setFrench(LILAS));
    const lines = [
      ...GIVEN.flatMap(({ after, euros }, at) =>
        euros.map((sum) => ({ after, sum, to: others[at % others.length]!.slug })),
      ),
      ...SOLIDARITY.map((sum) => ({ after: 17, sum, to: 'caisse nationale de solidarité' })),
    ];
    const rows = lines.map(({ after, sum, to }, at) => ({
      row: at + 2,
      cells: [`DON-${1001 + at}`, dayOf(day(after, '12:00')), String(sum).replace('.', ','), to],
    }));
    const columns = ['reference', 'date', 'montant', 'destination'];
    const file = {
      fileName: 'dons-de-novembre.csv',
      sha256: 'd'.repeat(64),
      table: { columns, rows },
    };
    expectOk(await importDonations(db, act, async () => holders, file), file.fileName);
  });
  story.at(day(9, '11:30'), async () => {
    const lilas = (await listHolders()).find(({ name }) => name === setFrench(LILAS));
    if (!lilas) throw new Error(`The demo promises a certified group: ${LILAS}`);
    const entered = await enterDonation(db, act, {
      reference: 'DON-1042',
      givenOn: dayOf(day(10, '12:00')),
      amount: 40_00,
      destination: lilas,
    });
    expectOk(entered, 'DON-1042');
  });
  story.at(day(6, '15:00'), async () => {
    const to = (await listHolders()).find(({ name }) => name !== setFrench(LILAS))!;
    const reason = setFrench('Achat de gants et de sacs pour la collecte du mois');
    expectOk(await giveSolidarity(db, act, { to, amount: 120_00, reason }), reason);
  });
}

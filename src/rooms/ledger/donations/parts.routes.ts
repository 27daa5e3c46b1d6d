import * as m from '../../../paraglide/messages.js';
import type { Route } from '../../../platform/http/route.ts';
import type { Room } from '../../../platform/room.ts';
import { urls } from '../../../urls.ts';
import { dayWords } from '../ledger-words.page.ts';
import { findDonation } from './donation-list.store.ts';
import { donationRoutes } from './donations.routes.tsx';
import { groupMoneyRoutes } from './group-money.routes.tsx';
import { importRoutes } from './import.routes.tsx';
import { solidarityRoutes } from './solidarity.routes.tsx';

export const donationPages: readonly Route[] = [
  ...donationRoutes,
  ...importRoutes,
  ...solidarityRoutes,
  ...groupMoneyRoutes,
];

/** Ways from the desk: nothing of donations waits by itself. */
export const listDonationPages: NonNullable<Room['listFinanceTasks']> = async () => [
  { label: m.donations_title, count: 0, address: urls.donations() },
  { label: m.donations_solidarity, count: 0, address: urls.solidarity() },
];

/** A donation, or a gift of the solidarity fund, that an entry is about. */
export const findDonationSubjects: NonNullable<Room['findEntrySubjects']> = async (
  db,
  organisationId,
  { kind, id },
) => {
  if (kind === 'solidarity-gift')
    return [
      {
        label: m.donations_subject_gift(),
        title: m.donations_solidarity(),
        href: urls.solidarity(),
      },
    ];
  const donation = kind === 'donation' ? await findDonation(db, organisationId, id) : null;
  if (!donation) return [];
  return [
    {
      label: m.donations_subject(),
      title: donation.reference || dayWords(donation.givenOn),
      href: urls.donationTakeBack({ donation: id }),
    },
  ];
};

export const donationNotices: NonNullable<Room['notices']> = {
  'donation-entered': { tone: 'success', words: m.donations_notice_entered },
  'donation-taken-back': { tone: 'success', words: m.donations_notice_taken_back },
  'solidarity-given': { tone: 'success', words: m.donations_notice_given },
};

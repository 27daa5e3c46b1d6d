import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { dayWords, type Holders } from '../ledger-words.page.ts';
import { deskCrumbs, donationCrumbs } from './crumbs.page.ts';
import type { Donation } from './donation.ts';
import { type DonationFilter, writeFilter } from './donation-list.ts';
import { TowardFields } from './toward-fields.page.tsx';
import { counted } from './words.page.ts';

export type HolderNames = Holders;

interface Props {
  filter: DonationFilter;
  donations: readonly Donation[];
  next: string | null;
  total: { count: number; amount: number };
  names: HolderNames;
  problems: Problems;
}

/** Donations as they were entered or imported, the latest given first. */
export function DonationsPage({ filter, donations, next, total, names, problems }: Props) {
  const isFiltered = filter.destination !== '' || filter.from !== '' || filter.until !== '';
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.donations_title()}
        lead={m.donations_lead()}
        breadcrumb={deskCrumbs()}
        actions={
          <>
            <ButtonLink icon="plus" href={urls.newDonation()}>
              {m.donations_enter()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="upload" href={urls.donationImport()}>
              {m.donations_import()}
            </ButtonLink>
            <ButtonLink kind="quiet" href={urls.solidarity()}>
              {m.donations_solidarity()}
            </ButtonLink>
          </>
        }
      />
      <Form action={urls.donations()} method="get" label={m.donations_filter()}>
        <Field
          name="destination"
          label={m.donations_destination()}
          hint={m.donations_destination_hint()}
          value={filter.destination}
          problems={problems}
        />
        <Field
          name="du"
          type="date"
          width="medium"
          label={m.donations_from()}
          value={filter.from}
        />
        <Field
          name="au"
          type="date"
          width="medium"
          label={m.donations_until()}
          value={filter.until}
        />
        <div class="actions">
          <SubmitButton kind="secondary">{m.donations_filter()}</SubmitButton>
          {isFiltered && <a href={urls.donations()}>{m.donations_all()}</a>}
        </div>
      </Form>
      {donations.length === 0 ? (
        <EmptyState icon="money" title={m.donations_none()}>
          <p>{isFiltered ? m.donations_none_filtered() : m.donations_none_words()}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>
              {m.donations_total({ ...counted(total.count), amount: formatMoney(total.amount) })}
            </strong>
          </p>
          <Table
            caption={m.donations_title()}
            captionHidden
            columns={[
              { key: 'destination', label: m.donations_destination() },
              { key: 'day', label: m.donations_day() },
              { key: 'reference', label: m.donations_reference() },
              { key: 'amount', label: m.donations_amount(), numeric: true },
              { key: 'act', label: m.donations_act() },
            ]}
            rows={donations.map((donation) => ({
              destination: <DestinationLink account={donation.account} names={names} />,
              day: dayWords(donation.givenOn),
              reference: <bdi>{donation.reference || '–'}</bdi>,
              amount: formatMoney(donation.amount),
              act: donation.takenBackAt ? (
                <StateBadge>{m.donations_taken_back()}</StateBadge>
              ) : (
                <a href={urls.donationTakeBack({ donation: donation.id })}>
                  {m.donations_take_back()}
                  <span class="visually-hidden"> {donation.reference}</span>
                </a>
              ),
            }))}
          />
        </>
      )}
      <Pagination
        nextHref={next ? urls.donations(writeFilter({ ...filter, after: next })) : undefined}
      />
    </Stack>
  );
}

export function DestinationLink({
  account: { kind, holderId },
  names,
}: {
  account: { kind: string; holderId: string | null };
  names: HolderNames;
}) {
  if (kind === 'solidarity') return <a href={urls.solidarity()}>{m.donations_solidarity()}</a>;
  const holder = names.get(holderId ?? '');
  if (!holder) return <>{m.donations_unknown_holder()}</>;
  return (
    <a href={holder.address}>
      <bdi>{holder.name}</bdi>
    </a>
  );
}

export interface TypedDonation {
  toward: string;
  name: string;
  reference: string;
  day: { day: string; month: string; year: string };
  amount: string;
}

/** One donation, entered by hand. */
export function NewDonationPage({
  typed,
  bounds,
  problems,
}: {
  typed: TypedDonation;
  bounds: { min: number; max: number };
  problems: Problems;
}) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.donations_enter()}
        lead={m.donations_enter_lead()}
        breadcrumb={donationCrumbs()}
      />
      <Form action={urls.newDonation()}>
        <TowardFields toward={typed.toward} name={typed.name} problems={problems} solidarity />
        <Field
          name="montant"
          label={m.donations_amount()}
          hint={m.donations_amount_hint({
            min: formatMoney(bounds.min),
            max: formatMoney(bounds.max),
          })}
          value={typed.amount}
          suffix="€"
          inputMode="decimal"
          width="short"
          required
          problems={problems}
        />
        <DateField
          name="jour"
          label={m.donations_day()}
          hint={m.donations_day_hint()}
          value={typed.day}
          required
          problems={problems}
        />
        <Field
          name="reference"
          label={m.donations_reference()}
          hint={m.donations_reference_hint()}
          value={typed.reference}
          width="medium"
          problems={problems}
        />
        <SubmitButton>{m.donations_enter()}</SubmitButton>
      </Form>
    </Stack>
  );
}

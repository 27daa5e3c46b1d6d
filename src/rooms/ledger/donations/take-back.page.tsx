import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { dayWords } from '../ledger-words.page.ts';
import { donationCrumbs } from './crumbs.page.ts';
import { type Donation, LENGTHS } from './donation.ts';
import { DestinationLink, type HolderNames } from './donations.page.tsx';
import { takeBackProblems } from './words.page.ts';

interface Props {
  donation: Donation;
  names: HolderNames;
  reason: string;
  problems: Problems;
}

/** Before a donation is taken back: which one, and why. */
export function TakeBackPage({ donation, names, reason, problems }: Props) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.donations_take_back_title()}
        lead={m.donations_take_back_lead()}
        breadcrumb={donationCrumbs()}
      />
      <DescriptionList
        items={[
          { term: m.donations_amount(), detail: formatMoney(donation.amount) },
          {
            term: m.donations_destination(),
            detail: <DestinationLink account={donation.account} names={names} />,
          },
          { term: m.donations_day(), detail: dayWords(donation.givenOn) },
          { term: m.donations_reference(), detail: <bdi>{donation.reference || '–'}</bdi> },
        ]}
      />
      {donation.takenBackAt ? (
        <p>{takeBackProblems['already-taken-back']()}</p>
      ) : (
        <Form action={urls.donationTakeBack({ donation: donation.id })}>
          <TextArea
            name="motif"
            label={m.donations_reason()}
            hint={m.donations_reason_hint()}
            limit={LENGTHS.reason}
            rows={3}
            value={reason}
            required
            problems={problems}
          />
          <SubmitButton kind="danger">{m.donations_take_back_title()}</SubmitButton>
        </Form>
      )}
    </Stack>
  );
}

import * as m from '../../../paraglide/messages.js';
import { FileField } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { donationCrumbs } from './crumbs.page.ts';
import type { DonationBounds } from './donation.ts';
import { type DonationRun, type ExaminedFile, refuseImport } from './donation-file.ts';
import { LatestRuns } from './import-run.page.tsx';
import { counted, donationProblems, fieldNames, nameDestination } from './words.page.ts';

/** Lines of faults shown; the first ones say what is wrong with the others. */
const SHOWN_FAULTS = 100;

/** A file of donations is sent, and what it must hold. */
export function ImportPage({
  runs,
  problems,
}: {
  runs: readonly DonationRun[];
  problems: Problems;
}) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.donations_import()}
        lead={m.donations_import_lead()}
        breadcrumb={donationCrumbs()}
      />
      <Form action={urls.donationImport()} upload>
        <FileField
          name="fichier"
          label={m.donations_file()}
          hint={m.donations_file_hint()}
          accept=".csv,.txt,.xlsx,text/csv"
          required
          problems={problems}
        />
        <SubmitButton>{m.donations_look()}</SubmitButton>
      </Form>
      <Section title={m.donations_columns_title()} lead={m.donations_columns_lead()}>
        <Table
          caption={m.donations_columns_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.donations_column() },
            { key: 'holds', label: m.donations_column_holds(), sentences: true },
            { key: 'example', label: m.donations_column_example() },
          ]}
          rows={[
            { name: 'reference', holds: m.donations_column_reference(), example: 'HA-2026-00017' },
            { name: 'date', holds: m.donations_column_date(), example: '22/11/2026' },
            { name: 'montant', holds: m.donations_column_amount(), example: '40,00' },
            {
              name: 'destination',
              holds: m.donations_column_destination(),
              example: 'Les Lilas Solidaires',
            },
          ]}
        />
      </Section>
      {runs.length > 0 && <LatestRuns runs={runs} />}
    </Stack>
  );
}

interface PreviewProps {
  id: string;
  fileName: string;
  examined: ExaminedFile;
  bounds: DonationBounds;
  problems: Problems;
}

/** What importing the file would do; nothing is written yet. */
export function PreviewPage({ id, fileName, examined, bounds, problems }: PreviewProps) {
  const { lines, faults, faulty, totals, amount, importedAt } = examined;
  const isReady = refuseImport(examined) === null;
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.donations_preview_title()}
        lead={<bdi>{fileName}</bdi>}
        breadcrumb={[
          ...donationCrumbs(),
          { label: m.donations_import(), href: urls.donationImport() },
        ]}
      />
      {importedAt ? (
        <Notice tone="warning" title={m.donations_import_already()}>
          <p>{m.donations_import_already_at({ at: formatDateTime(importedAt) })}</p>
        </Notice>
      ) : faulty > 0 ? (
        <Notice tone="danger" title={m.donations_faulty(counted(faulty))}>
          <p>{m.donations_faulty_words()}</p>
        </Notice>
      ) : (
        <Notice tone="info" title={m.donations_ready(counted(lines.length))}>
          <p>{m.donations_ready_words({ amount: formatMoney(amount) })}</p>
        </Notice>
      )}
      {isReady && (
        <div class="actions">
          <ButtonForm action={urls.donationFile({ file: id })} icon="check">
            {m.donations_import_now(counted(lines.length))}
          </ButtonForm>
          <ButtonLink kind="quiet" href={urls.donationImport()}>
            {m.donations_other_file()}
          </ButtonLink>
        </div>
      )}
      {faults.length > 0 && (
        <Section title={m.donations_faults()}>
          <Table
            caption={m.donations_faults()}
            captionHidden
            columns={[
              { key: 'row', label: m.donations_line() },
              { key: 'field', label: m.donations_column() },
              { key: 'value', label: m.donations_value() },
              { key: 'why', label: m.donations_why(), sentences: true },
            ]}
            rows={faults.slice(0, SHOWN_FAULTS).map((fault) => ({
              row: formatNumber(fault.row),
              field: fieldNames[fault.field](),
              value: <bdi>{fault.value || '–'}</bdi>,
              why: donationProblems[fault.refusal](bounds),
            }))}
          />
          {faults.length > SHOWN_FAULTS && (
            <p class="hint">{m.donations_more_faults(counted(faults.length - SHOWN_FAULTS))}</p>
          )}
        </Section>
      )}
      {faulty === 0 && totals.length > 0 && (
        <Section title={m.donations_by_destination()}>
          <Table
            caption={m.donations_by_destination()}
            captionHidden
            columns={[
              { key: 'destination', label: m.donations_destination() },
              { key: 'count', label: m.donations_count(), numeric: true },
              { key: 'amount', label: m.donations_amount(), numeric: true },
            ]}
            rows={totals.map(({ destination, count, amount: sum }) => {
              const { name, address } = nameDestination(destination);
              return {
                destination: (
                  <a href={address}>
                    <bdi>{name}</bdi>
                  </a>
                ),
                count: formatNumber(count),
                amount: formatMoney(sum),
              };
            })}
            total={{
              destination: m.donations_sum(),
              count: formatNumber(lines.length),
              amount: formatMoney(amount),
            }}
          />
        </Section>
      )}
      {!isReady && <ButtonLink href={urls.donationImport()}>{m.donations_other_file()}</ButtonLink>}
    </Stack>
  );
}

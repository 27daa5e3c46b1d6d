import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { FileField, Select } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { StatementLine } from './line.store.ts';
import { PAYER_SEGMENTS, type PayerAccount } from './payment.ts';
import type { KeptStatement } from './statement.store.ts';
import { payerWords, sayAccount, sayDay } from './words.page.ts';

/** Names of the fields that say which column is which. */
export const COLUMN_FIELDS = {
  day: 'colonne-date',
  words: 'colonne-libelle',
  amount: 'colonne-montant',
  debit: 'colonne-debit',
  credit: 'colonne-credit',
} as const;
export type ColumnName = keyof typeof COLUMN_FIELDS;

const columnWords: Record<ColumnName, () => string> = {
  day: m.payments_column_day,
  words: m.payments_column_words,
  amount: m.payments_column_amount,
  debit: m.payments_column_debit,
  credit: m.payments_column_credit,
};

export interface TypedFile {
  payer: string;
  /** What the columns of the file are called; empty: nobody needs to say. */
  headings: readonly string[];
  columns: Partial<Record<ColumnName, string>>;
}

interface Props {
  accounts: readonly PayerAccount[];
  statements: readonly KeptStatement[];
  open: number;
  typed: TypedFile;
  problems: Problems;
}

/** Statements of the bank: brought in as files, and what is left to be told apart. */
export function StatementsPage({ accounts, statements, open, typed, problems }: Props) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.payments_statements_title()}
        lead={m.payments_statements_lead()}
        breadcrumb={[
          { label: m.ledger_title(), href: urls.finances() },
          { label: m.payments_title(), href: urls.transfers() },
        ]}
      />
      {open > 0 && (
        <Notice
          tone="info"
          title={m.payments_lines_open({ count: open })}
          actions={<ButtonLink href={urls.bankLines()}>{m.payments_lines_title()}</ButtonLink>}
        />
      )}
      <Section title={m.payments_import_title()}>
        {accounts.length === 0 ? (
          <Notice
            tone="warning"
            title={m.payments_problem_no_account()}
            actions={
              <ButtonLink href={urls.payerAccounts()}>{m.payments_account_save()}</ButtonLink>
            }
          />
        ) : (
          <ImportForm accounts={accounts} typed={typed} problems={problems} />
        )}
      </Section>
      <Section title={m.payments_imported_title()}>
        {statements.length === 0 ? (
          <p>{m.payments_imported_none()}</p>
        ) : (
          <Table
            caption={m.payments_imported_title()}
            captionHidden
            columns={[
              { key: 'file', label: m.payments_file() },
              { key: 'account', label: m.payments_account() },
              { key: 'days', label: m.payments_days(), sentences: true },
              { key: 'lines', label: m.payments_new_lines(), numeric: true },
              { key: 'closing', label: m.payments_closing(), numeric: true },
              { key: 'on', label: m.payments_imported_on() },
            ]}
            rows={statements.map((one) => ({
              file: (
                <a href={urls.bankStatement({ statement: one.id })}>
                  <bdi>{one.fileName}</bdi>
                </a>
              ),
              account: sayAccount(one.accountLast4),
              days: sayDays(one),
              lines: one.lines,
              closing: one.closing === null ? '–' : <Money cents={one.closing} />,
              on: formatDate(one.importedAt, 'short'),
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}

function ImportForm({ accounts, typed, problems }: Pick<Props, 'accounts' | 'typed' | 'problems'>) {
  return (
    <Form action={urls.bankStatements()} upload label={m.payments_import_title()}>
      <FileField
        name="fichier"
        label={m.payments_file()}
        hint={m.payments_file_hint()}
        accept=".xml,.csv,.txt,text/xml,application/xml,text/csv"
        problems={problems}
        required
      />
      <Radios
        name="compte"
        label={m.payments_file_account()}
        hint={m.payments_file_account_hint()}
        options={accounts.map(({ kind, ibanLast4 }) => ({
          value: PAYER_SEGMENTS[kind],
          label: `${payerWords[kind]()}, ${sayAccount(ibanLast4)}`,
        }))}
        value={typed.payer || PAYER_SEGMENTS[accounts[0]!.kind]}
        problems={problems}
      />
      {typed.headings.length > 0 && (
        <Fieldset legend={m.payments_columns()} hint={m.payments_columns_hint()}>
          {(Object.keys(COLUMN_FIELDS) as ColumnName[]).map((column) => (
            <Select
              key={column}
              name={COLUMN_FIELDS[column]}
              label={columnWords[column]()}
              options={typed.headings.map((name) => ({ value: name, label: name }))}
              empty={m.payments_column_none()}
              value={typed.columns[column] ?? ''}
              problems={problems}
            />
          ))}
        </Fieldset>
      )}
      <SubmitButton icon="upload">{m.payments_import()}</SubmitButton>
    </Form>
  );
}

/** One file as it came in, and what became of each movement. */
export function StatementPage({
  statement,
  lines,
}: {
  statement: KeptStatement;
  lines: readonly StatementLine[];
}) {
  return (
    <Stack>
      <PageHeader
        title={m.payments_statement_title({ file: statement.fileName })}
        breadcrumb={[
          { label: m.payments_title(), href: urls.transfers() },
          { label: m.payments_statements_title(), href: urls.bankStatements() },
        ]}
      />
      <DescriptionList
        items={[
          { term: m.payments_account(), detail: sayAccount(statement.accountLast4) },
          { term: m.payments_days(), detail: sayDays(statement) },
          ...(statement.opening === null
            ? []
            : [{ term: m.payments_opening(), detail: <Money cents={statement.opening} /> }]),
          ...(statement.closing === null
            ? []
            : [{ term: m.payments_closing(), detail: <Money cents={statement.closing} /> }]),
          { term: m.payments_new_lines(), detail: statement.lines },
        ]}
      />
      {lines.length === 0 ? (
        <p>{m.payments_statement_nothing_new()}</p>
      ) : (
        <Table
          caption={m.payments_lines()}
          columns={[
            { key: 'day', label: m.payments_day() },
            { key: 'words', label: m.payments_bank_words(), sentences: true },
            { key: 'state', label: m.payments_state(), sentences: true },
            { key: 'amount', label: m.payments_amount(), numeric: true },
          ]}
          rows={lines.map((line) => ({
            day: sayDay(line.day),
            words: <bdi>{line.words || '–'}</bdi>,
            state: <LineState line={line} />,
            amount: <Money cents={line.amount} />,
          }))}
        />
      )}
    </Stack>
  );
}

function LineState({ line }: { line: StatementLine }) {
  if (line.paymentId) return <StateBadge tone="success">{m.payments_line_matched()}</StateBadge>;
  if (line.aside)
    return (
      <>
        <StateBadge>{m.payments_line_aside()}</StateBadge> <span class="hint">{line.aside}</span>
      </>
    );
  return (
    <>
      <StateBadge tone="info">{m.payments_line_open()}</StateBadge>{' '}
      <a href={urls.bankLines()}>{m.payments_lines_title()}</a>
    </>
  );
}

const sayDays = ({ firstDay, lastDay }: KeptStatement): string =>
  firstDay === null || lastDay === null
    ? '–'
    : firstDay === lastDay
      ? sayDay(firstDay)
      : m.payments_from_to({ first: sayDay(firstDay), last: sayDay(lastDay) });

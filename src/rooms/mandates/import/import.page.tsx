import * as m from '../../../paraglide/messages.js';
import { FileField } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Panel, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import type { Space } from '../../consultations/index.ts';
import { nameOfMandate } from '../mandate.ts';
import { levelWords, mandateProblems, sayDays } from '../mandate-words.page.ts';
import type { FaultyLine, FileRefusal, ImportedMandate, LineRefusal } from './mandate-import.ts';

export const FILE_FIELD = 'fichier';
export const KEPT_FIELD = 'lignes';

export const fileProblems: Record<FileRefusal, () => string> = {
  'file-missing': m.groups_import_problem_file,
  'file-too-large': m.groups_import_problem_large,
  'file-unreadable': m.groups_import_problem_unreadable,
  'no-line': m.groups_import_problem_no_line,
  'too-many-lines': m.mandates_import_problem_many,
  'column-missing': m.mandates_import_problem_column,
};

const lineProblems: Record<LineRefusal, () => string> = {
  ...mandateProblems,
  'email-unreadable': m.groups_import_problem_email,
  'twice-in-file': m.groups_import_problem_twice,
  'there-already': m.mandates_import_problem_there,
};

/** What a file would do; null: none was handed in yet. */
export interface Outlook {
  mandates: readonly ImportedMandate[];
  faulty: readonly FaultyLine[];
  /** The lines, to be handed back as they were read. */
  kept: string;
}

const SHOWN = { mandates: 20, faulty: 200 };

interface Props {
  space: Space;
  outlook: Outlook | null;
  problems: Problems;
}

/** Mandates from a file: first what it would do, then all of it or nothing. */
export function ImportPage({ space, outlook, problems }: Props) {
  const at = { space: space.slug };
  return (
    <Stack>
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader
          title={m.mandates_import_title()}
          lead={m.mandates_import_lead()}
          breadcrumb={officeCrumbs(space, [
            { label: m.mandates_office_title(), href: urls.adminMandates(at) },
          ])}
        />
      </Column>
      {outlook &&
        (outlook.faulty.length > 0 ? (
          <Faulty {...outlook} />
        ) : (
          <WouldDo space={space} {...outlook} />
        ))}
      <Column>
        <Form action={urls.adminMandateImport(at)} upload>
          <FileField
            name={FILE_FIELD}
            label={m.mandates_import_file()}
            hint={m.mandates_import_columns()}
            accept=".csv,text/csv"
            problems={problems}
            required
          />
          <SubmitButton {...(outlook && { kind: 'secondary' as const })}>
            {m.mandates_import_look()}
          </SubmitButton>
        </Form>
      </Column>
    </Stack>
  );
}

function WouldDo({ space, mandates, kept }: Outlook & { space: Space }) {
  return (
    <>
      <Panel tone="brand" title={m.mandates_import_would({ count: mandates.length })}>
        <p>{m.mandates_import_would_words()}</p>
        <Form action={urls.adminMandateImportRun({ space: space.slug })} upload>
          <Hidden name={KEPT_FIELD} value={kept} />
          <SubmitButton>{m.mandates_import_run({ count: mandates.length })}</SubmitButton>
        </Form>
      </Panel>
      <Section title={m.groups_import_first()}>
        <Table
          caption={m.groups_import_first()}
          captionHidden
          columns={[
            { key: 'row', label: m.groups_import_row() },
            { key: 'name', label: m.mandates_one() },
            { key: 'level', label: m.mandates_level() },
            { key: 'days', label: m.mandates_dates(), sentences: true },
            { key: 'email', label: m.mandates_email() },
          ]}
          rows={mandates.slice(0, SHOWN.mandates).map(({ row, written, email }) => ({
            row: m.groups_import_row_of({ row }),
            name: <bdi>{nameOfMandate(written)}</bdi>,
            level: levelWords[written.level](),
            days: sayDays(written),
            email: <bdi>{email}</bdi>,
          }))}
        />
      </Section>
    </>
  );
}

function Faulty({ faulty }: Outlook) {
  const shown = faulty.slice(0, SHOWN.faulty);
  return (
    <Section title={m.groups_import_faulty({ count: faulty.length })}>
      <Notice tone="warning">
        <p>{m.mandates_import_faulty_words()}</p>
      </Notice>
      <Table
        caption={m.groups_import_faulty({ count: faulty.length })}
        captionHidden
        columns={[
          { key: 'row', label: m.groups_import_row() },
          { key: 'name', label: m.mandates_email() },
          { key: 'reason', label: m.groups_import_reason(), sentences: true },
        ]}
        rows={shown.map(({ row, name, refusal }) => ({
          row: m.groups_import_row_of({ row }),
          name: <bdi>{name || '–'}</bdi>,
          reason: lineProblems[refusal](),
        }))}
      />
      {faulty.length > shown.length && (
        <p class="hint">{m.groups_import_more({ count: shown.length })}</p>
      )}
    </Section>
  );
}

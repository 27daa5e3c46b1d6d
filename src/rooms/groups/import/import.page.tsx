import * as m from '../../../paraglide/messages.js';
import { FileField } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Panel, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { nameCounty } from '../counties.ts';
import { groupProblems, kindWords } from '../group-words.page.ts';
import type { FaultyLine, FileRefusal, ImportedGroup, LineRefusal } from './group-import.ts';

export const FILE_FIELD = 'fichier';
export const KEPT_FIELD = 'lignes';

export const fileProblems: Record<FileRefusal, () => string> = {
  'file-missing': m.groups_import_problem_file,
  'file-too-large': m.groups_import_problem_large,
  'file-unreadable': m.groups_import_problem_unreadable,
  'no-line': m.groups_import_problem_no_line,
  'too-many-lines': m.groups_import_problem_many,
  'column-missing': m.groups_import_problem_column,
};

const lineProblems: Record<LineRefusal, () => string> = {
  ...groupProblems,
  'kind-unknown': m.groups_import_problem_kind,
  'county-unknown': m.groups_import_problem_county,
  'email-unreadable': m.groups_import_problem_email,
  'twice-in-file': m.groups_import_problem_twice,
  'there-already': m.groups_import_problem_there,
};

/** What a file would do; null: none was handed in yet. */
export interface Outlook {
  groups: readonly ImportedGroup[];
  faulty: readonly FaultyLine[];
  /** The lines, to be handed back as they were read. */
  kept: string;
}

const SHOWN = { groups: 20, faulty: 200 };

interface Props {
  outlook: Outlook | null;
  problems: Problems;
}

/** Groups from a file: first what it would do, then all of it or nothing. */
export function ImportPage({ outlook, problems }: Props) {
  return (
    <Stack>
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader
          title={m.groups_import_title()}
          lead={m.groups_import_lead()}
          breadcrumb={[
            { label: m.site_nav_admin(), href: urls.admin() },
            { label: m.groups_office_title(), href: urls.adminGroups() },
          ]}
        />
      </Column>
      {outlook && (outlook.faulty.length > 0 ? <Faulty {...outlook} /> : <WouldDo {...outlook} />)}
      <Column>
        <Form action={urls.adminGroupImport()} upload>
          <FileField
            name={FILE_FIELD}
            label={m.groups_import_file()}
            hint={m.groups_import_columns()}
            accept=".csv,text/csv"
            problems={problems}
            required
          />
          <SubmitButton {...(outlook && { kind: 'secondary' as const })}>
            {m.groups_import_look()}
          </SubmitButton>
        </Form>
      </Column>
    </Stack>
  );
}

function WouldDo({ groups, kept }: Outlook) {
  return (
    <>
      <Panel tone="brand" title={m.groups_import_would({ count: groups.length })}>
        <p>{m.groups_import_would_words()}</p>
        <Form action={urls.adminGroupImportRun()} upload>
          <Hidden name={KEPT_FIELD} value={kept} />
          <SubmitButton>{m.groups_import_run({ count: groups.length })}</SubmitButton>
        </Form>
      </Panel>
      <Section title={m.groups_import_first()}>
        <Table
          caption={m.groups_import_first()}
          captionHidden
          columns={[
            { key: 'row', label: m.groups_import_row() },
            { key: 'name', label: m.groups_name() },
            { key: 'kind', label: m.groups_kind() },
            { key: 'place', label: m.groups_place(), sentences: true },
            { key: 'email', label: m.groups_import_email() },
          ]}
          rows={groups.slice(0, SHOWN.groups).map(({ row, written, email }) => ({
            row: m.groups_import_row_of({ row }),
            name: <bdi>{written.name}</bdi>,
            kind: kindWords[written.kind](),
            place: (
              <bdi>{[written.place, nameCounty(written.county)].filter(Boolean).join(', ')}</bdi>
            ),
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
        <p>{m.groups_import_faulty_words()}</p>
      </Notice>
      <Table
        caption={m.groups_import_faulty({ count: faulty.length })}
        captionHidden
        columns={[
          { key: 'row', label: m.groups_import_row() },
          { key: 'name', label: m.groups_name() },
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

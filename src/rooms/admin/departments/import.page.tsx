import * as m from '../../../paraglide/messages.js';
import { FileField, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { OddLine } from '../access/many.page.tsx';
import { OddLines } from '../access/odd-lines.page.tsx';

export const IMPORT_FIELDS = { file: 'fichier', lines: 'lignes' } as const;

export interface ImportReport {
  declared: number;
  granted: number;
  invited: number;
  there: number;
  odd: readonly OddLine[];
}

/** Services and their agents from a spreadsheet, pasted or sent as a file. */
export function ImportDepartmentsPage(props: {
  lines: string;
  problems: Problems;
  report: ImportReport | null;
}) {
  const { lines, problems, report } = props;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.access_import_title()}
        lead={m.access_import_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: m.access_departments_title(), href: urls.adminDepartments() },
        ]}
      />
      {report && (
        <>
          <Notice
            tone={report.odd.length > 0 ? 'warning' : 'success'}
            title={m.access_import_done()}
          >
            <ul>
              <li>{m.access_import_declared({ count: report.declared })}</li>
              <li>{m.access_many_invited({ count: report.invited })}</li>
              <li>{m.access_import_granted({ count: report.granted })}</li>
              {report.there > 0 && <li>{m.access_import_there({ count: report.there })}</li>}
            </ul>
          </Notice>
          <OddLines lines={report.odd} />
        </>
      )}
      <Form action={urls.adminImportDepartments()} upload>
        <TextArea
          name={IMPORT_FIELDS.lines}
          label={m.access_import_lines()}
          hint={m.access_import_lines_hint()}
          value={lines}
          rows={8}
          problems={problems}
        />
        <FileField
          name={IMPORT_FIELDS.file}
          label={m.access_import_file()}
          hint={m.access_import_file_hint()}
          accept=".csv,.txt,text/csv,text/plain"
          problems={problems}
        />
        <SubmitButton size="large">{m.access_import_submit()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.adminDepartments()}>{m.access_departments_all()}</a>
      </p>
    </Column>
  );
}

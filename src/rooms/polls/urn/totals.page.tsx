import * as m from '../../../paraglide/messages.js';
import { FileField, NumberField } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { numberOptions } from '../paper/ballot-sheet.ts';
import type { Poll } from '../poll.ts';
import type { PointPaper } from './point-paper.ts';
import {
  type CellProblem,
  type CellRefusal,
  listColumns,
  type PointTotals,
  type TypedTotals,
} from './totals.ts';
import { pointName, urnCrumbs } from './urn.page.tsx';

interface Props {
  edition: Edition;
  poll: Poll;
  point: PointPaper;
  /** What one person brought; null: nothing yet. */
  kept: { totals: PointTotals; mark: string; signed: boolean } | null;
  names: { importer: string; confirmer: string | null };
  /** Whether the reader brought them: then somebody else confirms. */
  own: boolean;
  open: boolean;
  typed: TypedTotals;
  cells: readonly CellProblem[];
  problems: Problems;
}

export const totalsTitle = (point: PointPaper) => m.urn_totals_title({ name: pointName(point) });

export const cellWords: Record<CellRefusal, (cell: { found: string }) => string> = {
  separator: m.urn_cell_separator,
  'column-missing': m.urn_cell_column_missing,
  'column-unknown': m.urn_cell_column_unknown,
  'cells-missing': m.urn_cell_cells_missing,
  'option-unknown': m.urn_cell_option_unknown,
  'option-twice': m.urn_cell_option_twice,
  'option-missing': m.urn_cell_option_missing,
  'not-whole': m.urn_cell_not_whole,
  'more-than-ballots': m.urn_cell_more_than_ballots,
  'more-than-maximum': m.urn_cell_more_than_maximum,
  'fewer-points-than-ballots': m.urn_cell_fewer_points,
  'envelope-over-all': m.urn_cell_envelope_over,
  'file-empty': m.urn_cell_empty,
  'too-few-ballots': m.urn_cell_too_few,
};

/** The last resort: totals counted by hand, brought by one person and confirmed by another; never mixed silently. */
export function TotalsPage(props: Props) {
  const { edition, point, kept, open, problems } = props;
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={totalsTitle(point)}
        lead={m.urn_totals_lead()}
        breadcrumb={urnCrumbs(edition)}
      />
      {props.cells.length > 0 && <Cells cells={props.cells} />}
      {kept && <Kept {...props} kept={kept} />}
      {open && !kept?.signed && <ImportForm {...props} />}
      {!open && <Notice>{m.urn_not_open()}</Notice>}
    </Stack>
  );
}

function Cells({ cells }: { cells: readonly CellProblem[] }) {
  return (
    <Table
      caption={m.urn_cells_title()}
      columns={[
        { key: 'line', label: m.urn_cells_line() },
        { key: 'column', label: m.urn_cells_column() },
        { key: 'words', label: m.urn_cells_words() },
      ]}
      rows={cells.map((cell) => ({
        line: cell.line === 0 ? '–' : formatNumber(cell.line),
        column: <bdi>{cell.column || '–'}</bdi>,
        words: cellWords[cell.refusal]({ found: cell.found }),
      }))}
    />
  );
}

function Kept({
  edition,
  poll,
  point,
  kept,
  names,
  own,
  open,
}: Props & { kept: NonNullable<Props['kept']> }) {
  const { totals, mark, signed } = kept;
  const at = { edition: edition.slug, point: point.pointId };
  const columns = listColumns(poll);
  const lines = new Map(totals.lines.map((line) => [line.key, line]));
  return (
    <Section title={signed ? m.urn_totals_signed() : m.urn_totals_waiting()}>
      <DescriptionList
        items={[
          { term: m.urn_totals_importer(), detail: names.importer },
          ...(names.confirmer ? [{ term: m.urn_totals_confirmer(), detail: names.confirmer }] : []),
          { term: m.urn_valid(), detail: formatNumber(totals.valid) },
          { term: m.urn_blank(), detail: formatNumber(totals.blank) },
          { term: m.urn_void(), detail: formatNumber(totals.void) },
          ...(poll.settings.envelopes.length > 1
            ? poll.settings.envelopes.map(({ key, label }) => ({
                term: m.urn_totals_envelope({ label }),
                detail: formatNumber(totals.envelopes[key] ?? 0),
              }))
            : []),
        ]}
      />
      <Table
        caption={m.urn_totals_table()}
        columns={[
          { key: 'option', label: m.urn_totals_option() },
          ...columns.slice(1).map((label) => ({ key: label, label, numeric: true })),
        ]}
        rows={numberOptions(poll).map(({ key, number, label }) => ({
          option: m.urn_says_option({ number, label }),
          ...Object.fromEntries(
            columns
              .slice(1)
              .map((column, index) => [column, formatNumber(cellOf(lines.get(key), index))]),
          ),
        }))}
      />
      {open && !signed && (
        <>
          {own && <Notice>{m.urn_totals_own()}</Notice>}
          <Actions>
            {!own && (
              <ButtonForm action={urls.adminUrnConfirmTotals(at)} values={{ mark }} icon="check">
                {m.urn_totals_confirm()}
              </ButtonForm>
            )}
            <ButtonForm action={urls.adminUrnRemoveTotals(at)} kind="quiet" icon="delete">
              {m.urn_totals_remove()}
            </ButtonForm>
          </Actions>
        </>
      )}
    </Section>
  );
}

/** As in the file: the best mention first, yes before no. */
function cellOf(line: PointTotals['lines'][number] | undefined, index: number): number {
  if (!line) return 0;
  if ('answers' in line) return line.answers[line.answers.length - 1 - index] ?? 0;
  return index === 0 ? line.namings : line.score;
}

function ImportForm({ edition, poll, point, typed, problems }: Props) {
  const { envelopes } = poll.settings;
  return (
    <Section title={m.urn_totals_import()}>
      <Form
        action={urls.adminUrnTotals({ edition: edition.slug, point: point.pointId })}
        upload
        label={m.urn_totals_import()}
      >
        <NumberField name="valid" label={m.urn_valid()} value={typed.valid} problems={problems} />
        {envelopes.length > 1 &&
          envelopes.map(({ key, label }) => (
            <NumberField
              key={key}
              name={`envelope-${key}`}
              label={m.urn_totals_envelope({ label })}
              value={typed.envelopes[key] ?? ''}
              problems={problems}
            />
          ))}
        <NumberField name="blank" label={m.urn_blank()} value={typed.blank} problems={problems} />
        <NumberField name="void" label={m.urn_void()} value={typed.void} problems={problems} />
        <FileField
          name="file"
          label={m.urn_totals_file()}
          hint={m.urn_totals_file_hint({ columns: listColumns(poll).join(';') })}
          accept=".csv,text/csv"
          problems={problems}
          required
        />
        <SubmitButton icon="upload">{m.urn_totals_button()}</SubmitButton>
      </Form>
    </Section>
  );
}

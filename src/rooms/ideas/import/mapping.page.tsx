import * as m from '../../../paraglide/messages.js';
import { Field, Select } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { importCrumbs } from './crumbs.page.ts';
import {
  FIELDS,
  type Field as FieldName,
  foldWords,
  type IdeaImport,
  isFixable,
  type Mapping,
} from './import.ts';
import { fieldHints, fieldWords, separatorWords } from './words.page.ts';

interface Props {
  edition: Edition;
  run: IdeaImport;
  mapping: Mapping;
  sample: readonly { row: number; cells: readonly string[] }[];
  /** What the column of the category holds. */
  values: readonly { value: string; lines: number }[];
  problems: Problems;
}

/** What was recognised in a file, to be looked at before its lines are. */
export function MappingPage({ edition, run, mapping, sample, values, problems }: Props) {
  const at = { edition: edition.slug, import: run.id };
  const twice = run.columns.filter(
    (name, index) => name !== '' && run.columns.indexOf(name) !== index,
  );
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.imports_mapping_title()}
        lead={m.imports_mapping_lead()}
        breadcrumb={importCrumbs(edition)}
      />
      <p>
        <bdi>{run.fileName}</bdi>
        {' : '}
        {run.kind === 'csv'
          ? m.imports_read_csv({
              count: run.rows,
              rows: formatNumber(run.rows),
              encoding: run.encoding,
              separator: separatorWords(run.separator),
            })
          : m.imports_read_xlsx({
              count: run.rows,
              rows: formatNumber(run.rows),
              sheet: run.sheet,
            })}
      </p>
      {twice.length > 0 && (
        <Notice tone="warning">{m.imports_columns_twice({ name: twice[0]! })}</Notice>
      )}
      <Table
        caption={m.imports_sample()}
        narrow="scroll"
        columns={[
          { key: 'row', label: m.imports_row() },
          ...run.columns.map((_, index) => ({ key: String(index), label: columnName(run, index) })),
        ]}
        rows={sample.map(({ row, cells }) => ({
          row,
          ...Object.fromEntries(
            run.columns.map((_, index) => [index, <bdi>{shorten(cells[index] ?? '')}</bdi>]),
          ),
        }))}
      />
      <Form action={urls.adminIdeaImport(at)}>
        {FIELDS.map((field) => (
          <FieldMapping key={field} {...{ edition, run, mapping, field, problems }} />
        ))}
        <Hidden name="category-of" value={mapping.columns.category ?? ''} />
        {values.length > 0 && (
          <Section title={m.imports_categories_title()} lead={m.imports_categories_lead()}>
            <Stack>
              {values.map(({ value, lines }, index) => (
                <div key={value}>
                  <Hidden name={`value-${index}`} value={value} />
                  <Select
                    name={`category-${index}`}
                    label={
                      <bdi>{m.imports_category_value({ value: shorten(value), count: lines })}</bdi>
                    }
                    options={edition.categories.map(({ id, name }) => ({ value: id, label: name }))}
                    value={mapping.categories[foldWords(value)] ?? ''}
                    empty={m.imports_category_none()}
                    width="medium"
                  />
                </div>
              ))}
            </Stack>
          </Section>
        )}
        <SubmitButton>{m.imports_see_preview()}</SubmitButton>
      </Form>
      <ButtonForm action={urls.adminIdeaImportStop(at)} kind="quiet" icon="close">
        {m.imports_give_up()}
      </ButtonForm>
    </Stack>
  );
}

const shorten = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);

function columnName(run: IdeaImport, index: number): string {
  const name = run.columns[index]!;
  if (name === '') return m.imports_column_unnamed({ number: index + 1 });
  const alone = run.columns.indexOf(name) === run.columns.lastIndexOf(name);
  return alone ? name : m.imports_column_numbered({ name, number: index + 1 });
}

/** One field: its column, or the same words for every line. */
function FieldMapping(
  props: Pick<Props, 'edition' | 'run' | 'mapping' | 'problems'> & { field: FieldName },
) {
  const { edition, run, mapping, field, problems } = props;
  const fixed = isFixable(field) ? mapping.fixed[field] : undefined;
  const column = mapping.columns[field];
  const fixedHere = fixed !== undefined || (field === 'category' && mapping.categoryId !== null);
  const required = field === 'title' || field === 'body' || field === 'category';
  const select = (
    <Select
      name={field}
      label={fieldWords[field]()}
      {...(fieldHints[field] && { hint: fieldHints[field]() })}
      required={required}
      options={[
        ...run.columns.map((_, index) => ({
          value: String(index + 1),
          label: columnName(run, index),
        })),
        ...(isFixable(field) || field === 'category'
          ? [{ value: 'same', label: m.imports_same_for_all() }]
          : []),
      ]}
      value={fixedHere ? 'same' : column === undefined ? '' : String(column + 1)}
      empty={required ? true : m.imports_no_column()}
      problems={problems}
      width="medium"
    />
  );
  if (field === 'category')
    return (
      <Fieldset legend={fieldWords.category()}>
        {select}
        <Select
          name="category-same"
          label={m.imports_category_same()}
          options={edition.categories.map(({ id, name }) => ({ value: id, label: name }))}
          value={mapping.categoryId ?? ''}
          empty
          width="medium"
        />
      </Fieldset>
    );
  if (!isFixable(field)) return select;
  return (
    <Fieldset legend={fieldWords[field]()}>
      {select}
      <Field
        name={`${field}-same`}
        label={m.imports_value_same()}
        value={fixed ?? ''}
        width="medium"
        autocomplete="off"
      />
    </Fieldset>
  );
}

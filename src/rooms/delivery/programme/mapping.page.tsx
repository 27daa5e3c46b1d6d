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
import { Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { foldWords } from '../../ideas/index.page.ts';
import { programmeCrumbs } from './imports.page.tsx';
import { FIELDS, FILE_STAGES, NEEDED, type ProgrammeMapping } from './mapping.ts';
import type { ProgrammeRun } from './programme.ts';
import { fieldWords, fileStageWords } from './words.page.ts';

interface Props {
  run: ProgrammeRun;
  mapping: ProgrammeMapping;
  sample: readonly { row: number; cells: readonly string[] }[];
  /** What the column of the stages holds. */
  stages: readonly { value: string; lines: number }[];
  /** What the column of the districts holds. */
  districts: readonly { value: string; lines: number }[];
  problems: Problems;
}

/** What was recognised in a file, to be looked at before its lines are. */
export function MappingPage({ run, mapping, sample, stages, districts, problems }: Props) {
  const at = { import: run.id };
  const columns = run.columns.map((name, index) => ({
    value: String(index + 1),
    label: name || String(index + 1),
  }));
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.programme_mapping_title()}
        lead={m.programme_mapping_lead()}
        breadcrumb={programmeCrumbs()}
      />
      <Table
        caption={m.imports_sample()}
        narrow="scroll"
        columns={[
          { key: 'row', label: m.imports_row() },
          ...run.columns.map((name, index) => ({
            key: `c${index}`,
            label: name || String(index + 1),
          })),
        ]}
        rows={sample.map(({ row, cells }) => ({
          row: formatNumber(row),
          ...Object.fromEntries(
            cells.map((cell, index) => [`c${index}`, <bdi key={index}>{cell.slice(0, 60)}</bdi>]),
          ),
        }))}
      />
      <Form action={urls.adminProgrammeImport(at)}>
        <Fieldset legend={m.programme_mapping_columns()}>
          {FIELDS.map((field) => (
            <Select
              key={field}
              name={field}
              label={fieldWords[field]()}
              options={columns}
              value={mapping.columns[field] === undefined ? '' : String(mapping.columns[field] + 1)}
              empty={m.programme_mapping_none()}
              required={(NEEDED as readonly string[]).includes(field)}
              problems={problems}
            />
          ))}
        </Fieldset>
        <Fieldset legend={m.programme_mapping_edition()}>
          <Field
            name="editionTitle"
            label={m.programme_mapping_edition_title()}
            hint={m.programme_mapping_edition_hint({ edition: '{edition}' })}
            value={mapping.editionTitle}
            problems={problems}
          />
          <Field
            name="editionSlug"
            label={m.programme_mapping_edition_slug()}
            hint={m.programme_mapping_edition_hint({ edition: '{edition}' })}
            value={mapping.editionSlug}
            problems={problems}
          />
        </Fieldset>
        {stages.length > 0 && (
          <Fieldset legend={m.programme_mapping_stages()} id="stages">
            <Hidden name="stages-of" value={String(mapping.columns.stage! + 1)} />
            {stages.map(({ value, lines }, index) => (
              <div key={value}>
                <Hidden name={`value-${index}`} value={value} />
                <Select
                  name={`stage-${index}`}
                  label={`${value} (${formatNumber(lines)})`}
                  options={FILE_STAGES.map((stage) => ({
                    value: stage,
                    label: fileStageWords[stage](),
                  }))}
                  value={mapping.stages[foldWords(value)] ?? ''}
                  empty={m.programme_mapping_stage_choose()}
                  problems={problems}
                />
              </div>
            ))}
          </Fieldset>
        )}
        <Hidden
          name="districts-of"
          value={mapping.columns.district === undefined ? '' : String(mapping.columns.district + 1)}
        />
        {districts.length > 0 && (
          <Fieldset legend={m.programme_mapping_districts()} id="districts">
            <p class="hint">{m.programme_mapping_districts_hint()}</p>
            {districts.map(({ value, lines }, index) => (
              <div key={value}>
                <Hidden name={`district-value-${index}`} value={value} />
                <Field
                  name={`district-${index}`}
                  label={`${value} (${formatNumber(lines)})`}
                  value={mapping.districts[foldWords(value)] ?? ''}
                  autocomplete="off"
                  problems={problems}
                />
              </div>
            ))}
          </Fieldset>
        )}
        <SubmitButton>{m.programme_mapping_next()}</SubmitButton>
      </Form>
      <ButtonForm action={urls.adminProgrammeImportStop(at)} kind="quiet">
        {m.programme_stop()}
      </ButtonForm>
    </Stack>
  );
}

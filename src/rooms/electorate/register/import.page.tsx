import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { Select } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
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
import type { RegisterImport } from './import.store.ts';
import { ImportUnderWay, importCrumbs } from './register.page.tsx';
import { FIELDS, type Mapping, type RefusedRow } from './register.ts';
import type { SampleRow } from './upload.store.ts';
import { encodingWords, fieldWords, rowWords, separatorWords, valueWords } from './words.page.ts';

interface MappingProps {
  edition: Edition;
  run: RegisterImport;
  mapping: Mapping;
  sample: readonly SampleRow[];
  problems: Problems;
}

/** What was recognised in a file, to be looked at before its lines are taken. */
export function MappingPage({ edition, run, mapping, sample, problems }: MappingProps) {
  const at = { edition: edition.slug, import: run.id };
  const { columns, encoding, separator, headed } = run.shape;
  const nameOf = (name: string, index: number) =>
    name === ''
      ? m.register_column({ number: index + 1 })
      : m.register_column_named({ name, number: index + 1 });
  const options = columns.map((name, index) => ({
    value: String(index + 1),
    label: nameOf(name, index),
  }));
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.register_mapping_title()}
        lead={m.register_mapping_lead({ file: run.fileName })}
        breadcrumb={importCrumbs(edition)}
      />
      <p>
        {m.register_mapping_read({
          count: run.lines,
          encoding: encodingWords[encoding],
          separator: separatorWords[separator](),
          number: formatNumber(run.lines),
        })}
      </p>
      {!headed && <Notice tone="warning">{m.register_unheaded()}</Notice>}
      <Table
        caption={m.register_sample()}
        narrow="scroll"
        columns={[
          { key: 'line', label: m.register_line() },
          ...columns.map((name, index) => ({
            key: String(index),
            label: name || m.register_column({ number: index + 1 }),
          })),
        ]}
        rows={sample.map(({ cells }, at) => ({
          line: at + (headed ? 2 : 1),
          ...Object.fromEntries(
            columns.map((_, index) => [index, <bdi>{cells[index]?.slice(0, 60)}</bdi>]),
          ),
        }))}
      />
      <Form action={urls.adminRegisterImport(at)}>
        {FIELDS.map((field) => (
          <Select
            key={field}
            name={field}
            label={fieldWords[field]()}
            {...(field === 'birthDate' && { hint: m.register_birth_hint() })}
            options={options}
            value={mapping[field] === undefined ? '' : String(mapping[field] + 1)}
            empty={m.register_column_none()}
            problems={problems}
            width="medium"
          />
        ))}
        <SubmitButton>{m.register_start()}</SubmitButton>
      </Form>
      <ButtonForm action={urls.adminRegisterStop(at)} kind="quiet" icon="close">
        {m.register_give_up()}
      </ButtonForm>
    </Stack>
  );
}

export function ProgressPage({ edition, run }: { edition: Edition; run: RegisterImport }) {
  return (
    <Stack>
      <PageHeader
        title={m.register_report_title({ file: run.fileName })}
        breadcrumb={importCrumbs(edition)}
      />
      <ImportUnderWay edition={edition.slug} run={run} />
    </Stack>
  );
}

interface ReportProps {
  edition: Edition;
  run: RegisterImport;
  /** The first ones. */
  refusals: readonly RefusedRow[];
}

/** What became of the lines of a file. */
export function ReportPage({ edition, run, refusals }: ReportProps) {
  const words =
    run.stage === 'done'
      ? m.register_report_done
      : run.stage === 'failed'
        ? m.register_report_failed
        : m.register_report_stopped;
  return (
    <Stack>
      <PageHeader
        title={m.register_report_title({ file: run.fileName })}
        breadcrumb={importCrumbs(edition)}
      />
      <Notice tone={run.stage === 'done' ? 'success' : 'warning'}>{words()}</Notice>
      <Stats>
        <Stat value={formatNumber(run.added)} label={m.register_stat_added({ count: run.added })} />
        <Stat
          value={formatNumber(run.refused)}
          label={m.register_stat_refused({ count: run.refused })}
        />
        <Stat
          value={formatNumber(run.alreadyThere)}
          label={m.register_stat_there({ count: run.alreadyThere })}
        />
      </Stats>
      <Refusals edition={edition.slug} run={run} refusals={refusals} />
    </Stack>
  );
}

function Refusals({ edition, run, refusals }: { edition: string } & Omit<ReportProps, 'edition'>) {
  const known = run.refused + run.alreadyThere;
  if (refusals.length === 0) {
    if (known > 0) return <p>{m.register_refusals_erased()}</p>;
    return run.stage === 'done' ? <p>{m.register_refusals_none()}</p> : null;
  }
  return (
    <Section title={m.register_refusals_title()} lead={m.register_refusals_lead()}>
      <p>
        <ButtonLink
          href={urls.adminRegisterRefusals({ edition, import: run.id })}
          kind="secondary"
          icon="download"
          download
        >
          {m.register_refusals_download()}
        </ButtonLink>
      </p>
      {refusals.length < known && (
        <p>{m.register_refusals_more({ number: formatNumber(refusals.length) })}</p>
      )}
      <Table
        caption={m.register_refusals_title()}
        captionHidden
        columns={[
          { key: 'line', label: m.register_line() },
          { key: 'reason', label: m.register_reason() },
          { key: 'value', label: m.register_value() },
        ]}
        rows={refusals.map((row) => ({
          line: String(row.line),
          reason: rowWords[row.refusal](),
          value: <bdi>{valueWords(row)}</bdi>,
        }))}
      />
    </Section>
  );
}

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
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { RegisterImport } from './import.store.ts';
import type { RegisterStanding } from './register.store.ts';
import { stageWords } from './words.page.ts';

interface Props {
  edition: Edition;
  standing: RegisterStanding;
  imports: readonly RegisterImport[];
  problems: Problems;
}

/** The register of an edition as officers run it: how many, importing, erasing. Nobody is listed here. */
export function RegisterPage({ edition, standing, imports, problems }: Props) {
  const at = { edition: edition.slug };
  const running = imports.find(({ stage }) => stage === 'waiting' || stage === 'importing');
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.register_title()}
        lead={m.register_lead()}
        breadcrumb={officeCrumbs(edition)}
      />
      {(standing.entries > 0 || !running) && <Standing standing={standing} />}
      {running ? (
        <ImportUnderWay edition={edition.slug} run={running} linked />
      ) : (
        <Section title={m.register_upload_title()}>
          <Notice title={m.register_no_nir_title()}>
            <p>{m.register_no_nir()}</p>
          </Notice>
          <Form action={urls.adminRegister(at)} upload>
            <FileField
              name="fichier"
              label={m.register_file()}
              hint={m.register_file_hint()}
              accept=".csv,.txt,.tsv,text/csv"
              problems={problems}
              required
            />
            <SubmitButton icon="upload">{m.register_upload()}</SubmitButton>
          </Form>
        </Section>
      )}
      {imports.length > 0 && (
        <Section title={m.register_imports_title()}>
          <Imports edition={edition.slug} imports={imports} />
        </Section>
      )}
      {standing.entries > 0 && (
        <Section title={m.register_erase_title()} lead={m.register_erase_lead()}>
          <p>
            <ButtonLink href={urls.adminRegisterErase(at)} kind="secondary" icon="delete">
              {m.register_erase()}
            </ButtonLink>
          </p>
        </Section>
      )}
    </Stack>
  );
}

function Standing({ standing: { entries, keptUntil, emptiedAt } }: { standing: RegisterStanding }) {
  if (entries === 0)
    return (
      <EmptyState icon="citizens" title={m.register_none_title()}>
        <p>{emptiedAt ? m.register_emptied({ day: formatDate(emptiedAt) }) : m.register_none()}</p>
      </EmptyState>
    );
  return (
    <>
      <p class="lead">
        <strong>{m.register_entries({ count: entries, number: formatNumber(entries) })}</strong>
      </p>
      {keptUntil && <p>{m.register_kept_until({ day: formatDate(keptUntil) })}</p>}
    </>
  );
}

function Imports({ edition, imports }: { edition: string; imports: readonly RegisterImport[] }) {
  return (
    <Table
      caption={m.register_imports_title()}
      captionHidden
      columns={[
        { key: 'file', label: m.register_imports_file() },
        { key: 'day', label: m.register_imports_day() },
        { key: 'state', label: m.register_imports_state() },
        { key: 'added', label: m.register_imports_added(), numeric: true },
        { key: 'refused', label: m.register_imports_refused(), numeric: true },
        { key: 'there', label: m.register_imports_there(), numeric: true },
      ]}
      rows={imports.map((run) => ({
        file: (
          <a href={urls.adminRegisterImport({ edition, import: run.id })} dir="auto">
            {run.fileName}
          </a>
        ),
        day: formatDate(run.uploadedAt, 'short'),
        state: stageWords[run.stage](),
        // of a file that waits there is nothing to count yet
        ...(run.stage !== 'uploaded' && {
          added: formatNumber(run.added),
          refused: formatNumber(run.refused),
          there: formatNumber(run.alreadyThere),
        }),
      }))}
    />
  );
}

/** How far an import is; `fresh-part` reads it again by itself where scripts run, a link does otherwise. */
export function ImportUnderWay({
  edition,
  run,
  linked = false,
}: {
  edition: string;
  run: RegisterImport;
  linked?: boolean;
}) {
  const at = { edition, import: run.id };
  return (
    <fresh-part data-seconds="1">
      <NextStep
        title={m.register_progress_title()}
        actions={
          <>
            <ButtonLink href={urls.adminRegisterImport(at)} kind="secondary">
              {linked ? m.register_follow() : m.register_refresh()}
            </ButtonLink>
            <ButtonForm action={urls.adminRegisterStop(at)} kind="quiet" icon="close">
              {m.register_stop()}
            </ButtonForm>
          </>
        }
      >
        <p role="status">
          {run.stage === 'waiting'
            ? m.register_progress_waiting()
            : m.register_progress({
                done: formatNumber(run.lastLine),
                total: formatNumber(Math.max(run.lines, run.lastLine)),
                added: formatNumber(run.added),
                refused: formatNumber(run.refused),
              })}
        </p>
        <p>{m.register_progress_words()}</p>
      </NextStep>
    </fresh-part>
  );
}

function officeCrumbs(edition: Edition) {
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
  ];
}

/** Under the page of the register. */
export function importCrumbs(edition: Edition) {
  return [
    ...officeCrumbs(edition),
    { label: m.register_title(), href: urls.adminRegister({ edition: edition.slug }) },
  ];
}

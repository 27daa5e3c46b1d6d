import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { importCrumbs } from './crumbs.page.ts';
import type { IdeaImport, Oddity } from './import.ts';
import type { ReadIdea } from './line.ts';
import { columnWords, oddWords } from './words.page.ts';

interface Props {
  edition: Edition;
  run: IdeaImport;
  open: boolean;
  preview: {
    toAdd: number;
    odd: number;
    known: number;
    ideas: readonly { row: number; idea: ReadIdea }[];
    oddities: readonly Oddity[];
  };
  problems: Problems;
}

/** Ideas as they will be, before anything is written. */
export function PreviewPage({ edition, run, open, preview, problems }: Props) {
  const at = { edition: edition.slug, import: run.id };
  const categories = new Map(edition.categories.map(({ id, name }) => [id, name]));
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.imports_preview_title()}
        lead={m.imports_preview_lead()}
        breadcrumb={importCrumbs(edition)}
      />
      <Stats>
        <Stat
          value={formatNumber(preview.toAdd)}
          label={m.imports_stat_to_add({ count: preview.toAdd })}
        />
        <Stat
          value={formatNumber(preview.odd)}
          label={m.imports_stat_odd({ count: preview.odd })}
        />
        <Stat
          value={formatNumber(preview.known)}
          label={m.imports_stat_known({ count: preview.known })}
        />
      </Stats>
      {!open && <Notice tone="warning">{m.imports_closed()}</Notice>}
      {preview.toAdd === 0 ? (
        <Notice tone="warning">{m.imports_nothing_to_add()}</Notice>
      ) : (
        <Section
          title={m.imports_preview_ideas()}
          lead={m.imports_preview_ideas_lead({ count: preview.ideas.length })}
        >
          <Table
            caption={m.imports_preview_ideas()}
            captionHidden
            columns={[
              { key: 'row', label: m.imports_row() },
              { key: 'title', label: m.imports_field_title() },
              { key: 'body', label: m.imports_field_body() },
              { key: 'category', label: m.imports_field_category() },
              { key: 'holder', label: m.imports_field_name() },
              { key: 'place', label: m.imports_field_place() },
              { key: 'day', label: m.imports_field_deposited() },
            ]}
            rows={preview.ideas.map(({ row, idea }) => ({
              row,
              title: <bdi>{idea.title}</bdi>,
              body: <bdi>{idea.body.length > 140 ? `${idea.body.slice(0, 140)}…` : idea.body}</bdi>,
              category: categories.get(idea.categoryId),
              holder: (
                <bdi>{[idea.name, idea.email].filter((words) => words !== '').join(' · ')}</bdi>
              ),
              place: <bdi>{idea.place}</bdi>,
              day: idea.depositedOn && formatDate(new Date(`${idea.depositedOn}T12:00:00Z`), 'day'),
            }))}
          />
        </Section>
      )}
      <Oddities edition={edition} run={run} oddities={preview.oddities} lines={preview.odd} />
      {open && preview.toAdd > 0 && (
        <Form action={urls.adminIdeaImportPreview(at)}>
          <Checkbox
            name="consent"
            label={m.imports_consent()}
            hint={m.imports_consent_hint()}
            problems={problems}
          />
          <Actions>
            <SubmitButton size="large">{m.imports_start({ count: preview.toAdd })}</SubmitButton>
          </Actions>
        </Form>
      )}
      <p>
        <a href={urls.adminIdeaImport(at)}>{m.imports_back_to_columns()}</a>
      </p>
    </Stack>
  );
}

/** Odd cells, each with where it stands and why; all of them as a file. */
export function Oddities(props: {
  edition: Edition;
  run: IdeaImport;
  oddities: readonly Oddity[];
  /** Lines that are odd. */
  lines: number;
}) {
  const { edition, run, oddities, lines } = props;
  if (oddities.length === 0) return null;
  return (
    <Section title={m.imports_odd_title()} lead={m.imports_odd_lead({ count: lines })}>
      <p>
        <ButtonLink
          href={urls.adminIdeaImportOddities({ edition: edition.slug, import: run.id })}
          kind="secondary"
          icon="download"
          download
        >
          {m.imports_odd_download()}
        </ButtonLink>
      </p>
      <Table
        caption={m.imports_odd_title()}
        captionHidden
        columns={[
          { key: 'row', label: m.imports_row() },
          { key: 'column', label: m.imports_odd_column() },
          { key: 'value', label: m.imports_odd_value() },
          { key: 'why', label: m.imports_odd_why() },
        ]}
        rows={oddities.map((oddity) => ({
          row: oddity.row,
          column: <bdi>{columnWords(oddity)}</bdi>,
          value: <bdi>{oddity.value}</bdi>,
          why: oddWords(oddity.reason, edition),
        }))}
      />
    </Section>
  );
}

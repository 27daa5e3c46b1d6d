import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { outreachProblems } from './entry-words.page.ts';
import type { Outreach, OutreachField, OutreachRefusal } from './outreach.ts';

export interface TypedOutreach {
  metOn: { day: string; month: string; year: string };
  place: string;
  people: string;
  notes: string;
}

interface Props {
  edition: Edition;
  entries: readonly Outreach[];
  /** Of who met people, by id. */
  names: ReadonlyMap<string, string>;
  nextHref?: string | undefined;
  typed: TypedOutreach;
  problems: Partial<Record<OutreachField, OutreachRefusal>>;
}

/** A diary of meetings: one line more, then those before. */
export function OutreachPage({ edition, entries, names, nextHref, typed, ...props }: Props) {
  const at = { edition: edition.slug };
  const problems = outreachProblems(props.problems);
  return (
    <Column>
      <ErrorSummary problems={problems} ids={{ day: 'day-day' }} />
      <PageHeader
        title={m.entry_outreach_title()}
        lead={m.entry_outreach_lead()}
        breadcrumb={[
          {
            label: m.entry_edition_title({ edition: edition.title }),
            href: urls.collectEdition(at),
          },
        ]}
      />
      <Form action={urls.collectOutreach(at)}>
        <DateField
          name="day"
          label={m.entry_field_met()}
          value={typed.metOn}
          problems={problems}
          required
        />
        <Field
          name="place"
          label={m.entry_field_where()}
          hint={m.entry_field_where_hint()}
          value={typed.place}
          problems={problems}
          required
        />
        <Field
          name="people"
          label={m.entry_field_people()}
          inputMode="numeric"
          width="short"
          value={typed.people}
          problems={problems}
          required
        />
        <TextArea
          name="notes"
          label={m.entry_field_said()}
          hint={m.entry_field_said_hint()}
          rows={4}
          limit={1000}
          value={typed.notes}
          problems={problems}
        />
        <SubmitButton>{m.entry_outreach_save()}</SubmitButton>
      </Form>
      {entries.length > 0 && (
        <Section title={m.entry_outreach_past()}>
          <Table
            caption={m.entry_outreach_past()}
            captionHidden
            columns={[
              { key: 'day', label: m.entry_column_day() },
              { key: 'place', label: m.entry_field_where() },
              { key: 'people', label: m.entry_column_people(), numeric: true },
              { key: 'notes', label: m.entry_field_said() },
              { key: 'by', label: m.entry_column_by() },
            ]}
            rows={entries.map((entry) => ({
              day: formatDate(new Date(`${entry.metOn}T12:00:00Z`)),
              place: <bdi>{entry.place}</bdi>,
              people: entry.people,
              notes: <bdi class="kept-lines">{entry.notes || '–'}</bdi>,
              by: <bdi>{names.get(entry.personId) ?? '–'}</bdi>,
            }))}
          />
        </Section>
      )}
      <Pagination nextHref={nextHref} />
    </Column>
  );
}

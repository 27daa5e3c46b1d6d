import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import { IdeaFields, type PlaceFieldsProps } from '../ideas/index.page.ts';
import type { IdeaText, Workshop } from '../ideas/index.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { EntryPlace } from './entry-place.page.tsx';

export interface TypedWorkshop {
  title: string;
  heldOn: { day: string; month: string; year: string };
  place: string;
  participants: string;
  notes: string;
}

const dayWords = (day: string) => formatDate(new Date(`${day}T12:00:00Z`));

/** Workshops held, and one more. */
export function WorkshopsPage(props: {
  edition: Edition;
  workshops: readonly Workshop[];
  typed: TypedWorkshop;
  problems: Problems;
}) {
  const { edition, workshops, typed, problems } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} ids={{ day: 'day-day' }} />
      <PageHeader
        title={m.entry_workshops_title()}
        lead={m.entry_workshops_lead()}
        breadcrumb={[
          {
            label: m.entry_edition_title({ edition: edition.title }),
            href: urls.collectEdition(at),
          },
        ]}
      />
      {workshops.length > 0 && (
        <Table
          caption={m.entry_workshops_title()}
          captionHidden
          columns={[
            { key: 'title', label: m.entry_column_workshop() },
            { key: 'day', label: m.entry_column_day() },
            { key: 'ideas', label: m.entry_column_ideas(), numeric: true },
          ]}
          rows={workshops.map((workshop) => ({
            title: (
              <a href={urls.collectWorkshop({ ...at, workshop: workshop.id })}>
                <bdi>{workshop.title}</bdi>
              </a>
            ),
            day: dayWords(workshop.heldOn),
            ideas: workshop.ideas,
          }))}
        />
      )}
      <Section title={m.entry_workshop_new()}>
        <Form action={urls.collectWorkshops(at)}>
          <Field
            name="title"
            label={m.entry_field_workshop()}
            hint={m.entry_field_workshop_hint()}
            value={typed.title}
            problems={problems}
            required
          />
          <DateField
            name="day"
            label={m.entry_field_held()}
            value={typed.heldOn}
            problems={problems}
            required
          />
          <Field
            name="place"
            label={m.entry_field_place()}
            value={typed.place}
            problems={problems}
          />
          <Field
            name="participants"
            label={m.entry_field_participants()}
            inputMode="numeric"
            width="short"
            value={typed.participants}
            problems={problems}
          />
          <TextArea
            name="notes"
            label={m.entry_field_notes()}
            rows={3}
            value={typed.notes}
            problems={problems}
          />
          <SubmitButton>{m.entry_workshop_create()}</SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}

/** One workshop: its ideas, and the next one to type. */
export function WorkshopPage(props: {
  edition: Edition;
  workshop: Workshop;
  ideas: readonly { id: string; number: number; title: string }[];
  text: IdeaText;
  /** null: the edition does not ask where ideas are. */
  place: PlaceFieldsProps | null;
  problems: Problems;
}) {
  const { edition, workshop, ideas, text, place, problems } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={workshop.title}
        lead={m.entry_workshop_lead({
          day: dayWords(workshop.heldOn),
          place: workshop.place || '–',
        })}
        breadcrumb={[
          {
            label: m.entry_edition_title({ edition: edition.title }),
            href: urls.collectEdition(at),
          },
          { label: m.entry_workshops_title(), href: urls.collectWorkshops(at) },
        ]}
      />
      {workshop.notes && (
        <p class="kept-lines">
          <bdi>{workshop.notes}</bdi>
        </p>
      )}
      {ideas.length > 0 && (
        <Section title={m.entry_workshop_ideas({ count: ideas.length })}>
          <ol>
            {ideas.map((idea) => (
              <li key={idea.id}>
                <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                  {m.projects_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={m.entry_workshop_next()}>
        {problems.form && <Notice tone="warning">{problems.form}</Notice>}
        <Form action={urls.collectWorkshop({ ...at, workshop: workshop.id })}>
          <IdeaFields board={edition} text={text} problems={problems} />
          <EntryPlace place={place} hint={m.entry_place_hint_workshop()} />
          <SubmitButton>{m.entry_workshop_add()}</SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}

import * as m from '../../../paraglide/messages.js';
import { Field, NumberField } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import {
  type ClassRefusal,
  type ClassSession,
  type ClassState,
  classState,
  MOST_PLACES,
  NAME_LENGTH,
} from './class-session.ts';

export const CLASS_FIELDS = { name: 'classe', places: 'places' } as const;

const refusalWords: Record<ClassRefusal, [field: string, words: () => string]> = {
  'name-missing': [CLASS_FIELDS.name, m.classes_name_missing],
  'name-too-long': [CLASS_FIELDS.name, () => m.classes_name_long({ max: NAME_LENGTH })],
  'name-taken': [CLASS_FIELDS.name, m.classes_name_taken],
  'places-out-of-range': [CLASS_FIELDS.places, () => m.classes_places_range({ most: MOST_PLACES })],
};

export const classProblems = (refusals: readonly ClassRefusal[]): Problems =>
  Object.fromEntries(
    refusals.map((refusal) => [refusalWords[refusal][0], refusalWords[refusal][1]()]),
  );

const stateWords: Record<ClassState, () => string> = {
  waiting: m.classes_state_waiting,
  open: m.classes_state_open,
  over: m.classes_state_over,
};

interface Props {
  edition: Edition;
  now: Date;
  sessions: readonly ClassSession[];
  typed: { name: string; places: string };
  problems: Problems;
  /** The link that was just made, for whom: it is shown once. */
  link: { name: string; address: string } | null;
}

/** The classes that vote together, and the links of their tutors. */
export function OfficeClassesPage({ edition, now, sessions, typed, problems, link }: Props) {
  const at = { edition: edition.slug };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.classes_title()}
        lead={m.classes_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
        ]}
      />
      {link && (
        <Notice tone="success" title={m.classes_link_title({ name: link.name })}>
          <p>{m.classes_link_words()}</p>
          <p>
            <code class="machine-words" translate={false}>
              {link.address}
            </code>
          </p>
        </Notice>
      )}
      {sessions.length === 0 ? (
        <EmptyState icon="education" title={m.classes_empty_title()}>
          {m.classes_empty()}
        </EmptyState>
      ) : (
        <Table
          caption={m.classes_table()}
          columns={[
            { key: 'name', label: m.classes_name() },
            { key: 'places', label: m.classes_places_taken(), numeric: true },
            { key: 'state', label: m.classes_state() },
            { key: 'acts', label: m.classes_acts() },
          ]}
          rows={sessions.map((session) => ({
            name: session.name,
            places: m.classes_taken({
              taken: formatNumber(session.taken),
              places: formatNumber(session.places),
            }),
            state: stateWords[classState(session, now)](),
            acts: <Acts edition={edition.slug} session={session} />,
          }))}
        />
      )}
      <Section title={m.classes_add()}>
        <Form action={urls.adminClasses(at)}>
          <Field
            name={CLASS_FIELDS.name}
            label={m.classes_name()}
            hint={m.classes_name_hint()}
            value={typed.name}
            problems={problems}
            required
          />
          <NumberField
            name={CLASS_FIELDS.places}
            label={m.classes_places()}
            hint={m.classes_places_hint()}
            value={typed.places}
            problems={problems}
          />
          <SubmitButton>{m.classes_add_button()}</SubmitButton>
        </Form>
      </Section>
    </Stack>
  );
}

function Acts({ edition, session }: { edition: string; session: ClassSession }) {
  const at = { edition, session: session.id };
  return (
    <div class="actions">
      <ButtonForm action={urls.adminClassLink(at)} kind="quiet">
        {m.classes_new_link()}
      </ButtonForm>
      <ButtonForm action={urls.adminClassPlace(at)} kind="quiet">
        {m.classes_add_place()}
      </ButtonForm>
    </div>
  );
}

import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import {
  type BatchKind,
  type BatchRefusal,
  type BatchState,
  type CodeBatch,
  IN_PERSON_LENGTH,
  stateOf,
} from './batch.ts';

export const batchFields = { kind: 'sorte', count: 'nombre', inPerson: 'sur-place' } as const;

export interface TypedBatch {
  kind: string;
  count: string;
  inPerson: string;
}

export const batchProblems: Record<BatchRefusal, { field: string; words: () => string }> = {
  'kind-missing': { field: batchFields.kind, words: m.codes_kind_missing },
  'count-missing': { field: batchFields.count, words: m.codes_count_missing },
  'count-out-of-range': { field: batchFields.count, words: m.codes_count_out_of_range },
  'nobody-to-write-to': { field: batchFields.kind, words: m.codes_nobody },
  'in-person-too-long': { field: batchFields.inPerson, words: m.codes_in_person_too_long },
};

export const kindWords: Record<BatchKind, () => string> = {
  anonymous: m.codes_kind_anonymous,
  named: m.codes_kind_named,
};

export const stateWords: Record<BatchState, () => string> = {
  making: m.codes_state_making,
  ready: m.codes_state_ready,
  sent: m.codes_state_sent,
  revoked: m.codes_state_revoked,
};

interface Props {
  edition: Edition;
  batches: readonly CodeBatch[];
  /** Of the register, with an address and without a code. */
  people: number;
  typed: TypedBatch;
  problems: Problems;
}

/** The personal codes of an edition. No code is ever on a page: they are on letters only. */
export function CodesPage({ edition, batches, people, typed, problems }: Props) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.codes_title()} lead={m.codes_lead()} breadcrumb={codesCrumbs(edition)} />
      <Section title={m.codes_batches_title()}>
        {batches.length === 0 ? (
          <EmptyState icon="vote" title={m.codes_none_title()}>
            <p>{m.codes_none()}</p>
          </EmptyState>
        ) : (
          <Batches edition={edition} batches={batches} />
        )}
      </Section>
      <Section title={m.codes_new_title()}>
        <Form action={urls.adminCodes({ edition: edition.slug })}>
          <Radios
            name={batchFields.kind}
            label={m.codes_kind()}
            value={typed.kind}
            problems={problems}
            required
            options={[
              {
                value: 'named',
                label: m.codes_kind_named(),
                hint:
                  people === 0
                    ? m.codes_kind_named_none()
                    : m.codes_kind_named_hint({ count: people, number: formatNumber(people) }),
              },
              {
                value: 'anonymous',
                label: m.codes_kind_anonymous(),
                hint: m.codes_kind_anonymous_hint(),
              },
            ]}
          />
          <Field
            name={batchFields.count}
            label={m.codes_count()}
            hint={m.codes_count_hint()}
            value={typed.count}
            inputMode="numeric"
            width="short"
            problems={problems}
          />
          <TextArea
            name={batchFields.inPerson}
            label={m.codes_in_person()}
            hint={m.codes_in_person_hint()}
            value={typed.inPerson}
            limit={IN_PERSON_LENGTH}
            rows={4}
            problems={problems}
          />
          <SubmitButton>{m.codes_make()}</SubmitButton>
        </Form>
      </Section>
    </Stack>
  );
}

function Batches({ edition, batches }: Pick<Props, 'edition' | 'batches'>) {
  return (
    <Table
      caption={m.codes_batches_title()}
      captionHidden
      columns={[
        { key: 'batch', label: m.codes_column_batch() },
        { key: 'kind', label: m.codes_kind() },
        { key: 'day', label: m.codes_column_day() },
        { key: 'made', label: m.codes_column_made(), numeric: true },
        { key: 'state', label: m.codes_column_state() },
      ]}
      rows={batches.map((batch) => ({
        batch: (
          <a href={urls.adminCodeBatch({ edition: edition.slug, batch: batch.id })}>
            {m.codes_batch_title({ number: String(batch.number) })}
          </a>
        ),
        kind: kindWords[batch.kind](),
        day: formatDate(batch.askedAt, 'short'),
        made: formatNumber(batch.made),
        state: stateWords[stateOf(batch)](),
      }))}
    />
  );
}

export function codesCrumbs(edition: Edition) {
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
  ];
}

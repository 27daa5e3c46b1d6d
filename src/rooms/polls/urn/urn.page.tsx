import * as m from '../../../paraglide/messages.js';
import { Field, NumberField, Select } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack, VisuallyHidden } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import { type Batch, type BatchField, batchState } from './batch.ts';
import { stateWords } from './keyed-words.page.ts';
import { expectedBallots, foundBallots, isSettled, type PointPaper } from './point-paper.ts';
import { takesTotals } from './totals.ts';

export type TypedBatch = Record<BatchField, string>;

interface Props {
  edition: Edition;
  poll: Poll;
  points: readonly PointPaper[];
  batches: readonly Batch[];
  setAside: readonly { pointId: string; number: string }[];
  /** Batches are opened and keyed now: after the close, before the sealing. */
  open: boolean;
  typed: TypedBatch;
  problems: Problems;
}

/** The paper of a poll: what the roll lets one expect at each point, and what its batches hold (R54, V14). */
export function UrnPage(props: Props) {
  const { edition, points, open, problems } = props;
  const at = { edition: edition.slug };
  const settled = points.every(isSettled);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.urn_title()}
        lead={m.urn_lead()}
        breadcrumb={urnCrumbs(edition).slice(0, -1)}
      />
      {!open && <Notice>{m.urn_not_open()}</Notice>}
      {open && (
        <Notice
          tone={settled ? 'success' : 'warning'}
          title={settled ? m.urn_settled_title() : m.urn_unsettled_title()}
          {...(settled && {
            actions: (
              <ButtonLink href={urls.adminPollSeal(at)} kind="secondary">
                {m.polls_office_seal_button()}
              </ButtonLink>
            ),
          })}
        >
          {settled ? m.urn_settled() : m.urn_unsettled()}
        </Notice>
      )}
      {points.length === 0 && <p>{m.urn_no_points()}</p>}
      {points.map((point) => (
        <PointSection key={point.pointId} point={point} {...props} />
      ))}
      {!takesTotals(props.poll) && <p class="hint">{m.urn_totals_refused()}</p>}
      {open && points.length > 0 && <OpenForm {...props} />}
    </Stack>
  );
}

/** Under the page of the paper. */
export function urnCrumbs(edition: Edition) {
  const at = { edition: edition.slug };
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition(at) },
    { label: m.polls_office_title(), href: urls.adminPoll(at) },
    { label: m.urn_title(), href: urls.adminPollUrn(at) },
  ];
}

export const pointName = ({ name }: Pick<PointPaper, 'name'>) => name ?? m.urn_point_gone();

function PointSection({ point, ...props }: Props & { point: PointPaper }) {
  const { edition, poll, open } = props;
  const at = { edition: edition.slug, point: point.pointId };
  const batches = props.batches.filter(({ pointId }) => pointId === point.pointId);
  const aside = props.setAside.filter(({ pointId }) => pointId === point.pointId);
  const differs = foundBallots(point) !== expectedBallots(point);
  return (
    <Section title={<bdi>{pointName(point)}</bdi>}>
      <PointFigures point={point} />
      {aside.length > 0 && (
        <Notice title={m.urn_aside_title()}>
          <p>{m.urn_aside({ numbers: aside.map(({ number }) => number).join(', ') })}</p>
        </Notice>
      )}
      {batches.length > 0 && (
        <Table
          caption={m.urn_batches()}
          captionHidden
          columns={[
            { key: 'number', label: m.urn_batch() },
            { key: 'urn', label: m.urn_urn() },
            { key: 'declared', label: m.urn_declared(), numeric: true },
            { key: 'state', label: m.urn_state() },
          ]}
          rows={batches.map((batch) => ({
            number: (
              <a href={urls.adminUrnBatch({ edition: edition.slug, batch: batch.id })}>
                {m.urn_batch_named({ number: batch.number })}
              </a>
            ),
            urn: <bdi>{batch.urn}</bdi>,
            declared: formatNumber(batch.declared),
            state: stateWords[batchState(batch, poll)](),
          }))}
        />
      )}
      {point.reason !== null && (
        <Notice tone="warning" title={m.urn_closed_title()}>
          <p dir="auto">{point.reason}</p>
        </Notice>
      )}
      {open && takesTotals(poll) ? (
        <p>
          <a href={urls.adminUrnTotals(at)}>
            {m.urn_totals_link()}
            <VisuallyHidden> {pointName(point)}</VisuallyHidden>
          </a>
        </p>
      ) : null}
      {open && point.openBatches === 0 && (differs || point.reason !== null) && (
        <Actions>
          {point.reason === null ? (
            <ButtonLink href={urls.adminUrnPoint(at)} kind="secondary" about={pointName(point)}>
              {m.urn_close_point()}
            </ButtonLink>
          ) : (
            <ButtonForm action={urls.adminUrnReopen(at)} kind="quiet" about={pointName(point)}>
              {m.urn_reopen_point()}
            </ButtonForm>
          )}
        </Actions>
      )}
    </Section>
  );
}

export function PointFigures({ point }: { point: PointPaper }) {
  const difference = foundBallots(point) - expectedBallots(point);
  return (
    <DescriptionList
      items={[
        { term: m.urn_signed_in(), detail: formatNumber(point.signedIn) },
        { term: m.urn_set_aside(), detail: formatNumber(point.setAside) },
        { term: m.urn_expected(), detail: formatNumber(expectedBallots(point)) },
        {
          term: m.urn_found(),
          detail: m.urn_found_detail({
            all: formatNumber(foundBallots(point)),
            valid: formatNumber(point.valid),
            blank: formatNumber(point.blank),
            spoilt: formatNumber(point.void),
          }),
        },
        ...(point.totals > 0
          ? [{ term: m.urn_totals_of_which(), detail: formatNumber(point.totals) }]
          : []),
        {
          term: m.urn_difference(),
          detail:
            difference === 0
              ? m.urn_difference_none()
              : `${difference > 0 ? '+' : '−'} ${formatNumber(Math.abs(difference))}`,
        },
      ]}
    />
  );
}

function OpenForm({ edition, points, typed, problems }: Props) {
  return (
    <Section title={m.urn_open_title()} lead={m.urn_open_lead()}>
      <Form action={urls.adminPollUrn({ edition: edition.slug })} label={m.urn_open_title()}>
        <Select
          name="point"
          label={m.urn_point()}
          empty
          required
          value={typed.point}
          problems={problems}
          options={points
            .filter(({ reason }) => reason === null)
            .map((point) => ({ value: point.pointId, label: pointName(point) }))}
          width="medium"
        />
        <Field
          name="urn"
          label={m.urn_urn_number()}
          value={typed.urn}
          problems={problems}
          width="short"
          required
        />
        <Field
          name="number"
          label={m.urn_batch_number()}
          hint={m.urn_batch_number_hint()}
          value={typed.number}
          problems={problems}
          width="short"
          required
        />
        <NumberField
          name="declared"
          label={m.urn_declared_number()}
          hint={m.urn_declared_hint()}
          value={typed.declared}
          problems={problems}
        />
        <SubmitButton icon="plus">{m.urn_open_button()}</SubmitButton>
      </Form>
    </Section>
  );
}

import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Column, Grid } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { pointCrumbs } from './office-points.page.tsx';
import {
  LENGTHS,
  type PlaceRefusal,
  type PointRefusal,
  type SlotRefusal,
  type Span,
  type VotePoint,
} from './point.ts';

export const pointProblems: Record<PointRefusal | PlaceRefusal, () => string> = {
  'name-missing': m.points_problem_name,
  'name-too-long': () => m.points_problem_long({ max: LENGTHS.name }),
  'address-missing': m.points_problem_address,
  'address-too-long': () => m.points_problem_long({ max: LENGTHS.address }),
  'access-too-long': () => m.points_problem_long({ max: LENGTHS.access }),
  'latitude-wrong': m.points_problem_latitude,
  'longitude-wrong': m.points_problem_longitude,
  'degree-missing': m.points_problem_degree,
};

export const slotProblems: Record<SlotRefusal | 'no-day' | 'no-time', () => string> = {
  'no-day': m.points_problem_day,
  'no-time': m.points_problem_time,
  'ends-before-it-opens': m.points_problem_order,
  overlaps: m.points_problem_overlap,
  'outside-the-vote': m.points_problem_outside,
};

export const writeProblems = {
  'slots-overlap': m.points_problem_overlap,
  'officer-elsewhere': m.points_problem_elsewhere,
  'changed-meanwhile': m.points_problem_meanwhile,
  'result-published': m.points_frozen,
};

/** A slot as it was typed; all empty: none. */
export interface TypedSlot {
  id: string;
  day: string;
  month: string;
  year: string;
  from: string;
  to: string;
}

export interface TypedPoint {
  name: string;
  address: string;
  access: string;
  latitude: string;
  longitude: string;
  slots: readonly TypedSlot[];
}

interface Props {
  edition: Edition;
  /** null: a new one. */
  point: VotePoint | null;
  typed: TypedPoint;
  problems: Problems;
  vote: Span | null;
  mark: string;
}

export function PointFormPage({ edition, point, typed, problems, vote, mark }: Props) {
  const at = { edition: edition.slug };
  const labels = Object.fromEntries(
    typed.slots.flatMap((_, index) => {
      const label = m.points_slot({ number: index + 1 });
      return ['', '-from', '-to'].map((part) => [`slot-${index + 1}${part}`, label]);
    }),
  );
  return (
    <Column>
      <ErrorSummary problems={problems} labels={labels} />
      <PageHeader title={formTitle(point)} breadcrumb={pointCrumbs(edition)} />
      <Form
        action={
          point ? urls.adminVotePoint({ ...at, point: point.id }) : urls.adminNewVotePoint(at)
        }
      >
        {point && <Hidden name="mark" value={mark} />}
        <PlaceFields typed={typed} problems={problems} />
        <Fieldset
          id="slots"
          legend={m.points_slots()}
          hint={
            vote
              ? m.points_slots_hint_dates({
                  from: formatDateTime(vote.opensAt),
                  to: formatDateTime(vote.closesAt),
                })
              : m.points_slots_hint()
          }
        >
          {typed.slots.map((slot, index) => (
            <SlotFields key={index} number={index + 1} slot={slot} problems={problems} />
          ))}
          <p class="hint">{m.points_slots_more()}</p>
        </Fieldset>
        <SubmitButton size="large">{m.points_save()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.adminVotePoints(at)}>{m.points_cancel()}</a>
      </p>
    </Column>
  );
}

export function formTitle(point: VotePoint | null): string {
  return point ? m.points_change_title() : m.points_new_title();
}

function PlaceFields({ typed, problems }: { typed: TypedPoint; problems: Problems }) {
  return (
    <>
      <Field
        name="name"
        label={m.points_name()}
        hint={m.points_name_hint()}
        value={typed.name}
        problems={problems}
        required
      />
      <Field
        name="address"
        label={m.points_address()}
        hint={m.points_address_hint()}
        value={typed.address}
        autocomplete="off"
        problems={problems}
        required
      />
      <TextArea
        name="access"
        label={m.points_access()}
        hint={m.points_access_hint()}
        value={typed.access}
        rows={3}
        limit={LENGTHS.access}
        problems={problems}
      />
      <Fieldset id="place" legend={m.points_place()} hint={m.points_place_hint()}>
        <Grid min="small">
          <Field
            name="latitude"
            label={m.points_latitude()}
            value={typed.latitude}
            width="medium"
            autocomplete="off"
            problems={problems}
          />
          <Field
            name="longitude"
            label={m.points_longitude()}
            value={typed.longitude}
            width="medium"
            autocomplete="off"
            problems={problems}
          />
        </Grid>
      </Fieldset>
    </>
  );
}

interface SlotProps {
  number: number;
  slot: TypedSlot;
  problems: Problems;
}

function SlotFields({ number, slot, problems }: SlotProps) {
  const name = `slot-${number}`;
  const { day, month, year } = slot;
  return (
    <Fieldset legend={m.points_slot({ number })}>
      <Hidden name={`${name}-id`} value={slot.id} />
      <DateField
        name={name}
        label={m.points_slot_day()}
        value={{ day, month, year }}
        problems={problems}
      />
      <Grid min="small">
        <Field
          name={`${name}-from`}
          label={m.points_slot_from()}
          type="time"
          value={slot.from}
          width="short"
          problems={problems}
        />
        <Field
          name={`${name}-to`}
          label={m.points_slot_to()}
          type="time"
          value={slot.to}
          width="short"
          problems={problems}
        />
      </Grid>
    </Fieldset>
  );
}

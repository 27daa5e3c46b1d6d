import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Grid, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { slotTitle, slotWords } from './hours-words.page.ts';
import { pointCrumbs } from './office-points.page.tsx';
import type { Shift, Slot, VotePoint } from './point.ts';

export interface Colleague {
  id: string;
  nickname: string;
  /** false: holds no role any more; still shown where they were put. */
  active: boolean;
}

export const shiftProblems = {
  'nobody-chosen': m.points_problem_nobody,
  'no-role': m.points_problem_no_role,
  'officer-elsewhere': m.points_problem_busy,
  'slot-gone': m.points_problem_slot_gone,
};

interface Props {
  edition: Edition;
  point: VotePoint;
  shifts: readonly Shift[];
  /** By name. */
  colleagues: readonly Colleague[];
  /** Under `person-N`, N the place of the slot from 1; or under `form`. */
  problems: Problems;
}

/** Who is at a point, slot by slot (R55). */
export function ShiftsPage({ edition, point, shifts, colleagues, problems }: Props) {
  const at = { edition: edition.slug, point: point.id };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={shiftsTitle(point)}
        lead={m.points_shifts_lead()}
        breadcrumb={pointCrumbs(edition)}
      />
      {point.slots.length === 0 && (
        <EmptyState
          icon="calendar"
          title={m.points_no_hours()}
          actions={<ButtonLink href={urls.adminVotePoint(at)}>{m.points_add_hours()}</ButtonLink>}
        >
          <p>{m.points_shifts_none()}</p>
        </EmptyState>
      )}
      {point.slots.map((slot, index) => (
        <SlotShifts
          key={slot.id}
          action={urls.adminVoteShifts(at)}
          slot={slot}
          field={`person-${index + 1}`}
          present={colleagues.filter(({ id }) =>
            shifts.some((shift) => shift.slotId === slot.id && shift.personId === id),
          )}
          colleagues={colleagues}
          problems={problems}
        />
      ))}
    </Stack>
  );
}

export function shiftsTitle(point: VotePoint): string {
  return m.points_shifts_title({ name: point.name });
}

interface SlotProps {
  action: string;
  slot: Slot;
  field: string;
  present: readonly Colleague[];
  colleagues: readonly Colleague[];
  problems: Problems;
}

function SlotShifts({ action, slot, field, present, colleagues, problems }: SlotProps) {
  const words = slotWords(slot);
  const free = colleagues.filter((one) => one.active && !present.includes(one));
  return (
    <Section title={slotTitle(slot)}>
      <Grid min="large">
        <Present action={action} slot={slot} present={present} />
        {free.length > 0 && (
          <Form action={action} label={words}>
            <Hidden name="slot" value={slot.id} />
            <Select
              name={field}
              label={m.points_officer()}
              options={free.map(({ id, nickname }) => ({ value: id, label: nickname }))}
              empty
              width="medium"
              problems={problems}
            />
            <SubmitButton kind="secondary" about={words}>
              {m.points_shift_add()}
            </SubmitButton>
          </Form>
        )}
      </Grid>
    </Section>
  );
}

function Present({ action, slot, present }: Pick<SlotProps, 'action' | 'slot' | 'present'>) {
  if (present.length === 0) return <p>{m.points_nobody()}</p>;
  return (
    <ul>
      {present.map(({ id, nickname, active }) => (
        <li key={id}>
          <bdi>{nickname}</bdi>
          {!active && <> ({m.points_without_role()})</>}{' '}
          <ButtonForm
            action={action}
            values={{ slot: slot.id, retirer: id }}
            kind="quiet"
            size="small"
            about={m.points_shift_of({ name: nickname, slot: slotWords(slot) })}
          >
            {m.points_shift_remove()}
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}

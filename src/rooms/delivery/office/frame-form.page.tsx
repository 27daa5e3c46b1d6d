import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import { LONGEST_OUTCOME } from '../advance.ts';
import { MODES } from '../realisation.ts';
import type { OfficeDeliveryProps } from './office-delivery.page.tsx';
import { modeWords } from './words.page.ts';

/** Who leads it and its money. Who leads it is said by officers; a department says the amounts. */
export function FrameForm(props: OfficeDeliveryProps) {
  const { edition, number, realisation, departments, isOfficer, typed, problems, mark } = props;
  const leading = departments.get(realisation.departmentId ?? '')?.name;
  const mode = modeWords[realisation.mode].name();
  return (
    <Section title={m.deliver_frame()} id="pilotage">
      <DescriptionList
        items={[
          { term: m.delivery_budget(), detail: <Money cents={realisation.votedCost} /> },
          ...(isOfficer
            ? []
            : [
                { term: m.deliver_department(), detail: <bdi>{leading}</bdi> },
                { term: m.deliver_mode_label(), detail: mode },
              ]),
          ...(props.holders.length === 0
            ? []
            : [{ term: m.projects_holder(), detail: <bdi>{props.holders.join(', ')}</bdi> }]),
        ]}
      />
      <Form action={urls.adminDelivery({ edition: edition.slug, project: number })}>
        <Hidden name="mark" value={mark} />
        {isOfficer && (
          <>
            <Select
              name="department"
              label={m.deliver_department()}
              hint={m.deliver_department_hint()}
              value={typed.department}
              empty={m.deliver_no_department()}
              options={departmentOptions(departments, typed.department)}
              problems={problems}
            />
            <Radios
              name="mode"
              label={m.deliver_mode_label()}
              value={typed.mode}
              options={MODES.map((one) => ({
                value: one,
                label: modeWords[one].name(),
                hint: modeWords[one].hint(),
              }))}
              problems={problems}
            />
          </>
        )}
        <Field
          name="committed"
          label={m.deliver_committed()}
          hint={m.deliver_committed_hint()}
          value={typed.committed}
          inputMode="decimal"
          width="medium"
          suffix="€"
          autocomplete="off"
          problems={problems}
        />
        <Field
          name="spent"
          label={m.deliver_spent()}
          hint={m.deliver_spent_hint()}
          value={typed.spent}
          inputMode="decimal"
          width="medium"
          suffix="€"
          autocomplete="off"
          problems={problems}
        />
        <Field
          name="outcome"
          label={m.deliver_outcome()}
          hint={m.deliver_outcome_hint({ max: formatNumber(LONGEST_OUTCOME) })}
          value={typed.outcome}
          autocomplete="off"
          problems={problems}
        />
        <SubmitButton>{m.deliver_frame_save()}</SubmitButton>
      </Form>
    </Section>
  );
}

/** Those that are open, and the one that is chosen even if it was closed since. */
const departmentOptions = (departments: ReadonlyMap<string, Department>, chosen: string) =>
  [...departments.values()]
    .filter(({ id, closedAt }) => closedAt === null || id === chosen)
    .map(({ id, name }) => ({ value: id, label: name }));

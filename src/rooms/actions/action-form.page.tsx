import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Actions, Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { ACTION_KINDS, type Action, LENGTHS, MOST_LINES, type TextField } from './action.ts';
import { actionSegment } from './action-address.ts';
import type { TypedAction, TypedLine } from './action-form.ts';
import {
  FIELD_NAMES,
  fieldHints,
  fieldWords,
  kindHelps,
  kindIcons,
  kindWords,
  titleOf,
} from './action-words.page.ts';

interface Props {
  action: Action;
  /** Cents: of the fund. */
  cap: number;
  typed: TypedAction;
  /** Rows of the budget, those that are empty included. */
  budget: readonly TypedLine[];
  problems: Problems;
  /** What is shown was refused, and is saved nowhere. */
  unsaved: boolean;
}

/** Where scripts run it is saved as one types, and on sending everywhere (R10). */
export function ActionFormPage(props: Props) {
  const { action, typed, problems, cap, budget, unsaved } = props;
  const of = { typed, problems };
  const at = { action: actionSegment(action) };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.propose_form_title()}
        lead={m.propose_form_lead()}
        breadcrumb={[{ label: titleOf(action), href: urls.proposal(at) }]}
      />
      <draft-autosave
        data-address={urls.proposalAutosave(at)}
        data-draft={action.id}
        data-saved-at={action.version}
        data-whole={urls.proposalText(at, { lignes: MOST_LINES })}
        data-unsaved={unsaved || undefined}
        data-saved={m.propose_autosave_saved()}
        data-in-part={m.propose_autosave_part()}
        data-offline={m.propose_autosave_offline()}
        data-signed-out={m.propose_autosave_signed_out()}
        data-restored={m.propose_autosave_restored()}
        data-elsewhere={m.propose_autosave_elsewhere()}
      >
        <Form action={urls.proposalText(at)}>
          <Hidden name="version" value={action.version} />
          <Fieldset legend={m.propose_part_action()}>
            <Line field="title" {...of} />
            <Text field="summary" rows={2} {...of} />
            <Radios
              name="type"
              label={m.propose_field_kind()}
              look="cards"
              value={typed.texts.kind}
              problems={problems}
              required
              options={ACTION_KINDS.map((kind) => ({
                value: kind,
                label: kindWords[kind](),
                hint: kindHelps[kind](),
                icon: kindIcons[kind],
              }))}
            />
            <Text field="description" rows={8} {...of} />
          </Fieldset>
          <Fieldset legend={m.propose_part_criteria()}>
            <Text field="involvement" {...of} />
            <Text field="inclusion" {...of} />
            <Text field="reproduction" {...of} />
          </Fieldset>
          <Fieldset legend={m.propose_part_practice()}>
            <Text field="steps" {...of} />
            <Text field="materials" rows={4} {...of} />
          </Fieldset>
          <Fieldset
            legend={m.propose_part_budget()}
            id="budget"
            hint={m.propose_budget_hint({ cap: formatMoney(cap) })}
          >
            <BudgetRows budget={budget} problems={problems} />
            <p>
              {m.propose_budget_total({
                total: formatMoney(action.maximum),
                cap: formatMoney(cap),
              })}
            </p>
          </Fieldset>
          <p class="hint" data-autosave role="status" />
          <Actions>
            <SubmitButton size="large" name="geste" value="relire">
              {m.propose_save()}
            </SubmitButton>
          </Actions>
        </Form>
      </draft-autosave>
    </Column>
  );
}

type Of = Pick<Props, 'typed' | 'problems'> & { field: TextField };

function Line({ field, typed, problems }: Of) {
  return (
    <Field
      name={FIELD_NAMES[field]}
      label={fieldWords[field]()}
      hint={fieldHints[field]()}
      value={typed.texts[field]}
      problems={problems}
      width="full"
      required
    />
  );
}

function Text({ field, typed, problems, rows = 5 }: Of & { rows?: number }) {
  return (
    <TextArea
      name={FIELD_NAMES[field]}
      label={fieldWords[field]()}
      hint={fieldHints[field]()}
      value={typed.texts[field]}
      limit={LENGTHS[field]}
      rows={rows}
      problems={problems}
      required={field !== 'materials'}
    />
  );
}

/** Two fields a row; more rows by a button that saves, without scripts too. */
function BudgetRows({ budget, problems }: Pick<Props, 'budget' | 'problems'>) {
  return (
    <>
      {budget.map(({ label, amount }, index) => {
        const number = index + 1;
        return (
          <div class="field-line" key={number}>
            <Field
              name={`depense-${number}`}
              label={m.propose_line_label({ number })}
              value={label}
              problems={problems}
              width="full"
            />
            <Field
              name={`montant-${number}`}
              label={m.propose_line_amount({ number })}
              value={amount}
              problems={problems}
              inputMode="decimal"
              width="short"
              suffix="€"
            />
          </div>
        );
      })}
      <Actions>
        <SubmitButton kind="secondary" icon="plus" name="geste" value="lignes">
          {m.propose_line_more()}
        </SubmitButton>
      </Actions>
    </>
  );
}

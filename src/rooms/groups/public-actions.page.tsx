import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Group } from './group.ts';
import { noonOf } from './group-words.page.ts';
import type { PublicAction } from './public-action.ts';

export interface TypedAction {
  title: string;
  day: { day: string; month: string; year: string };
  place: string;
  people: string;
}

interface Props {
  group: Group;
  actions: readonly PublicAction[];
  typed: TypedAction;
  problems: Problems;
}

/** Where those who run a group say what it did in public. */
export function PublicActionsPage({ group, actions, typed, problems }: Props) {
  const at = { group: group.slug };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.groups_actions_declare()}
        lead={m.groups_actions_lead()}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group(at) },
        ]}
      />
      <Form action={urls.groupPublicActions(at)}>
        <Field
          name="titre"
          label={m.groups_action_title()}
          value={typed.title}
          problems={problems}
          required
        />
        <DateField
          name="jour"
          label={m.groups_action_day()}
          value={typed.day}
          problems={problems}
          required
        />
        <Field
          name="lieu"
          label={m.groups_action_place()}
          value={typed.place}
          problems={problems}
          required
        />
        <Field
          name="personnes"
          label={m.groups_action_people()}
          hint={m.groups_action_people_hint()}
          value={typed.people}
          inputMode="numeric"
          width="short"
          problems={problems}
          required
        />
        <SubmitButton>{m.groups_action_save()}</SubmitButton>
      </Form>
      {actions.length > 0 && (
        <Section title={m.groups_actions()}>
          <List look="rows" label={m.groups_actions()}>
            {actions.map((action) => (
              <div key={action.id}>
                <p>
                  <strong>
                    <bdi>{action.title}</bdi>
                  </strong>
                  <br />
                  <span class="hint">
                    {formatDate(noonOf(action.heldOn))} · <bdi>{action.place}</bdi> ·{' '}
                    {m.groups_people_count({ count: action.people })}
                  </span>
                </p>
                <ButtonForm
                  kind="quiet"
                  size="small"
                  action={urls.groupPublicActionRemove({ ...at, action: action.id })}
                  about={action.title}
                >
                  {m.groups_action_remove()}
                </ButtonForm>
              </div>
            ))}
          </List>
        </Section>
      )}
    </Stack>
  );
}

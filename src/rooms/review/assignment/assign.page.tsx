import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Select } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { AskFields, type TypedAsk } from './ask-fields.page.tsx';
import { sayDay, studyCrumbs } from './words.page.tsx';

/** What was chosen, as it travels from form to form. */
export interface ShownChoice {
  /** Names and values of its fields. */
  fields: readonly (readonly [string, string])[];
  count: number;
  /** Ideas among them that some department studies already. */
  underStudy: number;
  /** The first titles, when ideas were ticked one by one. */
  titles: readonly string[];
}

interface Props {
  edition: Edition;
  choice: ShownChoice;
  departments: readonly Department[];
  problems: Problems;
  lastStudyDay: string | null;
}

/** Which department is asked about all that was chosen, until when. */
export function AssignPage(props: Props & { typed: TypedAsk }) {
  const { edition, choice, departments, typed, problems, lastStudyDay } = props;
  return (
    <ChoicePage {...props} title={m.assign_ask_title()}>
      {choice.count > 0 && (
        <Form action={urls.adminAssign({ edition: edition.slug })}>
          <ChoiceFields choice={choice} />
          <AskFields
            departments={departments}
            typed={typed}
            problems={problems}
            byCategory
            dueHint={
              lastStudyDay ? m.assign_due_study_ends({ date: sayDay(lastStudyDay) }) : undefined
            }
          />
          <p>
            <SubmitButton>
              {m.assign_ask_button({ count: choice.count, total: formatNumber(choice.count) })}
            </SubmitButton>
          </p>
        </Form>
      )}
    </ChoicePage>
  );
}

/** Another last day for all that is asked of what was chosen. */
export function DueDaysPage(
  props: Props & { typed: Pick<TypedAsk, 'service' | 'day' | 'month' | 'year'> },
) {
  const { edition, choice, departments, typed, problems } = props;
  return (
    <ChoicePage {...props} title={m.assign_due_title()}>
      {choice.count > 0 && (
        <Form action={urls.adminDueDays({ edition: edition.slug })}>
          <ChoiceFields choice={choice} />
          <Select
            name="pour"
            label={m.assign_department()}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.service}
            empty={m.assign_every_department()}
            width="medium"
            problems={problems}
          />
          <DateField
            name="echeance"
            label={m.assign_due_new()}
            value={typed}
            required
            problems={problems}
          />
          <p>
            <SubmitButton>{m.assign_due_save()}</SubmitButton>
          </p>
        </Form>
      )}
    </ChoicePage>
  );
}

function ChoicePage(props: Props & { title: string; children: ComponentChildren }) {
  const { edition, choice, problems, title, children } = props;
  const { count, titles, underStudy } = choice;
  return (
    <Column>
      <PageHeader
        title={title}
        lead={m.assign_chosen({ count, total: formatNumber(count) })}
        breadcrumb={studyCrumbs(edition)}
      />
      <ErrorSummary problems={problems} />
      {titles.length > 0 && (
        <ul>
          {titles.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
          {count > titles.length && <li>{m.assign_more({ count: count - titles.length })}</li>}
        </ul>
      )}
      {count === 0 && (
        <Notice tone="warning" title={m.assign_refused_nothing()}>
          <p>
            <a href={urls.adminStudy({ edition: edition.slug })}>{m.assign_back()}</a>
          </p>
        </Notice>
      )}
      {underStudy > 0 && (
        <Notice>
          <p>{m.assign_under_study({ count: underStudy })}</p>
        </Notice>
      )}
      {children}
    </Column>
  );
}

const ChoiceFields = ({ choice }: { choice: ShownChoice }) => (
  <>
    {choice.fields.map(([name, value]) => (
      <Hidden key={`${name} ${value}`} name={name} value={value} />
    ))}
  </>
);

import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { ListFrame, type SeenPlace } from '../list-frame.page.tsx';
import { BodyFields, MayWrite, MESSAGE_NAMES, type TypedMessage } from './thread.page.tsx';

/** A message that begins a thread. */
export function WritePage({ seen, typed }: { seen: SeenPlace; typed: TypedMessage }) {
  const { at } = seen;
  return (
    <ListFrame seen={seen}>
      <Column>
        <PageHeader
          title={m.lists_write()}
          lead={m.lists_write_lead()}
          breadcrumb={[{ label: seen.component.title, href: urls.spaceList(at) }]}
        />
        <ErrorSummary problems={typed.problems} />
        <MayWrite seen={seen} back={urls.listWrite(at)}>
          <Form action={urls.listWrite(at)} upload>
            <Hidden name={MESSAGE_NAMES.form} value={typed.formId} />
            <Field
              name={MESSAGE_NAMES.subject}
              label={m.lists_subject()}
              value={typed.subject}
              problems={typed.problems}
              required
            />
            <BodyFields typed={typed} />
            <SubmitButton icon="mail">{m.lists_write_submit()}</SubmitButton>
          </Form>
        </MayWrite>
      </Column>
    </ListFrame>
  );
}

import * as m from '../../../paraglide/messages.js';
import { ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import type { AbandonRefusal } from '../edition-abandoning.ts';

const words: Record<AbandonRefusal, () => string> = {
  'already-open': m.setup_abandon_refused_open,
  'not-empty': m.setup_abandon_refused_not_empty,
};

/** Asked once more before a preparation is given up. */
export function AbandonPage({
  edition,
  refusal,
}: {
  edition: Edition;
  refusal: AbandonRefusal | null;
}) {
  const at = { edition: edition.slug };
  return (
    <Column>
      {refusal && (
        <Notice tone="danger" title={m.setup_abandon_refused()}>
          {words[refusal]()}
        </Notice>
      )}
      <PageHeader
        title={m.setup_abandon_title()}
        lead={m.setup_abandon_lead({ title: edition.title })}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.spaces_settings_title(), href: urls.adminEditionSettings(at) },
        ]}
      />
      <ul>
        <li>{m.setup_abandon_goes()}</li>
        <li>{m.setup_abandon_address({ slug: edition.slug })}</li>
        <li>{m.setup_abandon_stays()}</li>
      </ul>
      <Form action={urls.adminAbandonEdition(at)}>
        <Actions>
          {refusal === null && (
            <SubmitButton kind="danger">{m.setup_abandon_submit()}</SubmitButton>
          )}
          <ButtonLink kind="secondary" href={urls.adminEditionSettings(at)}>
            {m.setup_abandon_keep()}
          </ButtonLink>
        </Actions>
      </Form>
    </Column>
  );
}

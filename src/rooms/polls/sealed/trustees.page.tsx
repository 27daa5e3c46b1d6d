import * as m from '../../../paraglide/messages.js';
import { FileField, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Fieldset, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';

interface Props {
  edition: Edition;
  poll: Poll;
  problems: Problems;
}

/** Two trustees, one after the other, before the same screen. What they gave is never shown again. */
export function TrusteesPage({ edition, poll, problems }: Props) {
  const at = { edition: edition.slug };
  const { trustees, threshold } = poll.settings.sealing!;
  const parts = Array.from({ length: threshold }, (_, part) => part + 1);
  return (
    <div class="column stack">
      <ErrorSummary
        problems={problems}
        labels={Object.fromEntries(
          parts.map((number) => [`part-${number}`, m.sealed_open_share({ number })]),
        )}
      />
      <PageHeader
        title={m.sealed_open_title()}
        lead={m.sealed_open_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
        ]}
      />
      <Section title={m.sealed_open_who()}>
        <ul class="list list-rows">
          {trustees.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </Section>
      <Form action={urls.adminPollOpenBox(at)} upload>
        {parts.map((number) => (
          <Fieldset key={number} legend={m.sealed_open_share({ number })}>
            <TextArea
              name={`part-${number}`}
              label={m.sealed_open_paste({ number })}
              hint={m.sealed_open_share_hint()}
              rows={3}
              problems={problems}
            />
            <FileField
              name={`part-file-${number}`}
              label={m.sealed_open_file({ number })}
              accept=".txt,text/plain"
            />
          </Fieldset>
        ))}
        <SubmitButton size="large" icon="lock">
          {m.sealed_open_button()}
        </SubmitButton>
      </Form>
      <p>
        <a href={urls.adminPoll(at)}>{m.sealed_open_back()}</a>
      </p>
    </div>
  );
}

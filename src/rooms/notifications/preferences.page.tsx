import * as m from '../../paraglide/messages.js';
import { Checkboxes } from '../../ui/choices.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Topic } from './letter.ts';
import { topicWords } from './topic-words.page.ts';

/** What a person wants to be written about. */
export function PreferencesPage({
  topics,
  unwanted,
}: {
  topics: readonly Topic[];
  unwanted: ReadonlySet<Topic>;
}) {
  return (
    <Column>
      <PageHeader
        title={m.letters_preferences_title()}
        lead={m.letters_preferences_lead()}
        breadcrumb={[{ label: m.identity_account_back(), href: urls.account() }]}
      />
      <Form action={urls.accountLetters()}>
        <Checkboxes
          name="sujet"
          label={m.letters_preferences_legend()}
          hint={m.letters_preferences_owed()}
          values={topics.filter((topic) => !unwanted.has(topic))}
          options={topics.map((topic) => ({
            value: topic,
            label: topicWords[topic].name(),
            hint: topicWords[topic].hint(),
          }))}
        />
        <SubmitButton>{m.letters_preferences_save()}</SubmitButton>
      </Form>
    </Column>
  );
}

export function StopPage(props: { token: string; topic: Topic; organisation: string }) {
  return (
    <Column>
      <PageHeader
        title={m.letters_stop_title()}
        lead={m.letters_stop_lead({
          organisation: props.organisation,
          topic: topicWords[props.topic].name(),
        })}
      />
      <Form action={urls.stopLetters({ token: props.token })}>
        <SubmitButton>{m.letters_stop_button()}</SubmitButton>
      </Form>
      <p class="hint">{m.letters_preferences_owed()}</p>
    </Column>
  );
}

export function StoppedPage({ topic }: { topic: Topic }) {
  return (
    <Column>
      <PageHeader
        title={m.letters_stopped_title()}
        lead={m.letters_stopped_lead({ topic: topicWords[topic].name() })}
      />
      <p>
        <a href={urls.accountLetters()}>{m.letters_preferences_title()}</a>
      </p>
    </Column>
  );
}

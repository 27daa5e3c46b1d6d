import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { ErrorSummary, Form, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Topic } from './letter.ts';
import { rhythmsOf } from './notices/digest.ts';
import type { Rhythm } from './notices/notice.ts';
import { topicWords } from './topic-words.page.ts';

const rhythmWords: Record<Rhythm, () => string> = {
  immediate: m.notices_rhythm_immediate,
  daily: m.notices_rhythm_daily,
  weekly: m.notices_rhythm_weekly,
  none: m.notices_rhythm_none,
};

/** The field of a topic in the form. */
export const fieldOf = (topic: Topic): string => `rythme-${topic}`;

/** How a person wants to be written about each topic. */
export function PreferencesPage({
  topics,
  chosen,
  missing,
}: {
  topics: readonly Topic[];
  chosen: (topic: Topic) => Rhythm | undefined;
  /** Topics of a form that came back without a choice. */
  missing: readonly Topic[];
}) {
  const problems = Object.fromEntries(
    missing.map((topic) => [fieldOf(topic), m.notices_rhythm_missing()]),
  );
  return (
    <Column>
      <PageHeader
        title={m.letters_preferences_title()}
        lead={m.letters_preferences_lead()}
        breadcrumb={[{ label: m.identity_account_back(), href: urls.account() }]}
      />
      <ErrorSummary
        problems={problems}
        labels={Object.fromEntries(
          missing.map((topic) => [fieldOf(topic), topicWords[topic].name()]),
        )}
      />
      <p>{m.letters_preferences_owed()}</p>
      <Form action={urls.accountLetters()}>
        {topics.map((topic) => (
          <Radios
            key={topic}
            name={fieldOf(topic)}
            label={topicWords[topic].name()}
            hint={topicWords[topic].hint()}
            problems={problems}
            value={chosen(topic)}
            look="row"
            options={rhythmsOf(topic).map((rhythm) => ({
              value: rhythm,
              label: rhythmWords[rhythm](),
            }))}
          />
        ))}
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

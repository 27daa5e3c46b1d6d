import * as m from '../../paraglide/messages.js';
import { TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Panel } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type Appeal, type Hiding, WORDS_LENGTH } from './moderation.ts';
import { FIELDS } from './reporting.page.tsx';
import { sayGround } from './words.page.ts';

interface Props {
  /** As its author called it. */
  title: string;
  hiding: Hiding;
  appeal: Appeal | null;
  typed: string;
  problems: Problems;
}

/** Whoever wrote what is hidden: why, and once, what they answer to it. */
export function AppealPage({ title, hiding, appeal, typed, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.moderation_appeal_title()} lead={m.moderation_appeal_lead()} />
      <Panel title={title} tone="quiet">
        <p>{m.moderation_case_hidden_on({ date: formatDate(hiding.hiddenAt, 'day') })}</p>
        <p>{m.moderation_hidden_why({ why: sayGround(hiding) })}</p>
        {hiding.words !== '' && <Prose text={hiding.words} />}
      </Panel>
      {appeal ? (
        <Sent appeal={appeal} />
      ) : hiding.liftedAt ? (
        <Notice tone="success" title={m.moderation_appeal_lifted()}>
          <Prose text={hiding.liftedWords} />
        </Notice>
      ) : (
        <Form action={urls.appeal({ hiding: hiding.id })}>
          <TextArea
            name={FIELDS.words}
            label={m.moderation_appeal_words()}
            value={typed}
            rows={6}
            limit={WORDS_LENGTH}
            problems={problems}
            required
          />
          <SubmitButton>{m.moderation_appeal_submit()}</SubmitButton>
        </Form>
      )}
    </Column>
  );
}

function Sent({ appeal }: { appeal: Appeal }) {
  const title =
    appeal.outcome === 'upheld'
      ? m.moderation_appeal_upheld()
      : appeal.outcome === 'lifted'
        ? m.moderation_appeal_lifted()
        : m.moderation_appeal_sent();
  return (
    <>
      <Notice tone={appeal.outcome === 'lifted' ? 'success' : 'info'} title={title}>
        <Prose text={appeal.outcome ? appeal.answer : m.moderation_appeal_waiting()} />
      </Notice>
      <Prose text={appeal.words} />
    </>
  );
}

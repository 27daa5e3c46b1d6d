import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Outcome } from './decision.ts';
import type { AskedDecisions } from './decisions.page.tsx';
import { decisionCrumbs, outcomeWords } from './words.page.tsx';

/** What leaves if a batch is published. */
export interface BatchPreview {
  decisions: number;
  toVote: number;
  refused: number;
  mails: number;
  /** Holders without a mailbox, by name. */
  onPaper: readonly string[];
  /** Ideas that nobody holds: from a workshop, for instance. */
  withoutHolder: number;
  /** A letter that would leave, of each outcome. */
  samples: readonly { outcome: Outcome; subject: string; text: string }[];
}

export interface TypedPublication {
  quand: string;
  day: string;
  month: string;
  year: string;
  time: string;
}

interface Props {
  edition: Edition;
  preview: BatchPreview;
  numbers: readonly number[];
  asked: AskedDecisions;
  typed: TypedPublication;
  problems: Problems;
}

/** The last look at a batch: who is written what, and that it cannot be taken back. */
export function PublishPage({ edition, preview, numbers, asked, typed, problems }: Props) {
  const at = { edition: edition.slug };
  const { decisions, toVote, refused, mails, onPaper, withoutHolder } = preview;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.decide_publish_title({ count: decisions })}
        lead={m.decide_publish_lead()}
        breadcrumb={decisionCrumbs(edition)}
      />
      <Stats>
        <Stat value={formatNumber(toVote)} label={m.decide_publish_kept({ count: toVote })} />
        <Stat value={formatNumber(refused)} label={m.decide_publish_refused({ count: refused })} />
        <Stat
          value={formatNumber(mails)}
          label={m.decide_publish_mails({ count: mails })}
          explanation={m.decide_publish_papers({ count: onPaper.length })}
        />
      </Stats>
      {onPaper.length > 0 && (
        <Notice title={m.decide_publish_on_paper()}>
          <p>{onPaper.slice(0, 20).join(', ')}</p>
          {onPaper.length > 20 && <p>{m.decide_many_more({ count: onPaper.length - 20 })}</p>}
        </Notice>
      )}
      {withoutHolder > 0 && (
        <Notice>{m.decide_publish_without_holder({ count: withoutHolder })}</Notice>
      )}
      <Section title={m.decide_publish_samples()} lead={m.decide_publish_samples_lead()}>
        {preview.samples.map(({ outcome, subject, text }) => (
          <details key={outcome}>
            <summary>{outcomeWords[outcome]()}</summary>
            <DescriptionList
              look="stack"
              items={[
                { term: m.decide_letter_subject(), detail: subject },
                { term: m.decide_letter_text(), detail: <Prose text={text} /> },
              ]}
            />
          </details>
        ))}
        <p>
          <a href={urls.adminDecisionWords(at)}>{m.decide_words_edit()}</a>
        </p>
      </Section>
      <Form action={urls.adminPublishDecisions(at)}>
        {numbers.length > 0 ? (
          numbers.map((number) => <Hidden key={number} name="idee" value={number} />)
        ) : (
          <>
            <Hidden name="tous" value="oui" />
            {Object.entries(asked).map(
              ([name, value]) => value && <Hidden key={name} name={name} value={value} />,
            )}
          </>
        )}
        <Hidden name="vues" value={decisions} />
        <Radios
          name="quand"
          label={m.decide_when()}
          value={typed.quand}
          problems={problems}
          required
          options={[
            { value: 'maintenant', label: m.decide_when_now() },
            {
              value: 'plus-tard',
              label: m.decide_when_later(),
              hint: m.decide_when_later_hint(),
            },
          ]}
        />
        <DateField
          name="minute"
          label={m.decide_minute()}
          hint={m.decide_minute_hint()}
          value={typed}
          problems={problems}
          withTime
        />
        <SubmitButton kind="danger" size="large">
          {m.decide_publish_submit({ count: decisions })}
        </SubmitButton>
      </Form>
      <p>
        <a href={urls.adminDecisions(at, { ...asked })}>{m.decide_cancel()}</a>
      </p>
    </Column>
  );
}

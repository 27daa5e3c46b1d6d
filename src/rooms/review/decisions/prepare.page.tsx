import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { Radios } from '../../../ui/choices.tsx';
import { Select, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { type DecidedIdea, LONGEST, type RefusalReason, reasonWords } from './decision.ts';
import type { AskedDecisions } from './decisions.page.tsx';
import { decisionCrumbs } from './words.page.tsx';

/** Values as they were typed. */
export interface TypedProposal {
  /** '' while nothing is chosen. */
  outcome: string;
  reasonId: string;
  publicText: string;
  personalText: string;
}

interface FieldsProps {
  typed: TypedProposal;
  problems: Problems;
  reasons: readonly RefusalReason[];
  /** Only for one idea: a paragraph to many is not personal. */
  personal: boolean;
}

/** What an officer proposes: outcome, reason, what everybody reads, what the holder reads. */
export function ProposalFields({ typed, problems, reasons, personal }: FieldsProps) {
  const offered = reasons.filter(({ id, isClosed }) => !isClosed || id === typed.reasonId);
  return (
    <>
      <Radios
        name="outcome"
        label={m.decide_outcome()}
        value={typed.outcome}
        problems={problems}
        required
        options={[
          { value: 'to-vote', label: m.decide_outcome_kept(), hint: m.decide_outcome_kept_hint() },
          {
            value: 'refused',
            label: m.decide_outcome_refused(),
            hint: m.decide_outcome_refused_hint(),
          },
        ]}
      />
      <Select
        name="reasonId"
        label={m.decide_reason()}
        hint={m.decide_reason_hint()}
        options={offered.map((reason) => ({
          value: reason.id,
          label: reasonWords(reason, getLocale()),
        }))}
        value={typed.reasonId}
        empty={m.decide_no_reason()}
        problems={problems}
      />
      <TextArea
        name="publicText"
        label={m.decide_public_text()}
        hint={m.decide_public_text_hint()}
        value={typed.publicText}
        problems={problems}
        rows={6}
        limit={LONGEST.publicText}
      />
      {personal && (
        <TextArea
          name="personalText"
          label={m.decide_personal_text()}
          hint={m.decide_personal_text_hint()}
          value={typed.personalText}
          problems={problems}
          rows={4}
          limit={LONGEST.personalText}
        />
      )}
    </>
  );
}

interface ManyProps extends Omit<FieldsProps, 'personal'> {
  edition: Edition;
  /** How many ideas it would be said of. */
  count: number;
  /** The first of them, to be recognised by. */
  ideas: readonly DecidedIdea[];
  /** Chosen one by one; empty: all that `asked` leaves. */
  numbers: readonly number[];
  asked: AskedDecisions;
}

/** One proposal for many ideas. */
export function PrepareManyPage(props: ManyProps) {
  const { edition, count, ideas, numbers, asked, problems } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.decide_many_title()}
        lead={m.decide_many_lead({ count })}
        breadcrumb={decisionCrumbs(edition)}
      />
      <details>
        <summary>{m.decide_many_which()}</summary>
        <ul>
          {ideas.map(({ number, title }) => (
            <li key={number}>
              {m.decide_mark({ number })} <bdi>{title}</bdi>
            </li>
          ))}
          {count > ideas.length && <li>{m.decide_many_more({ count: count - ideas.length })}</li>}
        </ul>
      </details>
      <Notice>{m.decide_many_not_personal()}</Notice>
      <Form action={urls.adminPrepareDecisions(at)}>
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
        <ProposalFields
          typed={props.typed}
          problems={problems}
          reasons={props.reasons}
          personal={false}
        />
        <SubmitButton size="large">{m.decide_many_submit({ count })}</SubmitButton>
      </Form>
      <p>
        <a href={urls.adminDecisions(at, { ...asked })}>{m.decide_cancel()}</a>
      </p>
    </Column>
  );
}

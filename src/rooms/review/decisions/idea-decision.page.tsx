import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Column, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import {
  type DecidedIdea,
  type Decision,
  LONGEST,
  type RefusalReason,
  stateOf,
} from './decision.ts';
import { ProposalFields, type TypedProposal } from './prepare.page.tsx';
import { decisionCrumbs, OutcomeTag, sayReason, stateWords } from './words.page.tsx';

interface Props {
  edition: Edition;
  idea: DecidedIdea;
  /** Every decision it had, the last one in force. */
  decisions: readonly Decision[];
  reasons: readonly RefusalReason[];
  nicknames: ReadonlyMap<string, string>;
  frozen: boolean;
  mayPrepare: boolean;
  mayDecide: boolean;
  typed: TypedProposal;
  because: string;
  problems: Problems;
  /** Of what the form was made from. */
  version: number;
  conflict: boolean;
}

/** One idea's decision: proposed, changed, decided, reopened; everything it ever was. */
export function IdeaDecisionPage(props: Props) {
  const { edition, idea, decisions, problems, frozen, mayPrepare, conflict } = props;
  const at = { edition: edition.slug };
  const current = decisions.find(({ reopenedAt }) => reopenedAt === null) ?? null;
  const isOpen = !frozen && current?.publishedAt == null;
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.decide_conflict_title() })} />
      {conflict && <Notice tone="warning">{m.decide_conflict_words()}</Notice>}
      <PageHeader
        title={m.decide_one_title({ number: idea.number })}
        kicker={stateWords[stateOf(current)]()}
        breadcrumb={decisionCrumbs(edition)}
        lead={
          <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
            <bdi>{idea.title}</bdi>
          </a>
        }
      />
      {isOpen && mayPrepare && (
        <Form action={urls.adminDecision({ ...at, idea: idea.number })}>
          <Hidden name="version" value={props.version} />
          {current?.decidedAt && <Notice tone="warning">{m.decide_change_decided()}</Notice>}
          <ProposalFields
            typed={props.typed}
            problems={problems}
            reasons={props.reasons}
            personal
          />
          <SubmitButton size="large">{m.decide_prepare_submit()}</SubmitButton>
        </Form>
      )}
      {current && (!isOpen || !mayPrepare) && <Told {...props} decision={current} />}
      {current && isOpen && <Acts {...props} current={current} />}
      {current?.publishedAt && !frozen && mayPrepare && <Reopening {...props} />}
      {decisions.length > (current ? 1 : 0) && (
        <Section title={m.decide_history_title()} lead={m.decide_history_lead()}>
          <Stack>
            {decisions
              .filter((decision) => decision !== current)
              .map((decision) => (
                <Told key={decision.round} {...props} decision={decision} />
              ))}
          </Stack>
        </Section>
      )}
    </Column>
  );
}

function Acts({ edition, idea, current, mayPrepare, mayDecide }: Props & { current: Decision }) {
  const at = { edition: edition.slug, idea: idea.number };
  return (
    <div class="actions">
      {mayDecide && current.decidedAt === null && (
        <ButtonForm
          action={urls.adminDecide({ edition: edition.slug })}
          values={{ lu: 0, etat: 'a-decider', idee: `${idea.number}-${current.version}` }}
        >
          {m.decide_decide_this()}
        </ButtonForm>
      )}
      {mayPrepare && (
        <ButtonForm
          action={urls.adminWithdrawDecision(at)}
          kind="secondary"
          values={{ version: current.version }}
        >
          {m.decide_withdraw()}
        </ButtonForm>
      )}
    </div>
  );
}

/** A decision as it was said, with who and when. */
function Told({ decision, reasons, nicknames }: Props & { decision: Decision }) {
  const by = (id: string | null, date: Date) =>
    m.decide_by({
      name: nicknames.get(id ?? '') ?? m.decide_somebody(),
      date: formatDateTime(date),
    });
  return (
    <DescriptionList
      items={[
        { term: m.decide_decision(), detail: <OutcomeTag outcome={decision.outcome} /> },
        ...(decision.reasonId
          ? [{ term: m.decide_reason(), detail: sayReason(reasons, decision.reasonId) }]
          : []),
        ...(decision.publicText
          ? [{ term: m.decide_public_text(), detail: <Prose text={decision.publicText} /> }]
          : []),
        ...(decision.personalText
          ? [{ term: m.decide_personal_text(), detail: <Prose text={decision.personalText} /> }]
          : []),
        { term: m.decide_prepared(), detail: by(decision.preparedBy, decision.preparedAt) },
        ...(decision.decidedAt
          ? [{ term: m.decide_decided(), detail: by(decision.decidedBy, decision.decidedAt) }]
          : []),
        ...(decision.publishedAt
          ? [{ term: m.decide_published(), detail: formatDateTime(decision.publishedAt) }]
          : []),
        ...(decision.reopenedAt
          ? [
              {
                term: m.decide_reopened(),
                detail: (
                  <>
                    {by(decision.reopenedBy, decision.reopenedAt)}
                    <Prose text={decision.reopenedBecause} />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Reopening({ edition, idea, because, problems }: Props) {
  return (
    <Section title={m.decide_reopen_title()} lead={m.decide_reopen_lead()}>
      <Form action={urls.adminReopenDecision({ edition: edition.slug, idea: idea.number })}>
        <TextArea
          name="because"
          label={m.decide_reopen_because()}
          hint={m.decide_reopen_because_hint()}
          value={because}
          problems={problems}
          rows={3}
          limit={LONGEST.because}
          required
        />
        <SubmitButton kind="danger">{m.decide_reopen_submit()}</SubmitButton>
      </Form>
    </Section>
  );
}

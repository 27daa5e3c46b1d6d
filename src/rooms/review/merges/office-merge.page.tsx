import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { IdeaTitle } from '../../ideas/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { type Member, type Merge, stateOf } from './merge.ts';
import { stateTones, stateWords } from './merge-words.page.ts';

interface Props {
  edition: Edition;
  merge: Merge;
  titles: ReadonlyMap<string, IdeaTitle>;
  /** Names of holders by idea; absent: nobody holds it. */
  holders: ReadonlyMap<string, string>;
  supporters: number;
  writes: boolean;
  reason: string;
  problems: Problems;
}

/** One proposal: who answered what, and what the office can still do. */
export function OfficeMergePage(props: Props) {
  const { edition, merge, titles, supporters, writes, problems } = props;
  const at = { edition: edition.slug, merge: merge.id };
  const state = stateOf(merge);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={merge.title}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.merges_title(), href: urls.adminMerges(at) },
        ]}
        meta={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
      />
      <DescriptionList
        items={[
          { term: m.merges_proposed_on(), detail: formatDateTime(merge.proposedAt) },
          {
            term: m.merges_answer_by(),
            detail: formatDate(new Date(`${merge.answerBy}T12:00:00Z`)),
          },
          {
            term: m.merges_lead_idea(),
            detail: <bdi>{titles.get(merge.leadIdeaId)?.title}</bdi>,
          },
          { term: m.merges_supporters_term(), detail: m.merges_supporters({ count: supporters }) },
          ...(merge.undoReason
            ? [{ term: m.merges_undo_reason(), detail: <bdi>{merge.undoReason}</bdi> }]
            : []),
        ]}
      />
      <p class="kept-lines">
        <bdi>{merge.words}</bdi>
      </p>
      <Section title={m.merges_answers_title()}>
        <Table
          caption={m.merges_answers_title()}
          captionHidden
          columns={[
            { key: 'idea', label: m.merges_column_idea() },
            { key: 'holder', label: m.merges_column_holder() },
            { key: 'answer', label: m.merges_column_answer() },
            ...(writes && state === 'proposed'
              ? [{ key: 'relay', label: m.merges_column_relay() }]
              : []),
          ]}
          rows={merge.members.map((member) => ({
            idea: <IdeaLink edition={edition} title={titles.get(member.ideaId)} />,
            holder: <bdi>{props.holders.get(member.ideaId) ?? m.merges_no_holder()}</bdi>,
            answer: <AnswerWords member={member} />,
            relay: member.answer === null && <Relay at={at} member={member} titles={titles} />,
          }))}
        />
      </Section>
      {writes && state === 'proposed' && (
        <ButtonForm kind="quiet" action={urls.adminMergeWithdraw(at)}>
          {m.merges_withdraw()}
        </ButtonForm>
      )}
      {writes && state === 'accepted' && (
        <Section title={m.merges_undo_title()} lead={m.merges_undo_lead()}>
          <Form action={urls.adminMergeUndo(at)}>
            <Field
              name="reason"
              label={m.merges_undo_reason()}
              hint={m.merges_undo_reason_hint()}
              value={props.reason}
              problems={problems}
              required
            />
            <SubmitButton kind="secondary">{m.merges_undo()}</SubmitButton>
          </Form>
        </Section>
      )}
      {problems.form && <Notice tone="warning">{problems.form}</Notice>}
    </Column>
  );
}

function IdeaLink({ edition, title }: { edition: Edition; title: IdeaTitle | undefined }) {
  if (!title) return null;
  return (
    <a
      href={urls.idea({
        edition: edition.slug,
        idea: numberedSegment(title.number, title.title),
      })}
    >
      {m.merges_idea({ number: title.number })} <bdi lang={title.lang}>{title.title}</bdi>
    </a>
  );
}

function AnswerWords({ member }: { member: Member }) {
  if (member.answer === null) return <>{m.merges_not_answered()}</>;
  return (
    <>
      <StateBadge tone={member.answer === 'accepted' ? 'success' : 'warning'}>
        {member.answer === 'accepted' ? m.merges_said_yes() : m.merges_said_no()}
      </StateBadge>
      {member.answeredAt && ` ${formatDate(member.answeredAt)}`}
      {member.isRelayed && ` · ${m.merges_relayed()}`}
      {member.words && (
        <p class="kept-lines">
          <bdi>{member.words}</bdi>
        </p>
      )}
    </>
  );
}

/** An answer that came another way: on paper, by telephone. */
function Relay(props: {
  at: { edition: string; merge: string };
  member: Member;
  titles: ReadonlyMap<string, IdeaTitle>;
}) {
  const { at, member, titles } = props;
  const about = m.merges_idea({ number: titles.get(member.ideaId)?.number ?? 0 });
  return (
    <div class="actions">
      {(['oui', 'non'] as const).map((answer) => (
        <ButtonForm
          key={answer}
          kind="quiet"
          size="small"
          action={urls.adminMergeAnswer(at)}
          values={{ idee: member.ideaId, reponse: answer }}
          about={about}
        >
          {answer === 'oui' ? m.merges_relay_yes() : m.merges_relay_no()}
        </ButtonForm>
      ))}
    </div>
  );
}

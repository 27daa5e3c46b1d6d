import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Panel, Section, Split, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { CommentsBlock, type CommentsProps } from '../comments/index.page.ts';
import { ReportLink } from '../moderation/index.page.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { type HelpRequest, stateOf } from './request.ts';
import {
  categoryIcons,
  categoryWords,
  noonOf,
  requestSegment,
  sayName,
  stateTones,
  stateWords,
} from './request-words.page.ts';

interface Props {
  request: HelpRequest;
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  today: string;
  /** null: nobody's name is to be said. */
  asker: string | null;
  /** The answer that helped; null: none yet, or it is out of sight. */
  answer: {
    id: string;
    body: string;
    lang: string;
    publishedAt: Date;
    nickname: string | null;
  } | null;
  comments: CommentsProps | null;
  isOwn: boolean;
  mayTeach: boolean;
  isTaught: boolean;
}

/** A question, the answer that helped first, then what was said; what its asker may do stands beside. */
export function RequestPage(props: Props) {
  const { request, space, component, answer, isOwn } = props;
  const at = { request: requestSegment(request) };
  const state = stateOf(request);
  const lang = request.lang === getLocale() ? {} : { lang: request.lang };
  const mayAccept = isOwn && state !== 'closed';
  return (
    <>
      <PageHeader
        title={request.title}
        {...lang}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          {
            label: component.title,
            href: urls.spaceRequests({ space: space.slug, component: component.slug }),
          },
        ]}
        meta={
          <>
            <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>{' '}
            <Tag icon={categoryIcons[request.category]}>{categoryWords[request.category]()}</Tag>
          </>
        }
      />
      <Split aside={<Aside {...props} />}>
        <Section title={m.mutual_question_title()}>
          <Prose text={request.question} {...lang} />
        </Section>
        {answer && (
          <Panel title={m.mutual_accepted_title()} tone="brand">
            <p>
              <strong>
                <PersonLink nickname={answer.nickname}>{sayName(answer.nickname)}</PersonLink>
              </strong>{' '}
              <span class="hint">
                <DateText at={answer.publishedAt} shape="moment" />
              </span>
            </p>
            <Prose text={answer.body} {...(answer.lang !== getLocale() && { lang: answer.lang })} />
            {mayAccept && (
              <ButtonForm action={urls.acceptAnswer(at)} kind="quiet" size="small">
                {m.mutual_unaccept()}
              </ButtonForm>
            )}
          </Panel>
        )}
        {props.comments && (
          <CommentsBlock
            {...props.comments}
            heading={m.mutual_answers_title({ count: props.comments.tally.comments })}
            {...(mayAccept && {
              moreActs: (comment) =>
                comment.id === request.acceptedComment ? (
                  <StateBadge tone="success">{m.mutual_accepted_badge()}</StateBadge>
                ) : (
                  <ButtonForm
                    action={urls.acceptAnswer(at)}
                    values={{ commentaire: comment.id }}
                    kind="quiet"
                    size="small"
                    icon="check"
                    about={sayName(comment.nickname)}
                  >
                    {m.mutual_accept()}
                  </ButtonForm>
                ),
            })}
          />
        )}
      </Split>
    </>
  );
}

function Aside(props: Props) {
  const { request, today, asker, isOwn } = props;
  const at = { request: requestSegment(request) };
  const state = stateOf(request);
  const isLate = state === 'open' && request.deadline !== null && request.deadline < today;
  return (
    <>
      <Panel title={m.mutual_facts_title()}>
        <DescriptionList
          look="stack"
          items={[
            {
              term: m.mutual_asked_by(),
              detail: <PersonLink nickname={asker}>{sayName(asker)}</PersonLink>,
            },
            { term: m.mutual_asked_at(), detail: <DateText at={request.askedAt} /> },
            ...(request.deadline
              ? [
                  {
                    term: m.mutual_deadline(),
                    detail: (
                      <>
                        {formatDate(noonOf(request.deadline))}
                        {isLate && <> · {m.mutual_deadline_over()}</>}
                      </>
                    ),
                  },
                ]
              : []),
            {
              term: m.mutual_who_reads(),
              detail: request.sharedAt ? m.mutual_read_by_all() : m.mutual_read_in_confidence(),
            },
          ]}
        />
      </Panel>
      {isOwn && (
        <Panel title={m.mutual_own_title()}>
          <Stack>
            {state === 'closed' ? (
              <ButtonForm action={urls.reopenRequest(at)} kind="secondary" icon="unlock">
                {m.mutual_reopen()}
              </ButtonForm>
            ) : (
              <ButtonForm action={urls.closeRequest(at)} kind="secondary" icon="lock">
                {m.mutual_close()}
              </ButtonForm>
            )}
            {!request.sharedAt && (
              <>
                <ButtonForm action={urls.shareRequest(at)} kind="secondary" icon="citizens">
                  {m.mutual_share()}
                </ButtonForm>
                <p class="hint">{m.mutual_share_hint()}</p>
              </>
            )}
          </Stack>
        </Panel>
      )}
      {props.mayTeach && (
        <Panel title={m.mutual_teach_panel()}>
          <Stack>
            <p>{m.mutual_teach_words()}</p>
            <ButtonLink kind="secondary" icon="book" href={urls.writeLesson(at)}>
              {m.mutual_teach_title()}
            </ButtonLink>
          </Stack>
        </Panel>
      )}
      {props.isTaught && <p class="hint">{m.mutual_taught()}</p>}
      <ReportLink kind="request" id={request.id} isOwn={isOwn} />
    </>
  );
}

/** A request that nobody but its asker sees, since moderators read it first. */
export function HeldRequest({ request }: { request: HelpRequest }) {
  const lang = request.lang === getLocale() ? {} : { lang: request.lang };
  const isRefused = request.refusedAt !== null;
  return (
    <Column>
      <PageHeader title={request.title} {...lang} />
      <Notice
        tone={isRefused ? 'warning' : 'info'}
        title={isRefused ? m.mutual_refused() : m.mutual_held()}
      >
        {isRefused ? m.mutual_refused_words() : m.mutual_held_words()}
      </Notice>
      <Panel>
        <Prose text={request.question} {...lang} />
      </Panel>
    </Column>
  );
}

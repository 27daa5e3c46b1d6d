import * as m from '../../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { type Post, stateOf } from '../posts/post.ts';
import { postStateLooks } from '../posts/words.page.ts';
import { isLate, type Realisation } from '../realisation.ts';
import { haltWords, StandingBadges, sayDay, stageWords } from '../stage.page.tsx';
import { FrameForm } from './frame-form.page.tsx';
import { HaltForm, type TypedHalt } from './halt-form.page.tsx';

export interface TypedFrame {
  department: string;
  mode: string;
  committed: string;
  spent: string;
  outcome: string;
}

export interface OfficeDeliveryProps {
  edition: Edition;
  number: number;
  project: { title: string };
  realisation: Realisation;
  departments: ReadonlyMap<string, Department>;
  /** Those who hold the ideas, as everybody may call them. */
  holders: readonly string[];
  posts: readonly Post[];
  isOfficer: boolean;
  /** `YYYY-MM-DD` */
  today: string;
  typed: TypedFrame;
  /** Of what the form was made from. */
  mark: string;
  typedHalt: TypedHalt;
  problems: Problems;
  conflict: boolean;
  breadcrumb: { label: string; href: string }[];
}

/** One realisation, for those who advance it: its steps, its news, its money, what stops it. */
export function OfficeDeliveryPage(props: OfficeDeliveryProps) {
  const { edition, number, project, realisation, today, problems, conflict } = props;
  const at = { edition: edition.slug, project: number };
  return (
    <>
      <ErrorSummary
        problems={problems}
        {...(conflict && { title: m.deliver_conflict_title() })}
        labels={{
          department: m.deliver_department(),
          mode: m.deliver_mode_label(),
          committed: m.deliver_committed(),
          spent: m.deliver_spent(),
          outcome: m.deliver_outcome(),
        }}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={project.title}
        kicker={m.delivery_kicker({ number })}
        breadcrumb={props.breadcrumb}
        meta={<StandingBadges realisation={realisation} today={today} />}
        actions={
          <>
            <ButtonLink kind="secondary" href={urls.adminDeliveryPeople(at)}>
              {m.together_office_title()}
            </ButtonLink>
            <ButtonLink kind="secondary" href={urls.adminInauguration(at)}>
              {m.together_inauguration_title()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="eye" href={urls.delivery(at)}>
              {m.deliver_see_public()}
            </ButtonLink>
          </>
        }
      />
      {realisation.halt && (
        <Notice tone="warning" title={haltWords[realisation.halt.kind]()}>
          <Prose text={realisation.halt.reason} />
          <p class="hint">{m.deliver_halted_since({ date: formatDate(realisation.halt.at) })}</p>
        </Notice>
      )}
      <Section title={m.deliver_steps()} lead={m.deliver_steps_lead()}>
        <Table
          caption={m.deliver_steps()}
          captionHidden
          columns={[
            { key: 'stage', label: m.deliver_column_stage() },
            { key: 'planned', label: m.deliver_column_planned() },
            { key: 'done', label: m.deliver_column_done() },
            { key: 'title', label: m.deliver_column_told() },
          ]}
          rows={realisation.steps.map((step) => ({
            stage: (
              <a href={urls.adminDeliveryStep({ ...at, stage: step.stage })}>
                {stageWords[step.stage]()}
              </a>
            ),
            planned: (
              <>
                {sayDay(step.plannedOn, step.plannedIsMonth)}
                {realisation.halt === null && isLate(step, today) && (
                  <>
                    {' '}
                    <StateBadge tone="warning" icon="clock">
                      {m.delivery_behind()}
                    </StateBadge>
                  </>
                )}
              </>
            ),
            done:
              step.doneOn === null ? (
                m.deliver_not_done()
              ) : (
                <StateBadge tone="success">{sayDay(step.doneOn, step.doneIsMonth)}</StateBadge>
              ),
            title: step.title ? <bdi>{step.title}</bdi> : m.deliver_nothing_told(),
          }))}
        />
      </Section>
      <Section
        title={m.deliver_posts()}
        lead={m.deliver_posts_lead()}
        action={<a href={urls.adminNewPost(at)}>{m.deliver_post_new()}</a>}
      >
        {props.posts.length === 0 ? (
          <p>{m.deliver_posts_none()}</p>
        ) : (
          <List>
            {props.posts.map((post) => (
              <PostLine key={post.id} post={post} at={at} />
            ))}
          </List>
        )}
      </Section>
      <FrameForm {...props} />
      <HaltForm {...props} />
    </>
  );
}

function PostLine({ post, at }: { post: Post; at: { edition: string; project: number } }) {
  const { tone, words } = postStateLooks[stateOf(post)];
  return (
    <p>
      <a href={urls.adminPost({ ...at, post: post.id })}>
        <bdi>{post.title}</bdi>
      </a>{' '}
      <StateBadge tone={tone}>{words()}</StateBadge>{' '}
      <span class="hint">{formatDate(post.publishedAt ?? post.writtenAt, 'day')}</span>
    </p>
  );
}

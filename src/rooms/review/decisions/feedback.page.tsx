import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { BarChart, Stat, Stats } from '../../../ui/charts.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame, findPhase, numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { type DecidedIdea, type RefusalReason, reasonWords } from './decision.ts';
import type { Feedback } from './feedback.store.ts';
import { OutcomeTag, sayReason } from './words.page.tsx';

export interface FeedbackProps {
  edition: Edition;
  now: Date;
  feedback: Feedback;
  /** Projects that residents may see; null: not yet. */
  projects: number | null;
  /** Once the result is published: the projects that won, and the ideas in them. */
  winners: { projects: number; ideas: number } | null;
  /** Where and when it is told together; '': not said. */
  meeting: string;
  ideas: readonly DecidedIdea[];
  total: number;
  reasons: readonly RefusalReason[];
  asked: { recherche: string; issue?: string | undefined; motif?: string | undefined };
  nextHref?: string | undefined;
}

/** « Ce que sont devenues les idées »: funnel, reasons, every decision (R45, R46, R77). */
export function FeedbackPage(props: FeedbackProps) {
  const { edition, now, feedback, meeting } = props;
  const isBegun = feedback.toVote + feedback.refused > 0;
  return (
    <EditionFrame edition={edition} now={now} current="feedback">
      <PageHeader title={m.decide_feedback_title()} lead={leadOf(props)} />
      {isBegun ? <Figures {...props} /> : <Before {...props} />}
      {meeting !== '' && (
        <Section title={m.decide_feedback_meeting()}>
          <Prose text={meeting} />
        </Section>
      )}
      {isBegun && <Decisions {...props} />}
    </EditionFrame>
  );
}

function leadOf({ feedback }: FeedbackProps): string {
  const { toVote, refused, deposited } = feedback;
  if (toVote + refused === 0) return m.decide_feedback_lead_before();
  return toVote + refused === deposited
    ? m.decide_feedback_lead_whole({ count: deposited })
    : m.decide_feedback_lead_part({
        published: formatNumber(toVote + refused),
        deposited: formatNumber(deposited),
      });
}

function Before({ edition, now, feedback }: FeedbackProps) {
  const study = findPhase(edition, 'study');
  const decided = feedback.states['to-publish'];
  return (
    <EmptyState icon="clock" title={m.decide_feedback_before_title()}>
      <p>{m.decide_feedback_before()}</p>
      {feedback.deposited > 0 && (
        <p>
          {m.decide_feedback_before_count({
            decided: formatNumber(decided),
            deposited: formatNumber(feedback.deposited),
          })}
        </p>
      )}
      {study?.endsAt && study.endsAt > now && (
        <p>{m.decide_feedback_before_until({ date: formatDate(study.endsAt) })}</p>
      )}
    </EmptyState>
  );
}

function Figures({ edition, feedback, projects, winners }: FeedbackProps) {
  const { deposited, toVote, refused, admissible, averageDays, reasons } = feedback;
  const isWhole = toVote + refused === deposited;
  const percent = (ideas: number) =>
    m.decide_feedback_share({ share: formatNumber(Math.round((ideas / deposited) * 100)) });
  return (
    <>
      <Stats>
        <Stat
          value={formatNumber(deposited)}
          label={m.decide_feedback_deposited({ count: deposited })}
        />
        <Stat
          value={formatNumber(toVote)}
          label={m.decide_feedback_to_vote({ count: toVote })}
          {...(projects !== null && {
            explanation: m.decide_feedback_projects({ count: projects }),
          })}
        />
        <Stat
          value={formatNumber(refused)}
          label={m.decide_feedback_refused({ count: refused })}
          explanation={m.decide_feedback_refused_why()}
        />
        {averageDays !== null && (
          <Stat
            value={formatNumber(averageDays)}
            label={m.decide_feedback_days({ count: averageDays })}
            explanation={m.decide_feedback_days_words()}
          />
        )}
      </Stats>
      <Section title={m.decide_feedback_funnel()}>
        <BarChart
          id="parcours"
          title={m.decide_feedback_funnel_chart()}
          description={m.decide_feedback_funnel_words({
            deposited: formatNumber(deposited),
            toVote: formatNumber(toVote),
          })}
          labelHead={m.decide_feedback_step()}
          valueHead={m.decide_feedback_ideas()}
          bars={[
            {
              label: m.decide_feedback_step_deposited(),
              value: deposited,
              href: urls.ideas({ edition: edition.slug }),
            },
            ...(isWhole
              ? [
                  {
                    label: m.decide_feedback_step_admissible(),
                    value: admissible,
                    valueWords: `${formatNumber(admissible)} (${percent(admissible)})`,
                  },
                ]
              : []),
            {
              label: m.decide_feedback_step_to_vote(),
              value: toVote,
              valueWords: `${formatNumber(toVote)} (${percent(toVote)})`,
            },
            ...(winners
              ? [
                  {
                    label: m.decide_feedback_step_won(),
                    value: winners.ideas,
                    valueWords: m.decide_feedback_won({
                      ideas: formatNumber(winners.ideas),
                      count: winners.projects,
                    }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {reasons.length > 0 && (
        <Section title={m.decide_feedback_reasons()} lead={m.decide_feedback_reasons_lead()}>
          <BarChart
            id="motifs"
            title={m.decide_feedback_reasons_chart()}
            description={reasons
              .map((one) => `${reasonWords(one, getLocale())}\u202f: ${formatNumber(one.ideas)}`)
              .join(', ')}
            labelHead={m.decide_reason()}
            valueHead={m.decide_feedback_ideas()}
            bars={reasons.map((one) => ({
              label: reasonWords(one, getLocale()),
              value: one.ideas,
              href: urls.feedback({ edition: edition.slug }, { motif: one.id }),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Decisions(props: FeedbackProps) {
  const { edition, ideas, total, reasons, asked } = props;
  const at = { edition: edition.slug };
  const isFiltered = Boolean(asked.recherche || asked.issue || asked.motif);
  const given = props.feedback.reasons.map(({ id }) => id);
  return (
    <Section title={m.decide_feedback_list()} id="decisions">
      <Filters
        action={urls.feedback(at)}
        search={{ name: 'recherche', label: m.decide_search(), value: asked.recherche }}
        selects={[
          {
            name: 'issue',
            label: m.decide_outcome(),
            options: [
              { value: 'retenue', label: m.decide_outcome_kept() },
              { value: 'non-retenue', label: m.decide_outcome_refused() },
            ],
            value: asked.issue,
            empty: m.decide_all_outcomes(),
          },
          {
            name: 'motif',
            label: m.decide_reason(),
            options: given.map((id) => ({ value: id, label: sayReason(reasons, id) })),
            value: asked.motif,
            empty: m.decide_all_reasons(),
          },
        ]}
        {...(isFiltered && { clearHref: urls.feedback(at) })}
      />
      {ideas.length === 0 ? (
        <EmptyState icon="filter" title={m.decide_none_filtered()} level={3}>
          <p>
            <a href={urls.feedback(at)}>{m.decide_see_all()}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="page-summary">{m.decide_shown({ count: total })}</p>
          <Table
            caption={m.decide_feedback_list()}
            captionHidden
            columns={[
              { key: 'title', label: m.decide_idea() },
              { key: 'decision', label: m.decide_decision() },
              { key: 'text', label: m.decide_public_text_short(), sentences: true },
            ]}
            rows={ideas.map((idea) => ({
              title: (
                <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                  {m.decide_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
                </a>
              ),
              decision: idea.decision && (
                <>
                  <OutcomeTag outcome={idea.decision.outcome} />
                  {idea.decision.reasonId && (
                    <div>{sayReason(reasons, idea.decision.reasonId)}</div>
                  )}
                </>
              ),
              text: excerptOf(idea.decision?.publicText ?? ''),
            }))}
          />
        </>
      )}
      <Pagination nextHref={props.nextHref} />
    </Section>
  );
}

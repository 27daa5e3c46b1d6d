import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { formatDate } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import { FIGURES } from './figures.ts';
import type { Opinion } from './opinion.ts';
import type { SheetSummary } from './study.ts';
import { figureWords, sayFeasibility, sayFigure, standOf } from './words.page.ts';

interface Props {
  id: string;
  opinions: readonly Opinion[];
  summary: SheetSummary;
  departments: ReadonlyMap<string, Department>;
  /** Of those who wrote, by person. */
  nicknames: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` */
  today: string;
  /** An officer opens each as its agents do. */
  mayOpen: boolean;
}

/** A column for each thing that is asked, a line for each department; on a phone, a card for each. */
export function OpinionsPart(props: Props) {
  const { id, opinions, summary } = props;
  return (
    <Section id={id} title={m.study_part_opinions()}>
      {opinions.length === 0 ? (
        <EmptyState icon="citizens" level={3} title={m.study_no_opinion()}>
          <p>{m.study_no_opinion_words()}</p>
        </EmptyState>
      ) : (
        <>
          <Table
            caption={m.study_opinions_caption()}
            captionHidden
            columns={[
              { key: 'department', label: m.study_department() },
              { key: 'state', label: m.study_verdict() },
              { key: 'technical', label: m.study_technical() },
              { key: 'legal', label: m.study_legal() },
              { key: 'financial', label: m.study_financial() },
              ...FIGURES.map((key) => ({ key, label: figureWords[key](), numeric: true })),
            ]}
            rows={opinions.map((opinion) => lineOf(opinion, props))}
            {...(summary.given.length > 1 && { total: totalOf(summary) })}
          />
          {opinions.map((opinion) => (
            <Words key={opinion.id} opinion={opinion} {...props} />
          ))}
        </>
      )}
    </Section>
  );
}

function lineOf(opinion: Opinion, { departments, mayOpen, today }: Props) {
  const name = departments.get(opinion.departmentId)?.name ?? '';
  const { words, tone } = standOf(opinion);
  const line: Record<string, ComponentChildren> = {
    department: mayOpen ? <a href={urls.task({ opinion: opinion.id })}>{name}</a> : name,
    state: (
      <>
        <StateBadge tone={tone}>{words}</StateBadge>
        {opinion.state === 'asked' && <Due opinion={opinion} today={today} />}
      </>
    ),
  };
  // a draft is its department's own business
  if (opinion.state !== 'given') return line;
  return {
    ...line,
    technical: sayFeasibility(opinion.technical),
    legal: sayFeasibility(opinion.legal),
    financial: sayFeasibility(opinion.financial),
    ...Object.fromEntries(FIGURES.map((figure) => [figure, sayFigure(figure, opinion[figure])])),
  };
}

function Due({ opinion, today }: { opinion: Opinion; today: string }) {
  const date = formatDate(new Date(`${opinion.dueOn}T12:00:00Z`), 'short');
  return (
    <span class="hint">
      {' '}
      {opinion.dueOn < today ? m.study_overdue({ date }) : m.study_due({ date })}
    </span>
  );
}

function totalOf({ total }: SheetSummary): Record<string, ComponentChildren> {
  return {
    department: m.study_total(),
    ...Object.fromEntries(FIGURES.map((figure) => [figure, sayFigure(figure, total[figure])])),
  };
}

/** What a department wrote, under its name: comments are too long for a table. */
function Words({ opinion, departments, nicknames }: Props & { opinion: Opinion }) {
  const words = opinion.state === 'returned' ? opinion.returnComment : opinion.comment;
  if (opinion.state === 'asked' || words === '') return null;
  const name = departments.get(opinion.departmentId)?.name ?? '';
  const by = nicknames.get(opinion.savedBy ?? '') ?? name;
  return (
    <div>
      <h3>
        {opinion.state === 'returned'
          ? m.study_returned_by({ department: name })
          : m.study_comment_of({ department: name })}
      </h3>
      <Prose text={words} />
      {opinion.settledAt && (
        <p class="hint">
          {m.study_by_on({ nickname: by, date: formatDate(opinion.settledAt, 'day') })}
        </p>
      )}
    </div>
  );
}

import * as m from '../../paraglide/messages.js';
import { Stat, Stats } from '../../ui/charts.tsx';
import { Form, Hidden, SubmitButton } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { MailText } from '../announcements/index.page.ts';
import type { Week } from './week.ts';
import { sayWeekDay, tellWeek } from './week-words.page.ts';

interface Props {
  week: Week;
  /** Whether the reader receives the letter. */
  receives: boolean;
  last: { monday: string; written: number } | null;
  /** `YYYY-MM-DD`: the Monday of the next letter. */
  nextMonday: string;
  /** As it would leave now; null: nothing to say. */
  letter: { subject: string; text: string } | null;
}

/** « La semaine »: what advanced, what is late and what comes, at any time; and the letter that says it each Monday. */
export function WeekPage({ week, receives, last, nextMonday, letter }: Props) {
  const sections = tellWeek(week);
  const { delivery, meetings } = week;
  return (
    <Stack>
      <PageHeader
        title={m.week_title()}
        lead={m.week_opening({
          since: sayWeekDay(week.days.since),
          lastDay: sayWeekDay(week.days.lastDay),
        })}
      />
      <Stats>
        <Stat
          value={formatNumber(delivery.happenings.length)}
          label={m.week_stat_advanced({ count: delivery.happenings.length })}
        />
        <Stat
          value={formatNumber(delivery.lateCount)}
          label={m.week_stat_late({ count: delivery.lateCount })}
        />
        <Stat
          value={formatNumber(delivery.due.length)}
          label={m.week_stat_due({ count: delivery.due.length })}
        />
        <Stat
          value={formatNumber(meetings.length)}
          label={m.week_stat_meetings({ count: meetings.length })}
        />
      </Stats>
      {sections.length === 0 && (
        <EmptyState icon="calendar-days" title={m.week_empty_title()}>
          <p>{m.week_empty()}</p>
        </EmptyState>
      )}
      {sections.map(({ title, lines, more }) => (
        <Section key={title} title={title}>
          <List>
            {lines.map(({ words, href }) => (
              <p key={words}>{href ? <a href={href}>{words}</a> : words}</p>
            ))}
            {more && (
              <p>
                <a href={more.href}>{more.words}</a>
              </p>
            )}
          </List>
        </Section>
      ))}
      <Section title={m.week_letter_title()} lead={m.week_letter_lead()} id="lettre">
        <p>
          {last === null || last.written === 0
            ? m.week_letter_none()
            : m.week_letter_last({ date: sayWeekDay(last.monday), count: last.written })}
        </p>
        <Form action={urls.adminWeekLetter()}>
          <p>{receives ? m.week_letter_receives() : m.week_letter_receives_not()}</p>
          <Hidden name="recevoir" value={receives ? 'non' : 'oui'} />
          <SubmitButton kind="secondary">
            {receives ? m.week_letter_stop() : m.week_letter_ask()}
          </SubmitButton>
        </Form>
        <details>
          <summary>{m.week_letter_preview({ date: sayWeekDay(nextMonday) })}</summary>
          {letter ? <MailText {...letter} /> : <p>{m.week_letter_nothing()}</p>}
        </details>
      </Section>
    </Stack>
  );
}

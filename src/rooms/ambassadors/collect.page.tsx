import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Grid, Section } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { Channel } from '../ideas/index.ts';
import { EditionState, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';

/** Which edition one collects for. */
export function CollectPage({ editions, now }: { editions: readonly Edition[]; now: Date }) {
  return (
    <>
      <PageHeader title={m.entry_title()} lead={m.entry_lead()} />
      {editions.length === 0 ? (
        <EmptyState icon="idea" title={m.entry_no_edition_title()}>
          <p>{m.entry_no_edition()}</p>
        </EmptyState>
      ) : (
        <List look="cards">
          {editions.map((edition) => (
            <Card
              key={edition.id}
              level={2}
              title={edition.title}
              href={urls.collectEdition({ edition: edition.slug })}
              state={<EditionState edition={edition} now={now} />}
            />
          ))}
        </List>
      )}
    </>
  );
}

interface Props {
  edition: Edition;
  now: Date;
  /** Whether ideas are collected now. */
  open: boolean;
  /** Whether the reader sees everybody's entries. */
  officer: boolean;
  ideas: readonly {
    ideaId: string;
    number: number;
    title: string;
    channel: Channel;
    enteredAt: Date;
  }[];
  outreach: { entries: number; people: number };
  nextHref?: string | undefined;
}

const channelWords: Record<Channel, () => string> = {
  web: m.entry_channel_web,
  paper: m.entry_channel_paper,
  workshop: m.entry_channel_workshop,
  import: m.entry_channel_import,
};

/** Three gestures, then what was entered. */
export function CollectEditionPage(props: Props) {
  const { edition, open, officer, ideas, outreach } = props;
  const at = { edition: edition.slug };
  return (
    <>
      <PageHeader
        title={m.entry_edition_title({ edition: edition.title })}
        lead={m.entry_lead()}
        breadcrumb={[{ label: m.entry_title(), href: urls.collect() }]}
      />
      {!open && <Notice tone="warning">{m.entry_closed()}</Notice>}
      <Grid>
        <Card
          level={2}
          title={m.entry_paper_title()}
          href={urls.collectPaper(at)}
          meta={[m.entry_paper_card()]}
        />
        <Card
          level={2}
          title={m.entry_workshops_title()}
          href={urls.collectWorkshops(at)}
          meta={[m.entry_workshops_card()]}
        />
        <Card
          level={2}
          title={m.entry_outreach_title()}
          href={urls.collectOutreach(at)}
          meta={[m.entry_outreach_card()]}
          figure={m.entry_outreach_count(outreach)}
        />
      </Grid>
      <Section title={officer ? m.entry_entered_all() : m.entry_entered_own()}>
        {ideas.length === 0 ? (
          <EmptyState
            icon="idea"
            title={m.entry_none_title()}
            actions={<ButtonLink href={urls.collectPaper(at)}>{m.entry_paper_title()}</ButtonLink>}
          >
            <p>{m.entry_none()}</p>
          </EmptyState>
        ) : (
          <Table
            caption={officer ? m.entry_entered_all() : m.entry_entered_own()}
            captionHidden
            columns={[
              { key: 'idea', label: m.entry_column_idea() },
              { key: 'channel', label: m.entry_column_channel() },
              { key: 'at', label: m.entry_column_at() },
            ]}
            rows={ideas.map((idea) => ({
              idea: (
                <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                  {m.projects_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
                </a>
              ),
              channel: channelWords[idea.channel](),
              at: formatDateTime(idea.enteredAt),
            }))}
          />
        )}
        <Pagination nextHref={props.nextHref} />
      </Section>
    </>
  );
}

import * as m from '../../../paraglide/messages.js';
import { Filters } from '../../../ui/filters.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Topic } from './help.ts';
import { helpTopicOf, TOPIC_GROUPS, type TopicGroup } from './help-pages.ts';

const groupWords: Record<TopicGroup, () => string> = {
  start: m.guides_help_group_start,
  edition: m.guides_help_group_edition,
  ideas: m.guides_help_group_ideas,
  study: m.guides_help_group_study,
  projects: m.guides_help_group_projects,
  vote: m.guides_help_group_vote,
  result: m.guides_help_group_result,
};

/** All topics, or those that were searched for. */
export function HelpPage({
  topics,
  query,
  found,
}: {
  topics: readonly Topic[];
  query: string;
  /** null: nothing was searched for. */
  found: readonly Topic[] | null;
}) {
  return (
    <Column>
      <PageHeader
        title={m.guides_help_title()}
        lead={m.guides_help_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
      />
      <Filters
        action={urls.adminHelp()}
        search={{ name: 'q', label: m.guides_help_search(), value: query }}
        clearHref={urls.adminHelp()}
      />
      {found === null &&
        TOPIC_GROUPS.map(({ name, topics: names }) => (
          <Section key={name} title={groupWords[name]()}>
            <Topics topics={topics.filter((topic) => names.includes(topic.name))} />
          </Section>
        ))}
      {found !== null && found.length > 0 && (
        <Section title={m.guides_help_found({ count: found.length })}>
          <Topics topics={found} />
        </Section>
      )}
      {found !== null && found.length === 0 && (
        <EmptyState icon="search" title={m.guides_help_none_title()}>
          <p>{m.guides_help_none()}</p>
          <p>
            <a href={urls.adminHelp()}>{m.guides_help_all()}</a>
          </p>
        </EmptyState>
      )}
    </Column>
  );
}

function Topics({ topics }: { topics: readonly Topic[] }) {
  return (
    <List>
      {topics.map(({ name, title, summary }) => (
        <div key={name} class="office-step">
          <p>
            <a href={urls.adminHelpTopic({ topic: name })}>{title}</a>
          </p>
          <p class="hint">{summary}</p>
        </div>
      ))}
    </List>
  );
}

/** One topic; `back`: the page that the reader came from. */
export function HelpTopicPage({
  topic,
  others,
  back,
}: {
  topic: Topic;
  /** Of the same heading. */
  others: readonly Topic[];
  back: string | null;
}) {
  return (
    <Column>
      <PageHeader
        title={topic.title}
        lead={topic.summary}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: m.guides_help_title(), href: urls.adminHelp() },
        ]}
      />
      {back && (
        <p>
          <a href={back}>{m.guides_help_back()}</a>
        </p>
      )}
      <MarkedText text={topic.body} />
      {others.length > 0 && (
        <Section title={m.guides_help_others()}>
          <Topics topics={others} />
        </Section>
      )}
    </Column>
  );
}

/** « Aide sur cette page », on every page of the back office but those of the help. */
export function HelpLink({ path }: { path: string }) {
  const topic = helpTopicOf(path);
  if (topic === null || topic === 'help') return null;
  return (
    <p class="page-help">
      <a href={urls.adminHelpTopic({ topic }, { de: path })}>
        <Icon name="help" />
        {m.guides_help_link()}
      </a>
    </p>
  );
}

import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Column, Section, VisuallyHidden } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { meetingSegment } from '../../meetings/index.page.ts';
import type { Meeting } from '../../meetings/index.ts';
import type { Board } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { ideaSegment } from '../idea-address.ts';
import {
  type IdeaOfMeeting,
  type LinkedIdea,
  RELATION_WORDS,
  RELATIONS,
  type Relation,
} from './links.ts';

interface Props {
  meeting: Meeting;
  boards: readonly Board[];
  linked: readonly IdeaOfMeeting[];
  search: string;
  ideas: readonly LinkedIdea[];
}

const words: Record<Relation, () => string> = {
  'came-out': m.afterlife_relation_came_out,
  'spoken-of': m.afterlife_relation_spoken_of,
};

/** Which ideas came out of an event, and which were spoken of: those linked already, then those found. */
export function MeetingIdeasPage({ meeting, boards, linked, search, ideas }: Props) {
  const at = { meeting: meetingSegment(meeting) };
  const others = ideas.filter(({ id }) => !linked.some((one) => one.id === id));
  return (
    <Column>
      <PageHeader
        title={m.afterlife_meeting_title()}
        lead={m.afterlife_meeting_lead()}
        breadcrumb={[{ label: meeting.title, href: urls.meeting(at) }]}
      />
      <Filters
        action={urls.meetingIdeas(at)}
        search={{ name: 'recherche', label: m.afterlife_meeting_search(), value: search }}
      />
      <Form action={urls.meetingIdeas(at)}>
        {linked.length > 0 && (
          <Section title={m.afterlife_meeting_linked()}>
            <IdeaLines boards={boards} ideas={linked} />
          </Section>
        )}
        <Section title={search === '' ? m.afterlife_meeting_newest() : m.afterlife_meeting_found()}>
          {others.length > 0 ? (
            <IdeaLines boards={boards} ideas={others} />
          ) : (
            <EmptyState icon="search" title={m.afterlife_meeting_nothing_title()} level={3}>
              <p>{m.afterlife_meeting_nothing()}</p>
            </EmptyState>
          )}
        </Section>
        {linked.length + others.length > 0 && (
          <Actions>
            <SubmitButton size="large">{m.afterlife_meeting_save()}</SubmitButton>
          </Actions>
        )}
      </Form>
    </Column>
  );
}

function IdeaLines({
  boards,
  ideas,
}: {
  boards: readonly Board[];
  ideas: readonly (LinkedIdea & { relation?: Relation })[];
}) {
  return (
    <List>
      {ideas.map(({ id, number, title, boardId, relation }) => {
        const board = boards.find((one) => one.id === boardId);
        return (
          <div key={id}>
            <Hidden name="idee" value={id} />
            <p>
              {board ? (
                <a href={addressesOf(board).idea({ idea: ideaSegment({ number, title }) })}>
                  <bdi>{title}</bdi>
                </a>
              ) : (
                <bdi>{title}</bdi>
              )}
              <br />
              <span class="hint">
                {m.ideas_number({ number })}
                {board && ` · ${board.title}`}
              </span>
            </p>
            <Select
              name={`lien-${id}`}
              label={
                <>
                  {m.afterlife_relation()}
                  <VisuallyHidden> : {title}</VisuallyHidden>
                </>
              }
              empty={m.afterlife_relation_none()}
              value={relation && RELATION_WORDS[relation]}
              options={RELATIONS.map((one) => ({
                value: RELATION_WORDS[one],
                label: words[one](),
              }))}
            />
          </div>
        );
      })}
    </List>
  );
}

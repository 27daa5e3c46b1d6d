import * as m from '../../../paraglide/messages.js';
import { Section } from '../../../ui/layout.tsx';
import { ideaSegment } from '../../ideas/index.page.ts';
import type { SheetPanel, TaskAt, TaskPart } from '../sheet/sheet-panel.routes.ts';
import { countMessages } from './thread.store.ts';
import { ThreadPanel } from './thread-panel.page.tsx';

type Around = Pick<TaskAt, 'visit' | 'edition' | 'idea'>;

const countAround = ({ visit, edition, idea }: Around) =>
  countMessages(visit.db, {
    organisationId: visit.organisation.id,
    editionId: edition.id,
    ideaId: idea.id,
  });

const addressOf = ({ edition, idea }: Around) => ({
  edition: edition.slug,
  idea: ideaSegment(idea),
});

/** How much is written around an idea, on the page of its file. */
export const threadsPanel: SheetPanel = {
  id: 'echanges',
  name: m.threads_panel_title,
  async load(around) {
    return (
      <Section id="echanges" title={m.threads_panel_title()}>
        <ThreadPanel at={addressOf(around)} counts={await countAround(around)} />
      </Section>
    );
  },
};

/** The same under the form of a department: its questions to the holder, and the notes of colleagues. */
export const threadsPart: TaskPart = {
  place: 'below',
  async load(around) {
    // a department that gave the idea back takes no part any more
    if (around.opinion.state === 'returned') return null;
    const counts = await countAround(around);
    // what the study team says is for its three members
    counts.delete('team');
    return (
      <Section title={m.threads_panel_title()}>
        <ThreadPanel at={addressOf(around)} counts={counts} />
      </Section>
    );
  },
};

import * as m from '../../paraglide/messages.js';
import { Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { urls } from '../../urls.ts';
import type { SeenEdition } from './edition-progress.routes.ts';
import type { Waiting, WaitingKind } from './waiting.ts';

interface At {
  edition: string;
}

/** What each number says, and the list whose length it is. */
const ofEdition: Record<
  Exclude<WaitingKind, keyof typeof ofHouse>,
  { words: (inputs: { count: number }) => string; href: (at: At) => string }
> = {
  'late-opinions': {
    words: m.dash_waiting_late,
    href: (at) => urls.adminStudy(at, { etat: 'en-retard' }),
  },
  returned: {
    words: m.dash_waiting_returned,
    href: (at) => urls.adminStudy(at, { etat: 'rendues' }),
  },
  unassigned: {
    words: m.dash_waiting_unassigned,
    href: (at) => urls.adminStudy(at, { etat: 'sans-service' }),
  },
  exchanges: { words: m.dash_waiting_exchanges, href: urls.adminExchanges },
  merges: {
    words: m.dash_waiting_merges,
    href: (at) => urls.adminMerges(at, { etat: 'proposes' }),
  },
  'to-prepare': {
    words: m.dash_waiting_to_prepare,
    href: (at) => urls.adminDecisions(at, { etat: 'a-preparer' }),
  },
  'to-decide': {
    words: m.dash_waiting_to_decide,
    href: (at) => urls.adminDecisions(at, { etat: 'a-decider' }),
  },
  'to-publish': {
    words: m.dash_waiting_to_publish,
    href: (at) => urls.adminDecisions(at, { etat: 'a-publier' }),
  },
};

const ofHouse = {
  messages: { words: m.dash_waiting_messages, href: urls.adminMessages() },
  letters: { words: m.dash_waiting_letters, href: urls.adminLetters({ etat: 'non-remis' }) },
  invitations: { words: m.dash_waiting_invitations, href: urls.adminInvitations() },
} as const;

/** Each number is a way to the very list that it counts (R197). */
export function WaitingList({ waiting }: { waiting: readonly Waiting<SeenEdition>[] }) {
  return (
    <Section title={m.dash_waiting_title()}>
      <List>
        {waiting.map(({ kind, count, of }) => {
          const { words, href } = lineOf(kind, of);
          return (
            <div key={`${of?.edition.id} ${kind}`} class="office-step">
              <p>
                <a href={href}>{words({ count })}</a>
              </p>
              {of && (
                <p class="hint">
                  <bdi>{of.edition.title}</bdi>
                </p>
              )}
            </div>
          );
        })}
      </List>
    </Section>
  );
}

function lineOf(kind: WaitingKind, of: SeenEdition | null) {
  if (kind === 'messages' || kind === 'letters' || kind === 'invitations') return ofHouse[kind];
  const { words, href } = ofEdition[kind];
  return { words, href: href({ edition: of!.edition.slug }) };
}

import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { type IdeaHolder, type IdeaTitle, listHolders, listIdeaTitles } from '../../ideas/index.ts';
import { queueLetter } from '../../notifications/index.ts';
import { type Merge, stateOf } from './merge.ts';

interface About {
  organisation: { id: string; name: string };
  origin: string;
}

/** What a holder is told: asked to answer, or how it ended. */
type Occasion = 'proposed' | 'accepted' | 'declined' | 'undone';

const words = {
  proposed: { subject: m.merges_mail_proposed_subject, body: m.merges_mail_proposed },
  accepted: { subject: m.merges_mail_accepted_subject, body: m.merges_mail_accepted },
  declined: { subject: m.merges_mail_declined_subject, body: m.merges_mail_declined },
  undone: { subject: m.merges_mail_undone_subject, body: m.merges_mail_undone },
} as const;

/** Writes to each holder once, however many of the ideas are theirs. Owed: it is their idea. */
export async function tellHolders(tx: Tx, about: About, merge: Merge): Promise<void> {
  const state = stateOf(merge);
  const occasion = state === 'withdrawn' ? 'undone' : state;
  const ids = merge.members.map(({ ideaId }) => ideaId);
  const [titles, holders] = await Promise.all([
    listIdeaTitles(tx, about.organisation.id, ids),
    listHolders(tx, about.organisation.id, ids),
  ]);
  for (const holder of firstOfEach(holders))
    await write(tx, about, merge, occasion, titles, holder);
}

/** One address is one reader. */
function firstOfEach(holders: readonly IdeaHolder[]): (IdeaHolder & { email: string })[] {
  const byAddress = new Map<string, IdeaHolder & { email: string }>();
  for (const holder of holders)
    if (holder.email !== null && !byAddress.has(holder.email))
      byAddress.set(holder.email, { ...holder, email: holder.email });
  return [...byAddress.values()];
}

async function write(
  tx: Tx,
  { organisation, origin }: About,
  merge: Merge,
  occasion: Occasion,
  titles: readonly IdeaTitle[],
  holder: IdeaHolder & { email: string },
): Promise<void> {
  const letter = withLocale(holder.locale, () => ({
    subject: words[occasion].subject({ title: merge.title }),
    text: words[occasion].body({
      title: merge.title,
      ideas: titles.map(({ number, title }) => `- n° ${number} : ${title}`).join('\n'),
      words: occasion === 'undone' ? merge.undoReason : merge.words,
      day: formatDate(new Date(`${merge.answerBy}T12:00:00Z`)),
      answer:
        holder.personId === null
          ? m.merges_mail_answer_by_mail()
          : m.merges_mail_answer({ address: origin + urls.merge({ merge: merge.id }) }),
      organisation: organisation.name,
    }),
  }));
  await queueLetter(tx, {
    organisationId: organisation.id,
    topic: 'merges',
    personId: holder.personId,
    address: holder.email,
    locale: holder.locale,
    ...letter,
    target: { kind: 'merge', id: merge.id },
    isOwed: true,
    onceKey: `merge:${merge.id}:${occasion}:${holder.email}`,
  });
}

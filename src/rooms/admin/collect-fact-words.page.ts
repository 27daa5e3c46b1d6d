import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { commitmentFactWords, proposalFactWords } from '../actions/index.page.ts';
import { announcementFactWords } from '../announcements/index.page.ts';
import { assemblyFactWords } from '../assemblies/index.page.ts';
import { spaceFactWords } from '../consultations/index.page.ts';
import { documentFactWords } from '../documents/index.page.ts';
import { dossierFactWords } from '../dossiers/index.page.ts';
import { fundFactWords } from '../funds/index.page.ts';
import { groupFactWords } from '../groups/index.page.ts';
import { donationFactWords, ledgerFactWords } from '../ledger/index.page.ts';
import { listFactWords } from '../lists/index.page.ts';
import { mandateFactWords } from '../mandates/index.page.ts';
import { meetingFactWords } from '../meetings/index.page.ts';
import { moderationFactWords } from '../moderation/index.page.ts';
import { newsFactWords } from '../news/index.page.ts';
import { paymentFactWords } from '../payments/index.page.ts';
import { petitionFactWords } from '../petitions/index.page.ts';
import { profileFactWords } from '../profiles/index.page.ts';
import { requestFactWords } from '../requests/index.page.ts';
import { spendingFactWords } from '../spending/index.page.ts';
import { surveyFactWords } from '../surveys/index.page.ts';
import { programmeSentences } from './programme-fact-words.page.ts';

type Context = { editions: ReadonlyMap<string, { title: string }> };
type Tell = (fact: RecordedFact, context: Context) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const inEdition: (words: (inputs: { edition: string }) => string) => Tell =
  (words) =>
  ({ detail }, { editions }) =>
    words({ edition: editions.get(text(detail.editionId))?.title ?? '' });

const titled: (words: (inputs: { title: string }) => string) => Tell =
  (words) =>
  ({ detail }) =>
    words({ title: text(detail.title) });

/** Sentences about what is written around ideas, brought together, collected away from screens, and sent. */
export const collectSentences: Record<string, Tell> = {
  // what comes in from files of realisations
  ...programmeSentences,
  ...announcementFactWords,
  ...mandateFactWords,
  ...assemblyFactWords,
  ...meetingFactWords,
  ...requestFactWords,
  ...petitionFactWords,
  ...moderationFactWords,
  ...spaceFactWords,
  ...dossierFactWords,
  ...documentFactWords,
  ...fundFactWords,
  ...groupFactWords,
  ...paymentFactWords,
  ...profileFactWords,
  ...spendingFactWords,
  ...proposalFactWords,
  ...ledgerFactWords,
  ...donationFactWords,
  ...commitmentFactWords,
  ...surveyFactWords,
  ...listFactWords,
  ...newsFactWords,
  'week.told': ({ detail }) => m.week_fact({ count: Number(detail.count ?? 0) }),
  'letter.undelivered': () => m.letters_fact_undelivered(),
  'letter.sent-again': () => m.letters_fact_sent_again(),
  'merge.proposed': titled(m.merges_fact_proposed),
  'merge.answered': inEdition(m.merges_fact_answered),
  'merge.accepted': titled(m.merges_fact_accepted),
  'merge.declined': titled(m.merges_fact_declined),
  'merge.withdrawn': titled(m.merges_fact_withdrawn),
  'merge.undone': titled(m.merges_fact_undone),
  'exchange.written': inEdition(m.threads_fact_exchange),
  'team.written': inEdition(m.threads_fact_team),
  'note.written': inEdition(m.threads_fact_note),
  'team.changed': inEdition(m.threads_fact_team_changed),
  'workshop.recorded': titled(m.entry_fact_workshop),
  'outreach.recorded': inEdition(m.entry_fact_outreach),
};

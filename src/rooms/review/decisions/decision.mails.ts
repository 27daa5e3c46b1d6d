import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { type Edition, numberedSegment } from '../../spaces/index.ts';
import { type Outcome, type RefusalReason, reasonWords } from './decision.ts';
import type { LetterWords } from './letter-words.ts';

/** What a holder's letter says, whatever it is written on. */
export interface ToldHolder {
  organisation: { name: string };
  edition: Pick<Edition, 'slug' | 'title'>;
  /** `https://host`, before the addresses. */
  origin: string;
  words: LetterWords;
  idea: { number: number; title: string };
  reason: Pick<RefusalReason, 'french' | 'english'> | null;
  decision: {
    outcome: Outcome;
    publicText: string;
    personalText: string;
    /** When the decision it replaces was published. */
    before: Date | null;
  };
}

/** The personal letter of one holder about one decision, in their language (R46): plain text. */
export function writeDecision(
  about: ToldHolder,
  holder: { name: string; locale: Locale },
): { subject: string; text: string } {
  return withLocale(holder.locale, () => {
    const { edition, idea, decision, reason } = about;
    const own = about.words[holder.locale];
    const kept = decision.outcome === 'to-vote';
    const intro = kept ? own.toVoteIntro : own.refusedIntro;
    const closing = kept ? own.toVoteClosing : own.refusedClosing;
    const at = { edition: edition.slug };
    const page = urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) });
    const paragraphs = [
      m.decide_letter_hello({ name: holder.name }),
      decision.before && m.decide_letter_again({ date: formatDate(decision.before) }),
      intro || m.decide_letter_intro({ edition: edition.title }),
      [
        m.decide_letter_idea({ number: idea.number, title: idea.title }),
        kept ? m.decide_letter_kept() : m.decide_letter_refused(),
        ...(reason ? [m.decide_letter_reason({ reason: reasonWords(reason, holder.locale) })] : []),
      ].join('\n'),
      decision.publicText,
      decision.personalText,
      m.decide_letter_page({ address: about.origin + page }),
      closing || (kept ? m.decide_letter_closing_kept() : m.decide_letter_closing_refused()),
      m.decide_letter_all({ address: about.origin + urls.feedback(at) }),
      `${about.organisation.name}\n${edition.title}`,
    ];
    return {
      subject: kept
        ? m.decide_letter_subject_kept({ title: idea.title })
        : m.decide_letter_subject_refused({ title: idea.title }),
      text: paragraphs.filter(Boolean).join('\n\n'),
    };
  });
}

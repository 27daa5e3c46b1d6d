import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { urls } from '../../urls.ts';
import { addressesOf } from '../ideas/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { TreasurerStep } from '../spending/index.ts';
import type { Waiting } from './my-space.ts';

/** What waits for somebody, in words: what it is, until when, and where it is answered. */

export const ideaHref = (idea: { number: number; title: string }, edition: { slug: string }) => ({
  edition: edition.slug,
  idea: numberedSegment(idea.number, idea.title),
});

export function hrefOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'merge':
      return urls.merge({ merge: waiting.mergeId });
    case 'message':
      return urls.threads(ideaHref(waiting.idea, waiting.edition));
    case 'join-request':
      return urls.groupMembers({ group: waiting.group.slug });
    case 'spending': {
      const at = { request: String(waiting.request) };
      const isBank = waiting.step === 'give-bank' || waiting.step === 'confirm-bank';
      return isBank ? urls.spendingBankAgain(at) : urls.requestEnding(at);
    }
    case 'judgement':
      return urls.moderation();
    case 'testimony':
      return urls.deliveryTestimony({ edition: waiting.edition.slug, project: waiting.project });
    case 'draft':
      return addressesOf(waiting.board).depositText({ draft: waiting.draftId });
    case 'held-idea':
      return addressesOf(waiting.board).depositPreview({ draft: waiting.draftId });
  }
}

export function titleOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'merge':
      return m.myspace_waiting_merge({ title: waiting.title });
    case 'message':
      return m.myspace_waiting_message({ title: waiting.idea.title });
    case 'join-request':
      return m.myspace_waiting_join({ count: waiting.count, group: waiting.group.name });
    case 'spending':
      return spendingTitles[waiting.step]({ title: waiting.title });
    case 'judgement':
      return m.myspace_waiting_judgement({ count: waiting.count });
    case 'testimony':
      return m.myspace_waiting_testimony({ title: waiting.title });
    case 'draft':
      return m.myspace_waiting_draft({ title: waiting.title || m.myspace_untitled() });
    case 'held-idea':
      return m.myspace_waiting_held({ title: waiting.title });
  }
}

export function hintOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'merge':
      return m.myspace_until({ day: formatDate(new Date(`${waiting.answerBy}T12:00:00Z`)) });
    case 'message':
    case 'join-request':
    case 'spending':
      return formatDateTime(waiting.since);
    case 'judgement':
      return m.moderation_title();
    case 'testimony':
      return m.myspace_written({ day: formatDate(waiting.since, 'day') });
    case 'draft':
      return m.myspace_saved({ day: formatDateTime(waiting.savedAt) });
    case 'held-idea':
      return m.ideas_held_state();
  }
}

const spendingTitles: Record<TreasurerStep, (of: { title: string }) => string> = {
  check: m.requests_waiting_check,
  answer: m.requests_waiting_info,
  'give-bank': m.requests_waiting_bank,
  'confirm-bank': m.requests_waiting_bank_confirm,
};

const buttons: Record<Waiting['kind'], () => string> = {
  merge: m.myspace_answer_merge,
  message: m.myspace_answer_message,
  'join-request': m.myspace_answer_join,
  spending: m.requests_waiting_go,
  judgement: m.myspace_go_judge,
  testimony: m.myspace_change_testimony,
  draft: m.myspace_go_on,
  'held-idea': m.myspace_see_held,
};

/** The most urgent of all, above the rest. */
export function FirstWaiting({ waiting }: { waiting: Waiting }) {
  return (
    <NextStep
      kicker={m.myspace_first()}
      title={titleOf(waiting)}
      deadline={hintOf(waiting)}
      actions={
        <ButtonLink size="large" href={hrefOf(waiting)}>
          {buttons[waiting.kind]()}
        </ButtonLink>
      }
    />
  );
}

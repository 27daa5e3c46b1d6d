import * as m from '../../paraglide/messages.js';
import type { FlashNotice } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Dossier, MemberRefusal, Reach, Standing, WordsRefusal } from './dossier.ts';

export interface Addressed {
  space: { slug: string };
  component: { slug: string };
  dossier: Pick<Dossier, 'number' | 'title'>;
}

/** What every address of a dossier says. */
export const partsOf = ({ space, component, dossier }: Addressed) => ({
  space: space.slug,
  component: component.slug,
  dossier: numberedSegment(dossier.number, dossier.title),
});

export const hrefOf = (at: Addressed): string => urls.dossier(partsOf(at));

export const reachWords: Record<Reach, () => string> = {
  members: m.dossiers_reach_members,
  space: m.dossiers_reach_space,
};

export const standingWords: Record<NonNullable<Standing>, () => string> = {
  lead: m.dossiers_standing_lead,
  member: m.dossiers_standing_member,
  invited: m.dossiers_standing_invited,
  asked: m.dossiers_standing_asked,
};

export const wordsProblem = (refusal: WordsRefusal, longest: number): string =>
  refusal === 'words-missing'
    ? m.dossiers_problem_missing()
    : m.dossiers_problem_long({ count: longest });

/** The notice that says why somebody's place did not change. */
export const memberNotices: Record<MemberRefusal, string> = {
  gone: 'dossier-member-gone',
  'last-lead': 'dossier-last-lead',
  closed: 'dossier-closed-already',
  'in-it-already': 'dossier-member-gone',
  'too-many': 'dossier-full',
};

const success = (words: () => string): FlashNotice => ({ tone: 'success', words });
const warning = (words: () => string): FlashNotice => ({ tone: 'warning', words });

export const dossierNotices: Record<string, FlashNotice> = {
  'dossier-opened': success(m.dossiers_notice_opened),
  'dossier-changed': success(m.dossiers_notice_changed),
  'dossier-closed': success(m.dossiers_notice_closed),
  'dossier-reopened': success(m.dossiers_notice_reopened),
  'dossier-not-open': { tone: 'info', words: m.dossiers_notice_not_open },
  'dossier-closed-already': { tone: 'info', words: m.dossiers_notice_closed_already },
  'dossier-joined': success(m.dossiers_notice_joined),
  'dossier-asked': success(m.dossiers_notice_asked),
  'dossier-left': success(m.dossiers_notice_left),
  'dossier-invited': success(m.dossiers_notice_invited),
  'dossier-member-changed': success(m.dossiers_notice_member_changed),
  'dossier-member-gone': { tone: 'info', words: m.dossiers_notice_member_gone },
  'dossier-last-lead': warning(m.dossiers_notice_last_lead),
  'dossier-full': warning(m.dossiers_notice_full),
  'dossier-task-added': success(m.dossiers_notice_task_added),
  'dossier-task-changed': success(m.dossiers_notice_task_changed),
  'dossier-task-removed': success(m.dossiers_notice_task_removed),
  'dossier-task-gone': { tone: 'info', words: m.dossiers_notice_task_gone },
  'dossier-document-added': success(m.dossiers_notice_document_added),
  'dossier-document-gone': success(m.dossiers_notice_document_gone),
  'dossier-document-full': warning(m.dossiers_notice_document_full),
  'dossier-event-linked': success(m.dossiers_notice_event_linked),
  'dossier-event-unlinked': success(m.dossiers_notice_event_unlinked),
};

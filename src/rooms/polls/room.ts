import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { adoptionRoutes } from './adoption/adoption.routes.tsx';
import { extendComponent } from './adoption/component-dates.store.ts';
import { officeAdoptionRoutes } from './adoption/office-adoption.routes.tsx';
import { voteRoutes } from './ballot/vote.routes.tsx';
import { castingRoutes } from './box/casting.routes.tsx';
import { roundJobs } from './box/rounds.jobs.ts';
import { classRoutes } from './classes/classes.routes.tsx';
import { countingJobs } from './counting/counting.jobs.ts';
import { deskRoutes } from './desk/desk.routes.tsx';
import { identifyRoutes } from './identify/identify.routes.tsx';
import { deskKioskRoutes } from './kiosk/desk-kiosk.routes.tsx';
import { kioskRoutes } from './kiosk/kiosk.routes.tsx';
import { extensionRoutes } from './opening/extension.routes.tsx';
import { officeRoutes } from './opening/office.routes.tsx';
import { printRoutes } from './paper/print.routes.tsx';
import { eraseVoter, VOTE_COLUMNS, voteRows } from './personal.store.ts';
import { listAttachablePoints } from './points/attachables.routes.ts';
import { officePointsRoutes } from './points/office-points.routes.tsx';
import { pointsRoutes } from './points/points.routes.tsx';
import { shiftRoutes } from './points/shifts.routes.tsx';
import { bureauRoutes } from './proclamation/bureau.routes.tsx';
import { minutesRoutes } from './proclamation/minutes.routes.ts';
import { publicationJobs } from './proclamation/publication.jobs.ts';
import { publicationRoutes } from './proclamation/publication.routes.tsx';
import { findBallotRoutes } from './receipt/find-ballot.routes.tsx';
import { proofRoutes } from './receipt/proof.routes.tsx';
import { receiptRoutes } from './receipt/receipt.routes.tsx';
import { bundleRoutes } from './recount/bundle.routes.ts';
import { verifyRoutes } from './recount/verify.routes.tsx';
import { reminderRoutes } from './reminders/reminder.routes.tsx';
import { reminderJobs } from './reminders/reminders.jobs.ts';
import { announceResult, resultMailJobs } from './reminders/result-mails.jobs.ts';
import { publicVotesRoutes } from './result/public-votes.routes.tsx';
import { pollSet, resultSet } from './result/result-sets.routes.ts';
import { resultsRoutes } from './result/results.routes.tsx';
import { trusteeRoutes } from './sealed/trustees.routes.tsx';
import { batchRoutes } from './urn/batch.routes.tsx';
import { totalsRoutes } from './urn/totals.routes.tsx';
import { urnRoutes } from './urn/urn.routes.tsx';
import { invalidationRoutes } from './watch/invalidations.routes.tsx';
import { watchRoutes } from './watch/watch.routes.tsx';

export { confineKiosks } from './kiosk/confinement.routes.tsx';

export const pollsRoom: Room = {
  name: 'polls',
  listAttachables: listAttachablePoints,
  routes: [
    ...voteRoutes,
    ...identifyRoutes,
    ...classRoutes,
    ...castingRoutes,
    ...receiptRoutes,
    ...proofRoutes,
    ...resultsRoutes,
    ...bundleRoutes,
    ...verifyRoutes,
    ...findBallotRoutes,
    ...publicVotesRoutes,
    ...officeRoutes,
    ...adoptionRoutes,
    ...officeAdoptionRoutes,
    ...trusteeRoutes,
    ...extensionRoutes,
    ...printRoutes,
    ...reminderRoutes,
    ...pointsRoutes,
    ...officePointsRoutes,
    ...shiftRoutes,
    ...bureauRoutes,
    ...publicationRoutes,
    ...minutesRoutes,
    ...deskRoutes,
    ...deskKioskRoutes,
    ...kioskRoutes,
    ...urnRoutes,
    ...batchRoutes,
    ...totalsRoutes,
    ...watchRoutes,
    ...invalidationRoutes,
  ],
  jobs: (tools) => ({
    ...roundJobs(tools),
    ...countingJobs(tools),
    ...publicationJobs(tools),
    ...reminderJobs(tools),
    ...resultMailJobs(tools),
  }),
  readers: { 'poll.published': announceResult, 'poll.extended': extendComponent },
  components: { vote: { address: urls.spaceVote } },
  dataSets: [pollSet, resultSet],
  personalData: {
    columns: VOTE_COLUMNS,
    sections: [{ key: 'vote-reminders', title: m.personal_reminders, read: voteRows.reminders }],
    erase: eraseVoter,
  },
  notices: {
    'provider-not-proven': { tone: 'warning', words: m.identify_provider_not_proven },
    'class-place-added': { tone: 'success', words: m.classes_notice_place },
    'voter-forgotten': { tone: 'success', words: m.identify_forgotten },
    'poll-opened': { tone: 'success', words: m.polls_notice_opened },
    'adoption-saved': { tone: 'success', words: m.adoption_notice_saved },
    'adoption-opened-already': { tone: 'info', words: m.adoption_notice_opened_already },
    'poll-extended': { tone: 'success', words: m.polls_notice_extended },
    'poll-sealed': { tone: 'success', words: m.polls_notice_sealed },
    'poll-box-opened': { tone: 'success', words: m.sealed_open_done },
    'poll-count-asked': { tone: 'info', words: m.opening_notice_count_asked },
    'poll-count-cancelled': { tone: 'info', words: m.opening_notice_count_cancelled },
    'poll-published': { tone: 'success', words: m.polls_notice_published },
    'reminder-asked': { tone: 'success', words: m.reminders_notice_asked },
    'reminder-withdrawn': { tone: 'success', words: m.reminders_notice_withdrawn },
    'vote-point-added': { tone: 'success', words: m.points_notice_added },
    'vote-point-changed': { tone: 'success', words: m.points_notice_changed },
    'vote-point-removed': { tone: 'success', words: m.points_notice_removed },
    'vote-point-frozen': { tone: 'info', words: m.points_frozen },
    'vote-shift-added': { tone: 'success', words: m.points_notice_shift_added },
    'vote-shift-removed': { tone: 'success', words: m.points_notice_shift_removed },
    'poll-publication-planned': { tone: 'success', words: m.proclamation_notice_planned },
    'poll-publication-cancelled': { tone: 'info', words: m.proclamation_notice_cancelled },
    'poll-publication-none': { tone: 'info', words: m.proclamation_notice_none },
    'poll-bureau-saved': { tone: 'success', words: m.proclamation_notice_bureau },
    'kiosk-closed': { tone: 'success', words: m.kiosk_notice_closed },
    'vote-desk-closed': { tone: 'success', words: m.desk_notice_closed },
    'vote-desk-taken-back': { tone: 'success', words: m.desk_notice_taken_back },
    'batch-opened': { tone: 'success', words: m.urn_notice_opened },
    'batch-recounted': { tone: 'success', words: m.urn_notice_recounted },
    'batch-removed': { tone: 'success', words: m.urn_notice_removed },
    'batch-finished': { tone: 'success', words: m.urn_notice_finished },
    'batch-signed-once': { tone: 'success', words: m.urn_notice_signed_once },
    'batch-entered': { tone: 'success', words: m.urn_notice_entered },
    'vote-point-closed': { tone: 'success', words: m.urn_notice_closed },
    'vote-point-reopened': { tone: 'info', words: m.urn_notice_reopened },
    'totals-imported': { tone: 'success', words: m.urn_notice_totals_imported },
    'totals-confirmed': { tone: 'success', words: m.urn_notice_totals_confirmed },
    'totals-removed': { tone: 'success', words: m.urn_notice_totals_removed },
    'poll-invalidation-proposed': { tone: 'success', words: m.watch_notice_proposed },
    'poll-invalidation-confirmed': { tone: 'success', words: m.watch_notice_confirmed },
    'poll-invalidation-withdrawn': { tone: 'info', words: m.watch_notice_withdrawn },
    'poll-voter-restored': { tone: 'success', words: m.watch_notice_restored },
    'poll-act-done-before': { tone: 'info', words: m.polls_notice_too_late },
  },
};

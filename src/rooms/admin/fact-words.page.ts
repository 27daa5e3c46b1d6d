import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { formatDate, formatDateTime, formatMoney, formatNumber } from '../../ui/format.ts';
import { commentFactWords } from '../comments/index.page.ts';
import { deliveryFactWords } from '../delivery/index.page.ts';
import { evaluationFactWords } from '../evaluation/index.page.ts';
import { reviewFactWords } from '../review/index.page.ts';
import { accessSentences } from './access-fact-words.page.ts';
import { collectSentences } from './collect-fact-words.page.ts';

/** What the journal page needs besides a fact to tell it. */
export interface FactContext {
  /** By id of edition. */
  editions: ReadonlyMap<string, { slug: string; title: string }>;
  /** By id of person. */
  nicknames: ReadonlyMap<string, string>;
}

type Tell = (fact: RecordedFact, context: FactContext) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The edition that a fact is of; null: of none, or of one that is gone. */
export function editionOf({ subject, detail }: RecordedFact, { editions }: FactContext) {
  const id = subject.kind === 'edition' ? subject.id : text(detail.editionId);
  return editions.get(id ?? '') ?? null;
}

const edition: (words: (inputs: { edition: string }) => string) => Tell =
  (words) => (fact, context) => {
    const title = editionOf(fact, context)?.title ?? text(fact.detail.title);
    return words({ edition: title || m.setup_fact_edition_gone() });
  };

const titled: (words: (inputs: { title: string }) => string) => Tell = (words) => (fact) =>
  words({ title: text(fact.detail.title) || text((fact.detail.to as { title?: unknown })?.title) });

type FileCount = 'rows' | 'added' | 'odd' | 'known' | 'removed';

/** A file of ideas, by its name and counts. */
function ideaFile(words: (inputs: Record<'title' | FileCount, string>) => string): Tell {
  return ({ detail }) => {
    const said = (key: FileCount) => formatNumber(count(detail[key]));
    const counts = { rows: said('rows'), added: said('added'), odd: said('odd') };
    const more = { known: said('known'), removed: said('removed') };
    return words({ title: text(detail.title), ...counts, ...more });
  };
}

function register(
  words: (inputs: {
    edition: string;
    added: string;
    refused: string;
    there: string;
    entries: string;
    searches: string;
    day: string;
  }) => string,
): Tell {
  return (fact, context) =>
    words({
      edition: editionOf(fact, context)?.title ?? '',
      added: formatNumber(count(fact.detail.added)),
      refused: formatNumber(count(fact.detail.refused)),
      there: formatNumber(count(fact.detail.alreadyThere)),
      entries: formatNumber(count(fact.detail.entries)),
      searches: formatNumber(count(fact.detail.searches)),
      day: text(fact.detail.day) && formatDate(new Date(`${text(fact.detail.day)}T12:00:00Z`)),
    });
}

const codes: (
  words: (inputs: { edition: string; number: string; codes: string }) => string,
) => Tell = (words) => (fact, context) =>
  words({
    edition: editionOf(fact, context)?.title ?? '',
    number: formatNumber(count(fact.detail.number)),
    codes: formatNumber(count(fact.detail.codes)),
  });

function invalidation(
  words: (inputs: { edition: string; lines: string; ballots: string }) => string,
): Tell {
  return (fact, context) =>
    words({
      edition: editionOf(fact, context)?.title ?? '',
      lines: formatNumber(count(fact.detail.lines)),
      ballots: formatNumber(count(fact.detail.ballots)),
    });
}

const outlineKinds: Record<string, () => string> = {
  commune: m.territory_fact_commune,
  district: m.territory_fact_district,
  priority: m.territory_fact_priority,
};

const outlines: (words: (inputs: { kind: string; names: string }) => string) => Tell =
  (words) =>
  ({ detail }) =>
    words({
      kind: outlineKinds[text(detail.kind)]?.() ?? '',
      names: Array.isArray(detail.names) ? detail.names.join(', ') : '',
    });

/** One sentence per kind of fact, after the name of who did it. */
const sentences: Record<string, Tell> = {
  ...reviewFactWords,
  ...collectSentences,
  ...commentFactWords,
  'organisation.founded': () => m.admin_fact_organisation_founded(),
  'edition.created': edition(m.admin_fact_edition_created),
  'edition.imported': edition(m.admin_fact_edition_imported),
  'edition.opened': edition(m.admin_fact_edition_opened),
  'edition.abandoned': edition(m.setup_fact_abandoned),
  'edition.settings-changed': edition(m.admin_fact_edition_settings_changed),
  'edition.calendar-changed': edition(m.admin_fact_edition_calendar_changed),
  'idea.submitted': (fact) => m.admin_fact_idea_submitted({ number: count(fact.detail.number) }),
  'meeting.ideas-linked': titled(m.afterlife_fact_linked),
  'idea.withdrawn': (fact) => m.afterlife_fact_withdrawn({ number: count(fact.detail.number) }),
  'idea.edited': (fact) => m.admin_fact_idea_edited({ number: count(fact.detail.number) }),
  'idea.similarity-dismissed': ({ detail }) =>
    m.admin_fact_idea_similarity_dismissed({
      number: count(detail.number),
      other: count(detail.other),
    }),
  'decision.prepared': (fact) =>
    fact.subject.kind === 'idea'
      ? m.decide_fact_prepared({ number: count(fact.detail.number) })
      : m.decide_fact_prepared_many({ count: count(fact.detail.count) }),
  'decision.decided': (fact) => m.decide_fact_decided({ count: count(fact.detail.count) }),
  'decision.published': ({ detail }) =>
    m.decide_fact_published({
      count: count(detail.toVote) + count(detail.refused),
      batch: count(detail.batch),
    }),
  'decision.reopened': (fact) => m.decide_fact_reopened({ number: count(fact.detail.number) }),
  'decision.withdrawn': (fact) => m.decide_fact_withdrawn({ number: count(fact.detail.number) }),
  'decision.reasons-changed': edition(m.decide_fact_reasons),
  'decision.words-changed': edition(m.decide_fact_words),
  'project.created': titled(m.admin_fact_project_created),
  'project.changed': titled(m.admin_fact_project_changed),
  'project.removed': titled(m.admin_fact_project_removed),
  'project-list.frozen': (fact) =>
    m.admin_fact_list_frozen({
      count: count(fact.detail.projects),
      projects: formatNumber(count(fact.detail.projects)),
      cost: formatMoney(count(fact.detail.cost)),
    }),
  'adoption.written': ({ detail }) =>
    m.adoption_fact_written({ title: text(detail.title), space: text(detail.space) }),
  'poll.opened': edition(m.admin_fact_poll_opened),
  'poll.extended': edition(m.polls_fact_extended),
  'poll.sealed': edition(m.admin_fact_poll_sealed),
  'poll.box-opened': edition(m.sealed_fact_opened),
  'poll.counted': edition(m.admin_fact_poll_counted),
  'poll.published': edition(m.admin_fact_poll_published),
  'poll.publication-planned': (fact, context) =>
    m.proclamation_fact_planned({
      edition: editionOf(fact, context)?.title ?? '',
      date: formatDateTime(new Date(text(fact.detail.at))),
    }),
  'poll.publication-cancelled': edition(m.proclamation_fact_cancelled),
  'poll.bureau-named': edition(m.proclamation_fact_bureau),
  'poll.invalidation-proposed': invalidation(m.watch_fact_proposed),
  'poll.invalidation-confirmed': invalidation(m.watch_fact_confirmed),
  'poll.invalidation-withdrawn': edition(m.watch_fact_withdrawn),
  'poll.voter-restored': edition(m.watch_fact_restored),
  'poll.locked': edition(m.admin_fact_poll_locked),
  'poll.imported': edition(m.admin_fact_poll_imported),
  'class-session.added': titled(m.classes_fact_added),
  'class-session.place-added': titled(m.classes_fact_place),
  'vote-point.added': titled(m.points_fact_added),
  'vote-point.changed': titled(m.points_fact_changed),
  'vote-point.removed': titled(m.points_fact_removed),
  'vote-point.shift-added': (fact, context) => shift(m.points_fact_shift_added, fact, context),
  'vote-point.shift-removed': (fact, context) => shift(m.points_fact_shift_removed, fact, context),
  'register.imported': register(m.register_fact_imported),
  'register.import-stopped': register(m.register_fact_import_stopped),
  'register.erased': register(m.register_fact_erased),
  'register.searched': register(m.register_fact_searched),
  'outline.kept': outlines(m.territory_fact_outline_kept),
  'outline.removed': outlines(m.territory_fact_outline_removed),
  'map.settings-changed': () => m.territory_fact_settings(),
  'map.tiles-kept': ({ detail }) => m.territory_fact_tiles({ name: text(detail.name) }),
  'charter.published': ({ detail }) => m.charter_fact_published({ version: count(detail.version) }),
  'provider.added': titled(m.providers_fact_added),
  'provider.changed': titled(m.providers_fact_changed),
  'provider.offered': titled(m.providers_fact_offered),
  'provider.withdrawn': titled(m.providers_fact_withdrawn),
  'provider.removed': titled(m.providers_fact_removed),
  'vote-desk.opened': titled(m.desk_fact_opened),
  'vote-desk.closed': ({ detail }) =>
    m.desk_fact_closed({
      title: text(detail.title),
      papers: formatNumber(count(detail.papers)),
      takenBack: formatNumber(count(detail.takenBack)),
      kioskCodes: formatNumber(count(detail.kioskCodes)),
    }),
  'kiosk.opened': titled(m.kiosk_fact_opened),
  'kiosk.closed': titled(m.kiosk_fact_closed),
  'code-batch.made': codes(m.codes_fact_made),
  'code-batch.sent': codes(m.codes_fact_sent),
  'code-batch.revoked': codes(m.codes_fact_revoked),
  'eligibility-proof.decided': edition(m.proofs_fact_decided),
  'urn.batch-opened': batch(m.urn_fact_batch_opened),
  'urn.batch-recounted': batch(m.urn_fact_batch_recounted),
  'urn.batch-removed': batch(m.urn_fact_batch_removed),
  'urn.batch-signed': batch(m.urn_fact_batch_signed),
  'urn.point-closed': () => m.urn_fact_point_closed(),
  'urn.point-reopened': () => m.urn_fact_point_reopened(),
  'urn.totals-imported': () => m.urn_fact_totals_imported(),
  'urn.totals-removed': () => m.urn_fact_totals_removed(),
  'urn.totals-confirmed': () => m.urn_fact_totals_confirmed(),
  'routing.saved': edition(m.assign_fact_routing),
  'opinions.due-changed': (fact) =>
    m.assign_fact_dues_changed({ count: count(fact.detail.opinions) }),
  'assignment-run.ended': (fact) => m.assign_fact_run_ended({ count: count(fact.detail.ideas) }),
  'assignment-run.undone': (fact) => m.assign_fact_run_undone({ count: count(fact.detail.ideas) }),
  'realisations.begun': (fact) =>
    m.admin_fact_realisations_begun({ count: count(fact.detail.realisations) }),
  'export.taken': ({ detail }) =>
    m.opendata_fact_taken({ title: text(detail.title), format: text(detail.format).toUpperCase() }),
  ...deliveryFactWords,
  ...evaluationFactWords,
  'realisations.mode-chosen': edition(m.deliver_fact_mode),
  'page.written': titled(m.pages_fact_written),
  'page.rewritten': titled(m.pages_fact_rewritten),
  'page.published': titled(m.pages_fact_published),
  'page.unpublished': titled(m.pages_fact_unpublished),
  'page.moved': titled(m.pages_fact_moved),
  'page.picture-added': titled(m.pages_fact_picture_added),
  'page.picture-removed': titled(m.pages_fact_picture_removed),
  'faq-heading.added': titled(m.pages_fact_heading_added),
  'faq-heading.renamed': titled(m.pages_fact_heading_renamed),
  'faq-heading.moved': titled(m.pages_fact_heading_moved),
  'faq-heading.removed': titled(m.pages_fact_heading_removed),
  'faq-entry.written': titled(m.pages_fact_faq_written),
  'faq-entry.rewritten': titled(m.pages_fact_faq_rewritten),
  'faq-entry.published': titled(m.pages_fact_faq_published),
  'faq-entry.unpublished': titled(m.pages_fact_faq_unpublished),
  'faq-entry.moved': titled(m.pages_fact_faq_moved),
  'faq-entry.removed': titled(m.pages_fact_faq_removed),
  'partner.added': titled(m.pages_fact_partner_added),
  'partner.changed': titled(m.pages_fact_partner_changed),
  'partner.moved': titled(m.pages_fact_partner_moved),
  'partner.removed': titled(m.pages_fact_partner_removed),
  'guide.written': titled(m.guides_fact_written),
  'guide.rewritten': titled(m.guides_fact_rewritten),
  'guide.published': titled(m.guides_fact_published),
  'guide.unpublished': titled(m.guides_fact_unpublished),
  'guide.file-added': titled(m.guides_fact_file_added),
  'guide.file-removed': titled(m.guides_fact_file_removed),
  'guide.acknowledged': titled(m.guides_fact_acknowledged),
  'kit.made': titled(m.guides_fact_kit_made),
  'kit.changed': titled(m.guides_fact_kit_changed),
  'kit.item-added': titled(m.guides_fact_kit_item_added),
  'kit.item-removed': titled(m.guides_fact_kit_item_removed),
  'idea-import.started': ideaFile(m.imports_fact_started),
  'idea-import.finished': ideaFile(m.imports_fact_finished),
  'idea-import.stopped': ideaFile(m.imports_fact_stopped),
  'idea-import.undone': ideaFile(m.imports_fact_undone),
  ...accessSentences,
  'person.erased': () => m.personal_fact_erased(),
  'second-factor.added': () => m.factor_fact_added(),
  'second-factor.removed': () => m.factor_fact_removed(),
  'second-factor.reset': ({ subject }, { nicknames }) =>
    m.factor_fact_reset({ nickname: nicknames.get(subject.id ?? '') ?? m.admin_someone() }),
};

function batch(words: (inputs: { number: string }) => string): Tell {
  return (fact) => words({ number: String(fact.detail.number ?? '') });
}

function shift(
  words: (inputs: { nickname: string; title: string }) => string,
  { detail }: RecordedFact,
  { nicknames }: FactContext,
): string {
  return words({
    nickname: nicknames.get(text(detail.personId)) ?? m.admin_someone(),
    title: text(detail.title),
  });
}

/** A fact as a sentence; its bare kind when no sentence was written for it. */
export function tellFact(fact: RecordedFact, context: FactContext): string {
  const tell = Object.hasOwn(sentences, fact.kind) ? sentences[fact.kind] : undefined;
  return tell ? tell(fact, context) : m.admin_fact_other({ kind: fact.kind });
}

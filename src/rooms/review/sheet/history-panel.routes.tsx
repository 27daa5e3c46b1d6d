import * as m from '../../../paraglide/messages.js';
import { FACTS_A_PAGE, listFacts, type RecordedFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { type IdeaVersion, listIdeaVersions } from '../../ideas/index.ts';
import { listNicknames } from '../../identity/index.ts';
import { reviewFactWords } from '../fact-words.page.ts';
import { type HistoryEntry, HistoryPart } from './history-part.page.tsx';
import type { SheetAt, SheetPanel } from './sheet-panel.routes.ts';
import { criteriaOf } from './study-form.routes.ts';
import { listVersions } from './version.store.ts';

const IDEA_KINDS = ['idea.submitted', 'idea.edited'];

/** Everything that happened to the idea, newest first, with what each saving changed (R200). */
export const historyPanel: SheetPanel = {
  id: 'historique',
  name: m.study_part_history,
  async load(at) {
    const { visit, edition, idea } = at;
    const { db, organisation } = visit;
    const facts = await listFacts(db, organisation.id, {
      before: readCursor(visit.url.searchParams.get('avant')),
      only: [...IDEA_KINDS, ...Object.keys(reviewFactWords)],
      about: { kind: 'idea', id: idea.id },
    });
    const last = facts.at(-1);
    const older =
      facts.length === FACTS_A_PAGE && last
        ? `${urls.adminStudyIdea({ edition: edition.slug, idea: idea.number }, { avant: last.id })}#historique`
        : undefined;
    return (
      <HistoryPart
        id="historique"
        entries={await tellHistory(at, facts)}
        criteria={criteriaOf(edition)}
        categories={edition.categories}
        olderHref={older}
      />
    );
  },
};

async function tellHistory({ visit, idea }: SheetAt, facts: readonly RecordedFact[]) {
  const { db, organisation } = visit;
  const wanted = facts.flatMap(({ detail }) =>
    [detail.version, detail.previous].flatMap((version) =>
      typeof version === 'number' ? [{ opinionId: opinionOf(detail), version }] : [],
    ),
  );
  const [versions, ideaVersions, nicknames] = await Promise.all([
    listVersions(db, organisation.id, idea.id, wanted),
    listIdeaVersions(db, organisation.id, idea.id),
    listNicknames(
      db,
      organisation.id,
      facts.flatMap(({ actorId }) => actorId ?? []),
    ),
  ]);
  const kept = new Map(versions.map((one) => [`${one.opinionId} ${one.version}`, one.content]));
  const versionOf = (fact: RecordedFact, name: 'version' | 'previous') =>
    kept.get(`${opinionOf(fact.detail)} ${fact.detail[name]}`) ?? null;
  const now = { title: idea.title, body: idea.body, categoryId: idea.categoryId };
  return facts.map((fact): HistoryEntry => {
    const entry = {
      fact,
      nickname: nicknames.get(fact.actorId ?? '') ?? null,
      words: reviewFactWords[fact.kind]?.(fact) ?? null,
    };
    if (fact.kind === 'idea.edited') {
      const at = findReplaced(ideaVersions, fact);
      const from = ideaVersions[at];
      return { ...entry, texts: from ? { from, to: ideaVersions[at + 1] ?? now } : null };
    }
    const after = versionOf(fact, 'version');
    return { ...entry, contents: after ? { from: versionOf(fact, 'previous'), to: after } : null };
  });
}

/** The text that a correction replaced: kept a moment before the correction was recorded, in the same transaction. */
const findReplaced = (versions: readonly IdeaVersion[], { recordedAt }: RecordedFact): number =>
  versions.findLastIndex(({ replacedAt }) => replacedAt <= recordedAt);

const opinionOf = (detail: RecordedFact['detail']): string | null =>
  typeof detail.opinionId === 'string' ? detail.opinionId : null;

const readCursor = (text: string | null): string | undefined =>
  text && isUuid(text) ? text : undefined;

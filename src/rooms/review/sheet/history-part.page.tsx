import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { DateText } from '../../../ui/text.tsx';
import type { Category } from '../../spaces/index.ts';
import { FIGURES, type Figure } from './figures.ts';
import { type Change, type KeptContent, listChanges } from './history.ts';
import { isFeasibility, isVerdict } from './opinion.ts';
import { type Criterion, isCriterionAnswer } from './study.ts';
import {
  criterionName,
  criterionWords,
  feasibilityWords,
  figureWords,
  sayAdmissible,
  sayFigure,
  verdictWords,
} from './words.page.ts';

interface IdeaText {
  title: string;
  body: string;
  categoryId: string;
}

export interface HistoryEntry {
  fact: RecordedFact;
  /** Of who did it; null: nobody who is still there. */
  nickname: string | null;
  /** What was done; null: of the idea itself. */
  words: string | null;
  /** Of a correction by its author. */
  texts?: { from: IdeaText; to: IdeaText } | null;
  /** Of a saving. */
  contents?: { from: KeptContent | null; to: KeptContent } | null;
}

interface Props {
  id: string;
  entries: readonly HistoryEntry[];
  criteria: readonly Criterion[];
  categories: readonly Category[];
  olderHref: string | undefined;
}

export function HistoryPart(props: Props) {
  const { id, entries, olderHref } = props;
  return (
    <Section id={id} title={m.study_part_history()}>
      {entries.length === 0 ? (
        <EmptyState icon="clock" level={3} title={m.study_no_history()}>
          <p>{m.study_no_history_words()}</p>
        </EmptyState>
      ) : (
        <List look="rows">
          {entries.map((entry) => (
            <Entry key={entry.fact.id} entry={entry} {...props} />
          ))}
        </List>
      )}
      <Pagination nextHref={olderHref} />
    </Section>
  );
}

function Entry({ entry, ...props }: Props & { entry: HistoryEntry }) {
  const { fact, nickname } = entry;
  const words =
    entry.words ??
    (fact.kind === 'idea.edited' ? m.study_history_edited() : m.study_history_submitted());
  const changes = entry.texts
    ? listTextChanges(entry.texts, props.categories)
    : entry.contents
      ? listChanges(entry.contents.from, entry.contents.to).map((change) =>
          sayChange(change, props.criteria),
        )
      : [];
  return (
    <div class="office-fact">
      <p>
        <strong>
          <bdi>
            {nickname ?? (fact.kind === 'opinion.asked' ? m.study_automatic() : m.study_someone())}
          </bdi>
        </strong>{' '}
        {words}
      </p>
      <p class="hint">
        <DateText at={fact.recordedAt} shape="moment" />
      </p>
      {changes.length > 0 && (
        <details>
          <summary>{m.study_changes({ count: changes.length })}</summary>
          <DescriptionList
            look="stack"
            items={changes.map(({ name, from, to }) => ({
              term: name,
              detail: <Both {...{ from, to }} />,
            }))}
          />
        </details>
      )}
    </div>
  );
}

function Both({ from, to }: { from: string; to: string }): ComponentChildren {
  return (
    <>
      {from !== '' && (
        <del>
          <bdi>{from}</bdi>
        </del>
      )}{' '}
      {to === '' ? (
        m.study_emptied()
      ) : (
        <ins>
          <bdi>{to}</bdi>
        </ins>
      )}
    </>
  );
}

interface SaidChange {
  name: string;
  from: string;
  to: string;
}

function listTextChanges(
  { from, to }: { from: IdeaText; to: IdeaText },
  categories: readonly Category[],
): SaidChange[] {
  const nameOf = (id: string) => categories.find((category) => category.id === id)?.name ?? '–';
  return [
    { name: m.study_text_title(), from: from.title, to: to.title },
    { name: m.study_text_body(), from: from.body, to: to.body },
    { name: m.study_text_category(), from: nameOf(from.categoryId), to: nameOf(to.categoryId) },
  ].filter((change) => change.from !== change.to);
}

const fieldNames: Record<string, () => string> = {
  admissible: m.study_admissible,
  admissibilityNote: m.study_note,
  verdict: m.study_verdict,
  technical: m.study_technical,
  legal: m.study_legal,
  financial: m.study_financial,
  comment: m.study_comment,
  ...figureWords,
};

function sayChange({ field, criterion, from, to }: Change, criteria: readonly Criterion[]) {
  return {
    name:
      criterion === undefined
        ? (fieldNames[field]?.() ?? field)
        : criterionName(criteria, criterion),
    from: sayValue(field, from),
    to: sayValue(field, to),
  };
}

function sayValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return sayAdmissible(value);
  if (typeof value === 'number' && (FIGURES as readonly string[]).includes(field))
    return sayFigure(field as Figure, value);
  const text = String(value);
  if (field === 'criterion') return isCriterionAnswer(text) ? criterionWords[text]() : '';
  if (field === 'verdict') return isVerdict(text) ? verdictWords[text]() : '';
  if (field === 'comment' || field === 'admissibilityNote') return text;
  return isFeasibility(text) ? feasibilityWords[text]() : text;
}

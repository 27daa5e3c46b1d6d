import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Actions, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { FigureFields } from './figure-fields.page.tsx';
import { FIGURES, type Figure } from './figures.ts';
import type { Criterion, SheetSummary, Study } from './study.ts';
import { LONGEST_NOTE } from './study.ts';
import {
  criterionName,
  criterionWords,
  figureWords,
  sayAdmissible,
  sayFigure,
} from './words.page.ts';

/** Values as they were typed. */
export interface TypedStudy extends Record<Figure, string> {
  /** By criterion. */
  criteria: Record<string, string>;
  admissible: string;
  admissibilityNote: string;
}

interface Props {
  id: string;
  edition: Edition;
  idea: Idea;
  criteria: readonly Criterion[];
  study: Study;
  summary: SheetSummary;
  /** Nickname of who saved it last. */
  savedBy: string | null;
  typed: TypedStudy;
  /** The one that the form was made from. */
  version: number;
  problems: Problems;
  /** Somebody saved another version meanwhile; `problems` then say what they saved. */
  conflict: boolean;
  mayWrite: boolean;
}

export function StudyPart(props: Props) {
  const { id, study, savedBy, mayWrite, conflict } = props;
  return (
    <Section
      id={id}
      title={m.study_part_study()}
      lead={mayWrite ? m.study_part_study_lead() : null}
    >
      {conflict && <Notice tone="warning">{m.study_conflict_words()}</Notice>}
      {mayWrite ? <StudyForm {...props} /> : <StudyRead {...props} />}
      {study.savedAt && (
        <p class="hint">
          {m.study_saved_by_on({
            nickname: savedBy ?? m.study_someone(),
            date: formatDateTime(study.savedAt, 'day'),
          })}
        </p>
      )}
    </Section>
  );
}

function StudyForm({ edition, idea, criteria, summary, typed, version, problems }: Props) {
  const takesOver = FIGURES.some((figure) => summary.total[figure] !== null);
  return (
    <Form action={urls.adminStudyIdea({ edition: edition.slug, idea: idea.number })}>
      <Hidden name="version" value={version} />
      {criteria.map(({ id, name, help }) => (
        <Radios
          key={id}
          name={`criterion-${id}`}
          label={name}
          hint={help}
          look="row"
          options={[
            { value: 'met', label: m.study_criterion_met() },
            { value: 'unmet', label: m.study_criterion_unmet() },
            { value: '', label: m.study_criterion_unsaid() },
          ]}
          value={typed.criteria[id] ?? ''}
          problems={problems}
        />
      ))}
      <Radios
        name="admissible"
        label={m.study_admissible()}
        look="row"
        options={[
          { value: 'yes', label: m.study_admissible_yes() },
          { value: 'no', label: m.study_admissible_no() },
          { value: '', label: m.study_admissible_unsaid() },
        ]}
        value={typed.admissible}
        problems={problems}
      />
      <TextArea
        name="admissibilityNote"
        label={m.study_note()}
        hint={m.study_note_hint()}
        value={typed.admissibilityNote}
        problems={problems}
        rows={3}
        limit={LONGEST_NOTE}
      />
      <FigureFields typed={typed} problems={problems} />
      {summary.differing.length > 0 && (
        <Notice tone="info">
          {m.study_figures_differ()}{' '}
          {summary.differing
            .map((figure) =>
              m.study_figure_of_departments({
                figure: figureWords[figure](),
                value: sayFigure(figure, summary.total[figure]),
              }),
            )
            .join(' ')}
        </Notice>
      )}
      <Actions>
        <SubmitButton>{m.study_save()}</SubmitButton>
        {takesOver && (
          <SubmitButton kind="secondary" name="figures" value="departments">
            {m.study_take_over()}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  );
}

function StudyRead({ study, criteria }: Props) {
  const items = [
    { term: m.study_admissible(), detail: sayAdmissible(study.admissible) },
    ...Object.entries(study.criteria).map(([id, answer]) => ({
      term: criterionName(criteria, id),
      detail: criterionWords[answer](),
    })),
    ...FIGURES.map((figure) => ({
      term: figureWords[figure](),
      detail: sayFigure(figure, study[figure]),
    })),
  ];
  return (
    <>
      <DescriptionList items={items} />
      {study.admissibilityNote !== '' && <Prose text={study.admissibilityNote} />}
    </>
  );
}

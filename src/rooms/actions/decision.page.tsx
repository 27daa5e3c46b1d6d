import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Fieldset, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Actions, Panel } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { type Action, CRITERIA, type Criterion, LENGTHS } from './action.ts';
import { actionSegment } from './action-address.ts';
import { criterionWords } from './action-words.page.ts';

/** A decision as it was typed. */
export interface TypedDecision {
  words: string;
  /** 'oui', 'non' or ''. */
  met: Readonly<Record<Criterion, string>>;
  notes: Readonly<Record<Criterion, string>>;
}

interface Props {
  action: Action;
  /** Number of the version that is read. */
  version: number;
  typed: TypedDecision;
  problems: Problems;
}

/** Names of the fields of a criterion. */
export const CRITERION_FIELDS: Record<Criterion, string> = {
  'daily-life': 'quotidien',
  involvement: 'implication',
  inclusion: 'inclusion',
  reproduction: 'reproduction',
  budget: 'budget-rempli',
};
export const noteField = (criterion: Criterion): string => `note-${CRITERION_FIELDS[criterion]}`;

/** Each criterion met or not, with words; then one of three decisions (R12). */
export function DecisionForm({ action, version, typed, problems, cap }: Props & { cap: number }) {
  const at = { action: actionSegment(action) };
  return (
    <Panel tone="brand" title={m.propose_exam_decide()}>
      <p>{m.propose_exam_decide_lead()}</p>
      <Form action={urls.examinationChanges(at)} label={m.propose_exam_decide()}>
        <Hidden name="version" value={version} />
        {CRITERIA.map((criterion) => (
          <Fieldset key={criterion} legend={criterionWords[criterion](cap)}>
            <Radios
              name={CRITERION_FIELDS[criterion]}
              label={m.propose_exam_criterion()}
              look="row"
              value={typed.met[criterion]}
              problems={problems}
              options={[
                { value: 'oui', label: m.propose_exam_met() },
                { value: 'non', label: m.propose_exam_unmet() },
              ]}
            />
            <TextArea
              name={noteField(criterion)}
              label={m.propose_exam_note()}
              value={typed.notes[criterion]}
              rows={2}
              problems={problems}
            />
          </Fieldset>
        ))}
        <TextArea
          name="motif"
          label={m.propose_exam_words()}
          hint={m.propose_exam_words_hint()}
          value={typed.words}
          limit={LENGTHS.reason}
          rows={5}
          problems={problems}
        />
        <Actions>
          <SubmitButton icon="check" formAction={urls.examinationPublish(at)}>
            {m.propose_exam_publish()}
          </SubmitButton>
          <SubmitButton kind="secondary" icon="edit" formAction={urls.examinationChanges(at)}>
            {m.propose_exam_changes()}
          </SubmitButton>
          <SubmitButton kind="danger" icon="refused" formAction={urls.examinationRefuse(at)}>
            {m.propose_exam_refuse()}
          </SubmitButton>
        </Actions>
      </Form>
    </Panel>
  );
}

/** A published action leaves the catalogue, with the reason. */
export function ArchiveForm({ action, version, typed, problems }: Props) {
  return (
    <Panel title={m.propose_exam_archive_title()}>
      <p>{m.propose_exam_archive_lead()}</p>
      <Form action={urls.examinationArchive({ action: actionSegment(action) })}>
        <Hidden name="version" value={version} />
        <TextArea
          name="motif"
          label={m.propose_exam_reason()}
          value={typed.words}
          limit={LENGTHS.reason}
          rows={3}
          problems={problems}
          required
        />
        <SubmitButton kind="secondary" icon="archive">
          {m.propose_exam_archive()}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

/** An archived one comes back; one that was not accepted is examined anew. */
export function ReopenForm({ action, version, typed, problems }: Props) {
  return (
    <Panel title={m.propose_exam_reopen_title()}>
      <p>
        {action.state === 'refused'
          ? m.propose_exam_reopen_refused()
          : m.propose_exam_reopen_archived()}
      </p>
      <Form action={urls.examinationReopen({ action: actionSegment(action) })}>
        <Hidden name="version" value={version} />
        <TextArea
          name="motif"
          label={m.propose_exam_reason()}
          value={typed.words}
          limit={LENGTHS.reason}
          rows={3}
          problems={problems}
        />
        <SubmitButton kind="secondary">{m.propose_exam_reopen()}</SubmitButton>
      </Form>
    </Panel>
  );
}

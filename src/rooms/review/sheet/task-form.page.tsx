import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import { FigureFields } from './figure-fields.page.tsx';
import { FEASIBILITIES, VERDICTS } from './opinion.ts';
import type { TaskProps } from './task.page.tsx';
import { answerWords, verdictWords } from './words.page.ts';

/** What a department says: three questions, three figures, an opinion and why. */
export function OpinionForm({ opinion, typed, version, problems, acts }: TaskProps) {
  const feasibilities = [
    ...FEASIBILITIES.map((value) => ({ value, label: answerWords[value]() })),
    { value: '', label: m.study_feasible_unsaid() },
  ];
  const questions = [
    { name: 'technical', label: m.study_feasible_technically(), value: typed.technical },
    { name: 'legal', label: m.study_feasible_legally(), value: typed.legal },
    { name: 'financial', label: m.study_feasible_financially(), value: typed.financial },
  ];
  return (
    <Form action={urls.task({ opinion: opinion.id })}>
      <Hidden name="version" value={version} />
      {questions.map((question) => (
        <Radios
          key={question.name}
          {...question}
          look="row"
          options={feasibilities}
          problems={problems}
        />
      ))}
      <FigureFields typed={typed} problems={problems} />
      <Radios
        name="verdict"
        label={m.study_verdict_of_department()}
        look="row"
        options={VERDICTS.map((value) => ({ value, label: verdictWords[value]() }))}
        value={typed.verdict}
        problems={problems}
        required
      />
      <TextArea
        name="comment"
        label={m.study_comment_label()}
        value={typed.comment}
        problems={problems}
        rows={2}
      />
      <Actions>
        <SubmitButton name="act" value="give">
          {opinion.state === 'given' ? m.study_give_again() : m.study_give()}
        </SubmitButton>
        {opinion.state === 'asked' && (
          <SubmitButton kind="secondary" name="act" value="save">
            {m.study_save_draft()}
          </SubmitButton>
        )}
        {acts}
      </Actions>
    </Form>
  );
}

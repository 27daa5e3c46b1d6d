import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';

export const PUPIL_FIELD = 'code-classe';

export type PupilRefusal = 'code-missing' | 'no-such-class' | 'class-full';

const words: Record<PupilRefusal, () => string> = {
  'code-missing': m.classes_code_missing,
  'no-such-class': m.classes_code_unknown,
  'class-full': m.classes_full,
};

export const pupilProblems = (refusal: PupilRefusal): Problems => ({
  [PUPIL_FIELD]: words[refusal](),
});

/** One field and one button: the code on the board. */
export function PupilPage(props: {
  edition: Edition;
  now: Date;
  code: string;
  problems: Problems;
}) {
  const { edition, now, code, problems } = props;
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <Stack>
        <ErrorSummary problems={problems} />
        <PageHeader title={m.classes_pupil_title()} lead={m.classes_pupil_lead()} />
        <Form action={urls.voteClass({ edition: edition.slug })}>
          <Field
            name={PUPIL_FIELD}
            label={m.classes_pupil_code()}
            value={code}
            autocomplete="off"
            width="short"
            spellcheck={false}
            problems={problems}
            required
          />
          <SubmitButton size="large">{m.classes_pupil_go()}</SubmitButton>
        </Form>
      </Stack>
    </EditionFrame>
  );
}

import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ButtonLink, Form, Hidden, SubmitButton } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { ALIGNMENTS, isAlignment, LONGEST, MOST_MENTIONS } from './comment.ts';
import { ALIGNMENT_NAMES, alignmentWords } from './comment-words.page.ts';
import type { Commented, CommentForm } from './shown-comment.page.ts';

/** Who will read it: of what stands in a network, or is told in confidence, whoever sees the page. */
const bodyHint = ({ kind, keepReaders }: Commented) =>
  keepReaders || (kind !== 'idea' && kind !== 'meeting')
    ? m.comments_body_hint_inside
    : m.comments_body_hint;

/** Names of the fields. */
export const COMMENT_NAMES = {
  body: 'texte',
  alignment: 'avis',
  parent: 'en-reponse-a',
  form: 'formulaire',
} as const;

/** The browser module that completes nicknames after an @. */
export const COMMENTS_SCRIPT = 'mention-field.js';

interface Props {
  contribution: Commented;
  form: CommentForm;
  /** What it answers; null: a comment of its own. */
  parentId: string | null;
}

export function CommentFormPart({ contribution, form, parentId }: Props) {
  const { typed, problems, formId } = form;
  const { kind, id, comments } = contribution;
  return (
    <Form
      action={urls.comments({ kind, contribution: id })}
      label={parentId ? m.comments_reply_title() : m.comments_form_label()}
    >
      <Hidden name={COMMENT_NAMES.form} value={formId} />
      {parentId && <Hidden name={COMMENT_NAMES.parent} value={parentId} />}
      {comments.aligned && !parentId && (
        <Radios
          name={COMMENT_NAMES.alignment}
          label={m.comments_alignment()}
          look="row"
          value={isAlignment(typed.alignment) ? ALIGNMENT_NAMES[typed.alignment] : undefined}
          problems={problems}
          options={ALIGNMENTS.map((alignment) => ({
            value: ALIGNMENT_NAMES[alignment],
            label: alignmentWords[alignment](),
          }))}
        />
      )}
      <mention-field
        data-source={urls.completeNicknames({ sous: `${kind}/${id}` })}
        data-label={m.comments_mention_list()}
        data-found-one={m.comments_mention_found_one({ count: '#' })}
        data-found-other={m.comments_mention_found_other({ count: '#' })}
      >
        <TextArea
          name={COMMENT_NAMES.body}
          label={parentId ? m.comments_reply_body() : m.comments_body()}
          hint={bodyHint(contribution)({ most: MOST_MENTIONS })}
          value={typed.body}
          rows={4}
          limit={LONGEST}
          problems={problems}
          required
        />
      </mention-field>
      <SubmitButton icon="comment">
        {parentId ? m.comments_reply_submit() : m.comments_submit()}
      </SubmitButton>
    </Form>
  );
}

/** In its place where nobody is signed in: where one does. */
export function SignInToComment({ back }: { back: string }) {
  return (
    <ButtonLink kind="secondary" icon="comment" href={urls.signIn({ vers: back })}>
      {m.comments_sign_in()}
    </ButtonLink>
  );
}

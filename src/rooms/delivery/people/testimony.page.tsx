import * as m from '../../../paraglide/messages.js';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { PictureFields } from '../../../ui/picture-fields.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { sayTheirs } from '../office/words.page.ts';
import {
  LONGEST_TESTIMONY,
  type Testimony,
  testimonyStateOf,
  type WrittenTestimony,
} from './testimony.ts';
import { testimonyLooks } from './words.page.ts';

interface Props {
  at: { edition: string; project: number };
  project: string;
  /** null: not written yet. */
  own: Testimony | null;
  typed: WrittenTestimony;
  /** Of what the form was made from; 0: of nothing. */
  version: number;
  problems: Problems;
  conflict: boolean;
}

/** The testimony of a holder, as its author writes it: where it stands, its words, its picture. */
export function TestimonyPage(props: Props) {
  const { at, project, own, conflict } = props;
  // both texts are shown: nothing typed is lost
  const problems =
    conflict && own && own.body !== props.typed.body
      ? { ...props.problems, body: sayTheirs(own.body) }
      : props.problems;
  const state = own && testimonyStateOf(own);
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ body: m.together_testimony_body(), alt: m.ui_picture_alt() }}
        {...(conflict && { title: m.together_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={m.together_testimony_title()}
        kicker={<bdi>{project}</bdi>}
        lead={m.together_testimony_lead()}
        breadcrumb={[
          { label: m.delivery_project_title({ title: project }), href: urls.delivery(at) },
        ]}
        {...(state && {
          meta: (
            <StateBadge tone={testimonyLooks[state].tone}>
              {testimonyLooks[state].words()}
            </StateBadge>
          ),
        })}
      />
      {own && state === 'returned' && (
        <Notice tone="warning" title={m.together_testimony_to_change()}>
          <Prose text={own.returnReason} />
        </Notice>
      )}
      <Words {...props} problems={problems} />
      {own && (
        <Section title={m.together_testimony_withdraw()} lead={m.together_testimony_gone()}>
          <ButtonForm kind="danger" action={urls.deliveryTestimonyWithdraw(at)}>
            {m.together_testimony_withdraw()}
          </ButtonForm>
        </Section>
      )}
    </Column>
  );
}

function Words({ at, own, typed, version, problems }: Props) {
  const picture = own?.picture;
  return (
    <Form action={urls.deliveryTestimony(at)} upload>
      <Hidden name="version" value={version} />
      <TextArea
        name="body"
        label={m.together_testimony_body()}
        hint={m.together_testimony_body_hint()}
        value={typed.body}
        limit={LONGEST_TESTIMONY.body}
        rows={8}
        problems={problems}
        required
      />
      {picture && (
        <>
          <Picture
            src={urls.deliveryTestimonyPicture(at)}
            alt={picture.alt}
            width={picture.width ?? 1}
            height={picture.height ?? 1}
          />
          <Checkbox name="drop" label={m.together_testimony_drop()} />
        </>
      )}
      <PictureFields
        limits={PICTURE_LIMITS}
        label={picture ? m.together_testimony_other_picture() : m.together_testimony_picture()}
        alt={typed.alt}
        altHint={m.together_testimony_alt_hint()}
        problems={problems}
      />
      <p class="hint">{m.together_testimony_readers()}</p>
      <SubmitButton size="large">{m.together_testimony_submit()}</SubmitButton>
    </Form>
  );
}

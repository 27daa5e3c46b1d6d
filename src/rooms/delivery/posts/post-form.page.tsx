import * as m from '../../../paraglide/messages.js';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { PictureFields } from '../../../ui/picture-fields.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { LONGEST, MOST_PICTURES, type Post, type PostText, stateOf } from './post.ts';
import { postStateLooks } from './words.page.ts';

interface Props {
  at: { edition: string; project: number };
  project: string;
  /** null: not written yet. */
  post: Post | null;
  typed: PostText;
  /** Typed beside a picture that was refused. */
  alt: string;
  followers: number;
  problems: Problems;
  conflict: boolean;
  breadcrumb: { label: string; href: string }[];
}

/** What is told of a realisation: written, then its pictures, then published to everybody who follows it (R62). */
export function PostFormPage(props: Props) {
  const { at, project, post, problems, conflict } = props;
  const state = post && stateOf(post);
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ title: m.deliver_post_title(), body: m.deliver_post_body() }}
        {...(conflict && { title: m.deliver_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={post ? m.deliver_post_page() : m.deliver_post_new()}
        kicker={<bdi>{project}</bdi>}
        breadcrumb={props.breadcrumb}
        {...(state && {
          meta: (
            <StateBadge tone={postStateLooks[state].tone}>
              {postStateLooks[state].words()}
            </StateBadge>
          ),
        })}
      />
      {state === 'withdrawn' ? (
        <>
          <Notice tone="warning">{m.deliver_post_withdrawn_words()}</Notice>
          <h2>
            <bdi>{post?.title}</bdi>
          </h2>
          <Prose text={post?.body ?? ''} />
        </>
      ) : (
        <WordsForm {...props} />
      )}
      {post && state !== 'withdrawn' && (
        <>
          <Pictures at={at} post={post} alt={props.alt} problems={problems} />
          <Section title={state === 'draft' ? m.deliver_post_publish() : m.deliver_post_withdraw()}>
            <p>
              {state === 'draft'
                ? m.deliver_post_publish_words({ count: props.followers })
                : m.deliver_post_withdraw_words()}
            </p>
            {state === 'draft' ? (
              <ButtonForm
                size="large"
                icon="megaphone"
                action={urls.adminPublishPost({ ...at, post: post.id })}
              >
                {m.deliver_post_publish()}
              </ButtonForm>
            ) : (
              <ButtonForm kind="danger" action={urls.adminWithdrawPost({ ...at, post: post.id })}>
                {m.deliver_post_withdraw()}
              </ButtonForm>
            )}
          </Section>
        </>
      )}
    </Column>
  );
}

function WordsForm({ at, post, typed, problems }: Props) {
  return (
    <Form action={post ? urls.adminPost({ ...at, post: post.id }) : urls.adminNewPost(at)}>
      {post && <Hidden name="version" value={post.version} />}
      <Field
        name="title"
        label={m.deliver_post_title()}
        hint={m.deliver_post_title_hint()}
        value={typed.title}
        problems={problems}
        autocomplete="off"
        required
      />
      <TextArea
        name="body"
        label={m.deliver_post_body()}
        hint={m.deliver_post_body_hint()}
        value={typed.body}
        limit={LONGEST.body}
        rows={10}
        problems={problems}
        required
      />
      <SubmitButton kind={post ? 'secondary' : 'primary'}>{m.deliver_post_save()}</SubmitButton>
      {!post && <p class="hint">{m.deliver_post_save_hint()}</p>}
    </Form>
  );
}

function Pictures(props: { at: Props['at']; post: Post; alt: string; problems: Problems }) {
  const { post, problems } = props;
  const at = { ...props.at, post: post.id };
  return (
    <Section
      title={m.deliver_pictures()}
      lead={m.deliver_pictures_lead({ max: MOST_PICTURES })}
      id="images"
    >
      <Stack>
        {post.pictures.map((picture) => (
          <div key={picture.fileId}>
            <Picture
              src={urls.adminPostPicture({ ...at, file: picture.fileId })}
              alt={picture.alt}
              width={picture.width ?? 1}
              height={picture.height ?? 1}
              caption={m.ui_picture_alt_is({ alt: picture.alt })}
            />
            <ButtonForm
              kind="quiet"
              size="small"
              icon="delete"
              action={urls.adminRemovePostPicture({ ...at, file: picture.fileId })}
              about={picture.alt}
            >
              {m.ui_picture_remove()}
            </ButtonForm>
          </div>
        ))}
        {post.pictures.length < MOST_PICTURES && (
          <Form action={urls.adminPostPictures(at)} upload label={m.deliver_picture_add()}>
            <PictureFields limits={PICTURE_LIMITS} alt={props.alt} problems={problems} required />
            <SubmitButton kind="secondary" icon="plus">
              {m.deliver_picture_add()}
            </SubmitButton>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

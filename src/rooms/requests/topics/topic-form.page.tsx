import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { TOPIC_LENGTHS } from './topic.ts';

export interface TypedTopic {
  titre: string;
  message: string;
  /** `news/1f0c…`; '': it answers nothing. */
  sujet: string;
}

interface Props {
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  typed: TypedTopic;
  /** What it answers. */
  article: { title: string; href: string } | null;
  madeFrom: string;
  problems: Problems;
}

/** A title and a first message. */
export function TopicFormPage({ space, component, typed, article, madeFrom, problems }: Props) {
  const at = { space: space.slug, component: component.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.forum_begin()}
        lead={m.forum_begin_lead()}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          { label: component.title, href: urls.forum(at) },
        ]}
      />
      {article && (
        <p>
          {m.forum_about()} <a href={article.href}>{article.title}</a>
        </p>
      )}
      <Form action={urls.beginTopic(at)}>
        <Hidden name="formulaire" value={madeFrom} />
        <Hidden name="sujet" value={typed.sujet} />
        <Field
          name="titre"
          label={m.forum_field_title()}
          value={typed.titre}
          problems={problems}
          required
        />
        <TextArea
          name="message"
          label={m.forum_field_message()}
          value={typed.message}
          limit={TOPIC_LENGTHS.message}
          rows={8}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.forum_begin_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

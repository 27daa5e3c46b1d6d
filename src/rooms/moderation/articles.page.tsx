import * as m from '../../paraglide/messages.js';
import { NumberField, TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';

export const ARTICLE_FIELDS = {
  articles: 'articles',
  threshold: 'seuil',
  version: 'version',
} as const;

interface Props {
  typed: { articles: string; threshold: string };
  version: number;
  problems: Problems;
}

/** The articles by which one judges, a line each, and how many reports make something urgent. */
export function ArticlesPage({ typed, version, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.moderation_articles_title()}
        lead={m.moderation_articles_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      <Form action={urls.charterArticles()}>
        <Hidden name={ARTICLE_FIELDS.version} value={version} />
        <TextArea
          name={ARTICLE_FIELDS.articles}
          label={m.moderation_articles_field()}
          hint={m.moderation_articles_hint()}
          value={typed.articles}
          rows={14}
          problems={problems}
          required
        />
        <NumberField
          name={ARTICLE_FIELDS.threshold}
          label={m.moderation_threshold()}
          hint={m.moderation_threshold_hint()}
          value={typed.threshold}
          problems={problems}
        />
        <SubmitButton>{m.moderation_articles_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

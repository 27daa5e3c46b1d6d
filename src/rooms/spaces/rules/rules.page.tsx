import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import { ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import { EditionFrame } from '../edition-frame.page.tsx';
import { ArticleSection } from './article.page.tsx';
import type { RulesArticle } from './rules-words.page.ts';

interface Props {
  edition: Edition;
  now: Date;
  /** null: not published yet, as the settings stand now. */
  version: number | null;
  articles: readonly RulesArticle[];
  /** Every published version, the latest first. */
  versions: readonly { version: number; publishedAt: Date }[];
  /** The council's decision that founds the edition, to be downloaded. */
  decisionFile: { name: string; href: string } | null;
}

/** The règlement: what the settings say, in sentences, and what the organisation adds (R35). */
export function RulesPage({ edition, now, version, articles, versions, decisionFile }: Props) {
  const latest = versions[0]?.version ?? null;
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="rules">
      <PageHeader
        title={m.spaces_rules_title()}
        lead={<bdi>{edition.title}</bdi>}
        actions={
          <ButtonLink
            kind="secondary"
            size="small"
            href={urls.rulesPdf(at, { version: version ?? undefined })}
            download
          >
            {m.setup_rules_pdf()}
          </ButtonLink>
        }
      />
      {version === null && <Notice tone="warning">{m.spaces_rules_not_published()}</Notice>}
      {version !== null && version !== latest && (
        <Notice tone="warning" actions={<a href={urls.rules(at)}>{m.spaces_rules_latest()}</a>}>
          {m.spaces_rules_old()}
        </Notice>
      )}
      {articles.map((article) => (
        <ArticleSection key={article.key} article={article}>
          {article.key === 'purpose' && decisionFile && (
            <p>
              <a href={decisionFile.href} download>
                {m.setup_rules_decision_file()}
              </a>
            </p>
          )}
          {article.key === 'privacy' && (
            <p>
              <a href={urls.privacy()}>{m.site_footer_privacy()}</a>
              {' · '}
              <a href={urls.charter()}>{m.site_footer_charter()}</a>
            </p>
          )}
        </ArticleSection>
      ))}
      <Versions edition={edition} version={version} versions={versions} />
    </EditionFrame>
  );
}

function Versions({
  edition,
  version: shown,
  versions,
}: Pick<Props, 'edition' | 'version' | 'versions'>) {
  if (versions.length === 0) return null;
  return (
    <section class="section">
      <h2>{m.spaces_rules_versions()}</h2>
      <ul>
        {versions.map(({ version, publishedAt }) => (
          <li key={version}>
            {version === shown ? (
              <strong>{m.spaces_rules_version({ version })}</strong>
            ) : (
              <a href={urls.rules({ edition: edition.slug }, { version })}>
                {m.spaces_rules_version({ version })}
              </a>
            )}
            {', '}
            <DateText at={publishedAt} shape="moment" />
          </li>
        ))}
      </ul>
      {versions.length > 1 && (
        <CompareForm
          edition={edition}
          versions={versions}
          from={versions[1]!.version}
          to={versions[0]!.version}
        />
      )}
    </section>
  );
}

/** Which two versions to compare. */
export function CompareForm(props: {
  edition: Edition;
  versions: readonly { version: number }[];
  from: number;
  to: number;
}) {
  const options = props.versions.map(({ version }) => ({
    value: String(version),
    label: m.spaces_rules_version({ version }),
  }));
  return (
    <Form action={urls.rulesDifferences({ edition: props.edition.slug })} method="get">
      <Select
        name="de"
        label={m.setup_rules_from()}
        value={String(props.from)}
        options={options}
        width="medium"
      />
      <Select
        name="a"
        label={m.setup_rules_to()}
        value={String(props.to)}
        options={options}
        width="medium"
      />
      <Actions>
        <SubmitButton kind="secondary">{m.setup_rules_compare()}</SubmitButton>
      </Actions>
    </Form>
  );
}

import * as m from '../../../paraglide/messages.js';
import { Differences } from '../../../ui/differences.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import { EditionFrame } from '../edition-frame.page.tsx';
import { CompareForm } from './rules.page.tsx';
import { articleText, type RulesArticle } from './rules-words.page.ts';

interface Version {
  version: number;
  publishedAt: Date;
}

interface Props {
  edition: Edition;
  now: Date;
  from: Version & { articles: readonly RulesArticle[] };
  to: Version & { articles: readonly RulesArticle[] };
  versions: readonly Version[];
}

/** What changed from one version of the règlement to another, article by article (R200). */
export function RulesDifferencesPage({ edition, now, from, to, versions }: Props) {
  const keys = [...new Set([...from.articles, ...to.articles].map(({ key }) => key))];
  const pairs = keys
    .map((key) => ({
      key,
      before: from.articles.find((article) => article.key === key),
      after: to.articles.find((article) => article.key === key),
    }))
    .filter(({ before, after }) => textOf(before) !== textOf(after));
  return (
    <EditionFrame edition={edition} now={now} current="rules">
      <PageHeader
        title={m.setup_rules_differences({ from: from.version, to: to.version })}
        lead={m.setup_rules_differences_lead()}
        breadcrumb={[
          { label: m.spaces_rules_title(), href: urls.rules({ edition: edition.slug }) },
        ]}
      />
      <p>
        {m.spaces_rules_version({ version: from.version })}{' '}
        <DateText at={from.publishedAt} shape="moment" />
        {' → '}
        {m.spaces_rules_version({ version: to.version })}{' '}
        <DateText at={to.publishedAt} shape="moment" />
      </p>
      {pairs.length === 0 && <Notice>{m.setup_rules_same()}</Notice>}
      {pairs.map(({ key, before, after }) => {
        const { number, title } = (after ?? before)!;
        return (
          <section key={key} class="section">
            <h2>{m.spaces_rules_article({ number, title })}</h2>
            <Differences before={textOf(before)} after={textOf(after)} />
          </section>
        );
      })}
      {pairs.length > 0 && <p class="hint">{m.setup_rules_others_same()}</p>}
      <section class="section">
        <h2>{m.setup_rules_compare_others()}</h2>
        <CompareForm edition={edition} versions={versions} from={from.version} to={to.version} />
      </section>
    </EditionFrame>
  );
}

const textOf = (article: RulesArticle | undefined) => (article ? articleText(article) : '');

import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { findFile } from '../../../platform/files/index.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { pdfAnswer } from '../../../platform/pdf/pdf-answer.ts';
import { urls } from '../../../urls.ts';
import { readNumber } from '../address-words.ts';
import { findEditionForOffice, listRulesVersions, type RulesVersion } from '../edition.store.ts';
import type { Edition } from '../edition.ts';
import { settingsOf } from '../edition-settings.ts';
import { RulesPage } from './rules.page.tsx';
import { writeRulesPaper } from './rules.pdf.ts';
import { RulesDifferencesPage } from './rules-differences.page.tsx';
import { type RulesArticle, writeRules } from './rules-words.page.ts';

/** The règlement of an edition: each published version to read, to print and to compare. */
export const rulesRoutes: readonly Route[] = [
  get(
    urls.rules,
    'anyone',
    async (visit) => {
      const { db, organisation } = visit;
      const { edition, versions } = await loadRules(visit);
      const shown = chooseVersion(edition, versions, visit.url.searchParams.get('version'));
      const { councilDecisionFile: fileId } = shown.settings;
      const file = fileId ? await findFile(db, organisation.id, fileId) : null;
      return page({
        title: m.spaces_rules_title(),
        section: 'editions',
        body: (
          <RulesPage
            edition={edition}
            now={await readNow(db)}
            version={shown.version}
            articles={articlesOf(visit, edition, shown)}
            versions={versions}
            decisionFile={
              file && { name: file.name, href: urls.file({ file: `${file.fileId}.pdf` }) }
            }
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.rulesPdf, 'anyone', async (visit) => {
    const { organisation, config, locale } = visit;
    const { edition, versions } = await loadRules(visit);
    const shown = chooseVersion(edition, versions, visit.url.searchParams.get('version'));
    const at = shown.publishedAt ?? (await readNow(visit.db));
    // written once for all who ask at the same time; what is not published yet changes with each save
    const key = `rules pdf ${edition.id} ${shown.version ?? at.getTime()} ${locale}`;
    const file = await visit.share(key, () =>
      writeRulesPaper({
        root: config.root,
        organisation,
        edition,
        articles: articlesOf(visit, edition, shown),
        version: shown.version,
        at,
      }),
    );
    return pdfAnswer(file, m.setup_rules_pdf_name());
  }),

  get(
    urls.rulesDifferences,
    'anyone',
    async (visit) => {
      const { edition, versions } = await loadRules(visit);
      const asked = (name: string) =>
        found(
          versions.find(
            ({ version }) => version === readNumber(visit.url.searchParams.get(name) ?? ''),
          ),
        );
      const [from, to] = [asked('de'), asked('a')];
      const withArticles = (one: RulesVersion) => ({
        ...one,
        articles: articlesOf(visit, edition, one),
      });
      return page({
        title: m.setup_rules_differences({ from: from.version, to: to.version }),
        section: 'editions',
        body: (
          <RulesDifferencesPage
            edition={edition}
            now={await readNow(visit.db)}
            from={withArticles(from)}
            to={withArticles(to)}
            versions={versions}
          />
        ),
      });
    },
    { cached: true },
  ),
];

async function loadRules({ db, organisation, params, visitor }: Visit<'edition'>) {
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition));
  // officers read the règlement before it is published
  found(edition.openedAt ?? (holdsRight('officer', visitor) || null));
  return { edition, versions: await listRulesVersions(db, organisation.id, edition.id) };
}

type Shown = Pick<RulesVersion, 'settings' | 'phases'> & {
  version: number | null;
  publishedAt: Date | null;
};

/** The one asked for, otherwise the latest, otherwise the settings as they stand. */
function chooseVersion(
  edition: Edition,
  versions: readonly RulesVersion[],
  asked: string | null,
): Shown {
  const kept =
    asked === null
      ? versions[0]
      : found(versions.find(({ version }) => version === readNumber(asked)));
  const { phases } = edition;
  return kept ?? { version: null, publishedAt: null, settings: settingsOf(edition), phases };
}

const articlesOf = (
  { organisation }: Visit,
  { currency }: Edition,
  { settings, phases }: Pick<Shown, 'settings' | 'phases'>,
): RulesArticle[] => writeRules({ organisation: organisation.name, currency, settings, phases });

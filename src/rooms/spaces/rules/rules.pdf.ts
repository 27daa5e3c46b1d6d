import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { openPaper } from '../../../platform/pdf/paper.ts';
import { formatDateTime } from '../../../ui/format.ts';
import type { RulesArticle } from './rules-words.page.ts';

interface RulesPaper {
  /** Folder of the installation. */
  root: string;
  organisation: { name: string; colour: string };
  edition: { title: string };
  articles: readonly RulesArticle[];
  /** null: as the settings stand, before any publication. */
  version: number | null;
  /** When this version was published, or when the paper is made of what is not published. */
  at: Date;
}

/** The règlement to print, to post at the town hall and to join to the council's decision. */
export async function writeRulesPaper(rules: RulesPaper): Promise<Buffer> {
  const { organisation, edition, version } = rules;
  const title = `${m.spaces_rules_title()} – ${edition.title}`;
  const which =
    version === null
      ? m.setup_rules_draft()
      : m.setup_rules_version_on({ version, date: formatDateTime(rules.at) });
  const paper = openPaper({
    root: rules.root,
    sheet: 'A4',
    lang: getLocale(),
    title,
    madeAt: rules.at,
    colour: organisation.colour,
    size: 11,
    running: {
      head: title,
      foot: `${organisation.name} · ${which}`,
      numbered: (page, pages) => m.printed_page({ page, pages }),
      overleaf: '',
      size: 9,
    },
  });
  paper.paragraph(`${organisation.name} · ${edition.title}`, { soft: true, before: 0 });
  paper.heading(m.spaces_rules_title(), { before: 2, size: 24 });
  paper.paragraph(which, { soft: true, before: 2 });
  for (const { number, title: name, body } of rules.articles) {
    // a title is never left alone at the foot of a sheet
    paper.makeRoom(90);
    paper.heading(m.spaces_rules_article({ number, title: name }), { level: 2, before: 16 });
    for (const part of body) {
      if (typeof part !== 'string') paper.list(part.items, { before: 2 });
      else for (const words of part.split(/\n+/)) paper.paragraph(words, { before: 4 });
    }
  }
  return paper.finish();
}

import * as m from '../../../paraglide/messages.js';
import type { Paper } from '../../../platform/pdf/paper.ts';
import { formatMoney } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { stepWords } from '../../spaces/index.page.ts';
import { bareAddress, type SheetTerms, sayDates } from './sheet-parts.pdf.ts';

/** Rows to note down what people said. */
const NOTES = 6;

/** For those who go out and make the projects and the vote known: what to say, and what is never done (R39, R50). */
export function writeCampaignSheet(paper: Paper, terms: SheetTerms): void {
  const { edition, origin } = terms;
  const at = { edition: edition.slug };
  const site = (path: string) => bareAddress(origin + path);
  paper.paragraph(m.guides_campaign_lead(), { before: 4 });
  paper.heading(m.guides_campaign_what(), { level: 2, before: 14 });
  paper.list([
    ...(edition.envelope > 0
      ? [
          m.guides_campaign_what_money({
            amount: formatMoney(edition.envelope, edition.currency),
          }),
        ]
      : []),
    m.guides_campaign_what_site({ site: site(urls.projects(at)) }),
    m.guides_campaign_what_kit(),
  ]);
  const dated = (['campaign', 'vote'] as const)
    .map((step) => ({ term: stepWords[step].name(), detail: sayDates(edition, step) }))
    .filter(({ detail }) => detail !== '');
  if (dated.length > 0) {
    paper.heading(m.guides_reception_dates(), { level: 2, before: 16 });
    paper.facts(dated, 0.3);
  }
  paper.heading(m.guides_campaign_how(), { level: 2, before: 16 });
  paper.list([
    m.guides_campaign_how_place(),
    m.guides_campaign_how_ask(),
    m.guides_campaign_how_list(),
    m.guides_campaign_how_points({ site: site(urls.votePoints(at)) }),
  ]);
  paper.heading(m.guides_campaign_never(), { level: 2, before: 16 });
  paper.list([
    m.guides_campaign_never_vote(),
    m.guides_campaign_never_count(),
    m.guides_campaign_never_against(),
    m.guides_campaign_never_gift(),
  ]);
  paper.makeRoom(200);
  paper.heading(m.guides_campaign_notes(), { level: 2, before: 16 });
  paper.table({
    columns: [
      { width: paper.inner * 0.3, head: m.guides_campaign_where() },
      { width: paper.inner * 0.18, head: m.guides_campaign_people() },
      { width: 'rest', head: m.guides_campaign_remarks() },
    ],
    names: 0,
    ruled: true,
    rows: Array.from({ length: NOTES }, () => [[{ blank: 26 }], [], []]),
  });
}

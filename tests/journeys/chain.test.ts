import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginRealisations } from '../../src/rooms/delivery/index.ts';
import { publishReport, saveReport } from '../../src/rooms/evaluation/index.ts';
import { numberedSegment } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { makeIdea } from '../make/ideas.ts';
import { makeMeeting } from '../make/meetings.ts';
import { holdPoll } from '../make/published.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

let site: TestSite;
/** Each link of the chain, by what it is and where it stands. */
const nodes = new Map<string, string>();

beforeAll(async () => {
  site = await openTestSite();
  let idea = { id: '', number: 0, title: '' };
  const { edition, poll } = await holdPoll(site, {
    projects: [{ euros: 1000 }, { euros: 2000 }],
    ballots: [['1'], ['1']],
    depositIdeas: async (collecting) => {
      idea = await makeIdea(site, collecting, { title: 'Un verger au parc' });
      return [idea.id];
    },
  });
  const at = { edition: edition.slug };
  const projectId = poll.options[0]!.targetId;
  const cost = [{ projectId, cost: 1000_00 }];
  await beginRealisations(site.db, site.organisationId, edition.id, cost, '2026-01-15');
  const workshop = await makeMeeting(site, {
    kind: 'workshop',
    title: 'Dessinons le verger',
    editionId: edition.id,
    target: { kind: 'project', id: projectId },
  });
  const act = { organisationId: site.organisationId, by: null };
  const said = {
    introduction: 'Ce que nous en retenons.',
    inclusion: '',
    ecology: '',
    outlook: '',
  };
  await saveReport(site.db, act, edition.id, { ...said, runningCost: null }, 0);
  await publishReport(site.db, act, edition, true);
  nodes.set(
    'workshop',
    urls.meeting({ meeting: numberedSegment(workshop.number, workshop.title) }),
  );
  nodes.set('idea', urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) }));
  nodes.set('project', urls.project({ ...at, project: numberedSegment(1, 'Projet 1') }));
  nodes.set('vote', urls.results(at));
  nodes.set('realisation', urls.delivery({ ...at, project: 1 }));
  nodes.set('report', urls.report(at));
}, 120_000);
afterAll(() => site.close());

const links = new Map<string, ReadonlySet<string>>();

/** Where the page at an address leads to by what is written on it: no query, no anchor, nothing but pages of ours. */
async function listLinks(path: string): Promise<ReadonlySet<string>> {
  const known = links.get(path);
  if (known) return known;
  const visitor = site.visitor();
  const answer = await visitor.send(path);
  const isPage =
    answer.status === 200 && /^text\/html/.test(answer.headers.get('content-type') ?? '');
  const main = isPage ? (/<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '') : '';
  const found = new Set(
    [...main.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)].map(([, href]) => decodeURI(href!)),
  );
  links.set(path, found);
  return found;
}

/** How many clicks from one page to another, two at most; null: more. */
async function countClicks(from: string, to: string): Promise<number | null> {
  const first = await listLinks(from);
  if (first.has(to)) return 1;
  for (const next of first) if ((await listLinks(next)).has(to)) return 2;
  return null;
}

const NAMES = ['workshop', 'idea', 'project', 'vote', 'realisation', 'report'] as const;
const PAIRS = NAMES.flatMap((from) =>
  NAMES.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('the chain from a need to what was built', () => {
  it.each(PAIRS)('R188 from the %s to the %s in two clicks at most', async (from, to) => {
    expect(await countClicks(nodes.get(from)!, nodes.get(to)!)).not.toBeNull();
  });
});

import { fromList } from '../../../platform/sets/row-source.ts';
import { listPublishedPolls } from '../counting/simulation.store.ts';
import { findPollOf } from '../poll.store.ts';
import { findAct, type Poll } from '../poll.ts';
import { findResult } from './result.store.ts';

export interface PollRow {
  editionId: string;
  title: string;
  subject: Poll['settings']['subject'];
  kind: Poll['kind'];
  /** Choices on a ballot at most. */
  most: number;
  rule: Poll['rule'];
  opensAt: Date;
  closesAt: Date;
  publishedAt: Date;
  voters: number;
  ballots: number;
  blank: number;
  /** Cents. */
  envelope: number;
  cost: number;
  left: number;
}

export interface OptionRow {
  editionId: string;
  subject: Poll['settings']['subject'];
  /** '' : the only one. */
  envelope: string;
  /** In the order of the ballot. */
  number: number;
  label: string;
  /** Cents. */
  cost: number;
  votes: number;
  score: number;
  wins: boolean;
  publishedAt: Date;
}

interface PublishedRows {
  poll: PollRow;
  options: OptionRow[];
}

/**
 * Published results and nothing else: which polls there are is asked of the act of publication itself, and a poll whose
 * act is not there gives no row, whoever asks (R57, V15). Where people stand for election there is no set: they are named.
 */
async function listPublished(
  ...[db, { organisationId, editions }]: Parameters<Parameters<typeof fromList>[0]>
): Promise<PublishedRows[]> {
  const asked = new Set(editions.map(({ id }) => id));
  const published = (await listPublishedPolls(db, organisationId)).filter(({ editionId }) =>
    asked.has(editionId),
  );
  const all: PublishedRows[] = [];
  // one after the other: a result is some megabytes of JSON where thousands of projects stood
  for (const { editionId } of published) {
    const poll = await findPollOf(db, organisationId, editionId);
    const act = poll && findAct(poll, 'published');
    if (!act || poll.settings.subject === 'people') continue;
    const kept = await findResult(db, organisationId, poll.id);
    if (!kept) continue;
    const { result } = kept;
    const { subject } = poll.settings;
    const { kind, maximumChoices: most, rule, opensAt, closesAt, title } = poll;
    const { voters, ballots, blank, envelope, cost, left } = result;
    const wins = new Set(result.winners);
    const support = new Map(
      result.envelopes.flatMap((one) =>
        one.support.map((each) => [each.project, { ...each, envelope: one.label }] as const),
      ),
    );
    all.push({
      poll: {
        ...{ editionId, title, subject, kind, most, rule, opensAt, closesAt, publishedAt: act.at },
        ...{ voters, ballots, blank, envelope, cost, left },
      },
      options: poll.options.map((option, at) => ({
        editionId,
        subject,
        envelope: support.get(option.key)?.envelope ?? '',
        number: at + 1,
        label: option.label,
        cost: option.cost,
        votes: support.get(option.key)?.namings ?? 0,
        score: support.get(option.key)?.score ?? 0,
        wins: wins.has(option.key),
        publishedAt: act.at,
      })),
    });
  }
  return all;
}

const moment = ({ publishedAt }: { publishedAt: Date }) => publishedAt;

export const publishedPolls = fromList<PollRow>(
  async (db, asked) => (await listPublished(db, asked)).map(({ poll }) => poll),
  moment,
);

export const publishedOptions = fromList<OptionRow>(
  async (db, asked) => (await listPublished(db, asked)).flatMap(({ options }) => options),
  moment,
);

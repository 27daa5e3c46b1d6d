/** The published result, read in one shape whatever its format. */
import { readFraction } from './recount/fraction.ts';
import type { HouseTerms } from './recount/house-rules.ts';
import { Malformed, Shape } from './shape.ts';

export interface Published {
  /** The first format knew one envelope and less of it: only the fields named here are compared. */
  older: boolean;
  root: Shape;
  envelopes: { key: string; value: unknown }[];
}

/** Throws `Malformed`. */
export function readPublished(value: unknown): Published {
  const root = new Shape(value);
  const format = root.text('format');
  if (format === 'pb-result-v2') {
    const envelopes = root.list('envelopes', (one, where) => ({
      key: new Shape(one, where).text('key'),
      value: one,
    }));
    return { older: false, root, envelopes };
  }
  if (format === 'pb-result-v1')
    return { older: true, root, envelopes: [{ key: 'A', value: readOlder(root) }] };
  throw new Malformed(`format « ${format} » inconnu`, `unknown format “${format}”`);
}

function readOlder(root: Shape) {
  const about = Object.fromEntries(
    ['ballots', 'blank', 'winners', 'cost', 'left'].map((field) => [field, root.get(field)]),
  );
  const turns = root.shapes('turns', (turn) => ({
    project: turn.get('option'),
    score: turn.get('score'),
    namings: turn.get('votes'),
    cost: turn.get('cost'),
    left: turn.get('left'),
    decision: turn.get('decision'),
  }));
  const ties = root.shapes('ties', (tie) => ({
    score: tie.get('score'),
    projects: tie.get('options'),
    by: tie.get('by'),
  }));
  return {
    ...about,
    budget: root.get('envelope'),
    tally: { turns, ties, stoppedAt: root.get('stoppedAt') },
  };
}

/** What a count too long to be made from its start takes from the publication, and then checks. */
export function readHints({ envelopes }: Published, key: string): HouseTerms['published'] {
  const nothing = { endowment: null, exclusions: [] };
  try {
    const envelope = new Shape(envelopes.find((one) => one.key === key)?.value);
    const exclusions = envelope.shapes('exclusions', (one) => ({
      project: one.text('project'),
      why: one.text('why'),
      because: one.textOrNull('because'),
    }));
    return { endowment: readFraction(envelope.shape('tally').get('endowment')), exclusions };
  } catch {
    // nothing to take: what is missing is found when the recount is laid beside it
    return nothing;
  }
}

/** The signed heads: none is missing, none is forged, and the box never lost a ballot between two. */
import { Findings } from './report.ts';
import { readTime, Shape, writeCanonical } from './shape.ts';
import type { PublicKey } from './signature.ts';

/** What the box held at a moment, signed. */
export interface Head {
  poll: string;
  /** ISO 8601, UTC. */
  at: string;
  ballots: number;
  /** Ballots withdrawn by then; left out where there were none. */
  withdrawn?: number;
  root: string;
  signature: string;
}

/** Throws `Malformed`. */
export function readHeads(value: unknown): Head[] {
  return new Shape({ heads: value }).shapes('heads', (head) => {
    const at = head.text('at');
    readTime(at);
    return {
      poll: head.text('poll'),
      at,
      ballots: head.whole('ballots'),
      ...(head.get('withdrawn') !== undefined && { withdrawn: head.whole('withdrawn') }),
      root: head.text('root'),
      signature: head.text('signature'),
    };
  });
}

export interface HeadFindings {
  findings: Findings;
  /** The head of the closed box; null: there is none. */
  last: Head | null;
  /** Whether signatures could be checked here. */
  checkable: boolean;
}

/** `announced`: how many heads bundle.json says there are; `closedAt`: milliseconds UTC. */
export async function checkHeads(
  heads: readonly Head[],
  terms: { poll: string; closedAt: number; announced: number | null; key: PublicKey },
): Promise<HeadFindings> {
  const findings = new Findings();
  let checkable = true;
  if (terms.announced !== null && terms.announced !== heads.length)
    findings.add('head-missing', null, {
      fr: `${terms.announced} sont annoncés, ${heads.length} figurent`,
      en: `${terms.announced} are announced, ${heads.length} are there`,
    });
  for (const [number, { signature, ...stated }] of heads.entries()) {
    const before = heads[number - 1];
    const signed = await terms.key.check('pb-head-v1', writeCanonical(stated), signature);
    if (signed === null) checkable = false;
    if (signed === false || stated.poll !== terms.poll) findings.add('head-forged', stated.at);
    if (!before) continue;
    if (readTime(stated.at) < readTime(before.at)) findings.add('head-misplaced', stated.at);
    const [held, heldBefore] = [countAll(stated), countAll(before)];
    if (held < heldBefore || (stated.withdrawn ?? 0) < (before.withdrawn ?? 0))
      findings.add('head-shrinks', stated.at, {
        fr: `${heldBefore} avant, ${held} après`,
        en: `${heldBefore} before, ${held} after`,
      });
  }
  const latest = heads.at(-1);
  const last = latest && readTime(latest.at) >= terms.closedAt ? latest : null;
  if (!last)
    findings.add('head-missing', null, {
      fr: 'aucun ne suit la fermeture du vote',
      en: 'none comes after the vote closed',
    });
  return { findings, last, checkable };
}

/** A ballot leaves the box only as withdrawn: those in it and those that left it never become fewer. */
const countAll = ({ ballots, withdrawn = 0 }: Pick<Head, 'ballots' | 'withdrawn'>) =>
  ballots + withdrawn;

/** The withdrawn ballots that the record names, against the last head and against the box. */
export function checkWithdrawn(
  last: Head | null,
  withdrawn: readonly string[],
  box: { leaves: ReadonlySet<string> },
): Findings {
  const findings = new Findings();
  const announced = last?.withdrawn ?? 0;
  if (last && new Set(withdrawn).size !== announced)
    findings.add('withdrawn-differ', null, {
      fr: `${announced} d’après le dernier relevé, ${withdrawn.length} au registre`,
      en: `${announced} by the last head, ${withdrawn.length} in the record`,
    });
  for (const commitment of withdrawn)
    if (box.leaves.has(commitment)) findings.add('withdrawn-in-box', commitment);
  return findings;
}

/** The box as it is in the bundle, against the head of the closed box. */
export function compareWithHead(
  last: Head | null,
  box: { leaves: ReadonlySet<string>; root: string },
): Findings {
  const findings = new Findings();
  if (!last) return findings;
  const held = box.leaves.size;
  const count = {
    fr: ` : le dernier relevé en annonce ${last.ballots}, l’urne en contient ${held}`,
    en: `: the last head announces ${last.ballots}, the box holds ${held}`,
  };
  if (held < last.ballots) findings.add('ballot-dropped', `${last.ballots - held}`, count);
  else if (held > last.ballots) findings.add('ballot-added', `${held - last.ballots}`, count);
  else if (box.root !== last.root) findings.add('ballot-replaced', last.root);
  return findings;
}

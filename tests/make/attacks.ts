import {
  commitBallot,
  hashText,
  makeNonce,
  writeCanonical,
} from '../../src/rooms/polls/box/box.crypto.ts';
import type { Report } from '../../src/verifier/report.ts';
import { type Asked, verifyBundle } from '../../src/verifier/verify.ts';
import {
  type BallotLine,
  type MadeBundle,
  makeBundle,
  packFiles,
  signContents,
  writeLeaves,
  writeLines,
} from './bundle.ts';
import { makeFrozenPoll } from './counted-polls.ts';
import { makeOptions } from './terms.ts';

/** A poll of twenty ballots, by Equal Shares with its completion. */
export function makeGenuine(): MadeBundle {
  const poll = makeFrozenPoll({
    options: makeOptions(5, { '03': { cost: 50_00 }, '05': { cost: 250_00 } }),
    rule: 'mes-cost-u',
    envelope: 300_00,
  });
  const ballots = [
    ...Array.from({ length: 9 }, () => ['01', '02']),
    ...Array.from({ length: 6 }, () => ['03']),
    ...Array.from({ length: 5 }, () => ['02', '03', '05']),
  ];
  return makeBundle({ poll, ballots });
}

/** How much the attacker made good: nothing, or the table of contents too, which they cannot sign. */
type Care = 'careless' | 'careful';

/** The genuine bundle with some files written anew, as the verifier judges it. */
export async function attack(
  genuine: MadeBundle,
  change: (files: Map<string, string>) => void,
  { care = 'careless', ...asked }: { care?: Care } & Asked = {},
): Promise<Report> {
  const files = signContents(genuine);
  change(files);
  if (care === 'careful') {
    const contents = JSON.parse(files.get('bundle.json')!) as Record<string, unknown>;
    const own = [...files].filter(([name]) => !/^(bundle|signatures)\.json$/.test(name));
    contents.files = Object.fromEntries(own.map(([name, text]) => [name, hashText(text)]));
    contents.ballots = files.get('ballots.jsonl')!.split('\n').length - 1;
    contents.heads = (JSON.parse(files.get('heads.json')!) as unknown[]).length;
    contents.manifest = hashText(files.get('manifest.json')!);
    files.set('bundle.json', writeCanonical(contents));
  }
  return verifyBundle(packFiles(files), asked);
}

/** The names of the faults, each once, the most telling first. */
export const named = ({ faults }: Report) => [...new Set(faults.map(({ id }) => id))];
export const aboutOf = ({ faults }: Report, name: string) =>
  faults.filter(({ id }) => id === name).map(({ about }) => about);

/** Other ballots, with their leaves or without. */
export const put = (files: Map<string, string>, lines: readonly BallotLine[], leaves = true) => {
  const sorted = [...lines].sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  files.set('ballots.jsonl', writeLines(sorted));
  if (leaves) files.set('leaves.txt', writeLeaves(sorted));
};

/** A ballot that nobody cast; with the secret of one that was. */
export function castAnew(
  { manifestHash }: Pick<MadeBundle, 'manifestHash'>,
  choices: string[],
  line?: BallotLine,
): BallotLine {
  const nonce = line?.nonce ?? makeNonce();
  return { choices, nonce, commitment: commitBallot(manifestHash, choices, nonce) };
}

export const ALTERED = 'file-altered';
export const UNSIGNED = 'bundle-signature';
/** What the recount says once ballots are no longer the same. */
export const RECOUNTED = ['wrong-result', 'wrong-trace'];

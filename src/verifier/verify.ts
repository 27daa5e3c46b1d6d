/** The whole verification of a bundle, from its bytes to a report. Nothing is fetched, nothing is written. */
import { type Box, checkBox, readLeaves } from './box.ts';
import { conclude, type NOT_CHECKED } from './check-words.ts';
import { checkCount } from './count-check.ts';
import { checkHeads, checkWithdrawn, compareWithHead, readHeads } from './heads.ts';
import { checkLabels } from './labels.ts';
import { blameManifest, checkManifest, checkSignatures } from './manifest-check.ts';
import { readManifest } from './manifest-read.ts';
import { checkPaper, readPaper } from './paper.ts';
import { readPublished } from './published.ts';
import { checkReceipts, readReceipt } from './receipts.ts';
import { type Check, type Report, sortFaults, type Words } from './report.ts';
import { type OpenedBox, openSealedBox, readOpening } from './sealed-box.ts';
import { sha256, toHex } from './sha256.ts';
import { Shape } from './shape.ts';
import { openKey } from './signature.ts';
import { Bundle } from './table-of-contents.ts';
import { checkTotals, readTotals } from './totals.ts';
import { checkTurnout, readRecord } from './turnout.ts';
import { openZip } from './zip.ts';

export interface Asked {
  /** Signed lines or tracking codes. */
  receipts?: readonly string[];
  /** The poll's key as it was published elsewhere, base64url. */
  key?: string;
  /** M as it was published elsewhere, hexadecimal. */
  manifestHash?: string;
  /** Counts every run of Equal Shares, however long. */
  full?: boolean;
}

/** The step under way, and how much of it is done, 0 to 1. */
export type Progress = (step: 'files' | 'ballots' | 'heads' | 'count', share: number) => void;

/** Piles × projects × runs of Equal Shares up to which every run is counted again: some seconds. */
const USUAL_WORK = 20_000_000;

type Missing = keyof typeof NOT_CHECKED | null;

/** Throws `Unusable` where there is nothing to check, or what was asked makes no sense. */
export async function verifyBundle(
  archive: Uint8Array,
  asked: Asked = {},
  progress: Progress = () => {},
): Promise<Report> {
  const receipts = (asked.receipts ?? []).map((text, at) => readReceipt(text, at + 1));
  const bundle = new Bundle(openZip(archive), (share) => progress('files', share));
  const manifest = bundle.read('manifest.json', readManifest);
  const hash = toHex(sha256(bundle.bytes('manifest.json') ?? new Uint8Array()));
  const key = await openKey(manifest?.verifyKey ?? '');
  const signatures = await checkSignatures(bundle, manifest, key);
  const edited = checkManifest(bundle, hash, { ...asked, verifyKey: manifest?.verifyKey ?? null });

  const opened = await openAgain();
  const box = openBox();
  if (box && signatures.manifestFalse) blameManifest(edited, hash, box);
  const record = bundle.read('record.json', readRecord);
  const heads = bundle.read('heads.json', readHeads);
  progress('heads', 0);
  const headsCheck =
    heads && manifest
      ? await checkHeads(heads, {
          poll: manifest.poll,
          closedAt: Math.max(manifest.closesAt, record?.extendedTo ?? 0),
          announced: bundle.contents.heads,
          key,
        })
      : null;
  const sealed = box && headsCheck?.last ? compareWithHead(headsCheck.last, box) : null;
  const withdrawn =
    record && box ? checkWithdrawn(headsCheck?.last ?? null, record.withdrawn, box) : null;
  const published = bundle.read('result.json', readPublished);
  const labels = bundle.read('labels.json', (value) => new Shape(value));
  const { castUnder } = edited;
  const batches = record?.paper ? bundle.read('paper.json', readPaper) : null;
  const totals = (record?.paper && bundle.read('totals.json', readTotals)) || [];
  const byHand =
    manifest && (await checkTotals(totals, manifest, { manifestHash: castUnder, key }));
  const paper =
    record?.paper && batches && manifest
      ? await checkPaper(
          batches,
          record.paper,
          { id: manifest.poll, manifestHash: castUnder, key },
          totals,
        )
      : null;
  // where the terms allow paper, a record without its points and batches leaves the roll unchecked
  const isPaperRead = paper !== null || (!record?.paper && !allowsPaper(bundle));
  const turnout =
    record && box && isPaperRead
      ? checkTurnout(record, box.count, published?.root.get('voters'), paper)
      : null;
  const receiptCheck =
    manifest && box
      ? await checkReceipts(receipts, {
          poll: manifest.poll,
          manifestHash: castUnder,
          key,
          leaves: box.leaves,
        })
      : null;
  progress('count', 0);
  const counted =
    manifest && box && published
      ? checkCount(
          manifest,
          published,
          { ...box, manifestHash: hash },
          {
            totals,
            mostWork: asked.full ? Number.POSITIVE_INFINITY : USUAL_WORK,
            progress: (share) => progress('count', share),
          },
        )
      : null;

  const checks: Check[] = [
    conclude('manifest', edited.findings.list(), unless(manifest)),
    conclude(
      'labels',
      manifest && labels ? checkLabels(manifest, labels).list() : [],
      unless(manifest && labels),
    ),
    conclude('ballots', box?.ballots.list() ?? [], unless(box)),
    ...(manifest?.sealing
      ? [
          conclude(
            'opening',
            opened?.findings.list() ?? [],
            opened?.checkable === false ? 'opening' : unless(opened),
          ),
        ]
      : []),
    conclude('validity', box?.validity.list() ?? [], unless(box && manifest)),
    conclude('box', sealed?.list() ?? [], unless(sealed)),
    conclude(
      'heads',
      [...(headsCheck?.findings.list() ?? []), ...(withdrawn?.list() ?? [])],
      signed(headsCheck),
    ),
    conclude(
      'turnout',
      [
        ...(turnout?.list() ?? []),
        ...(paper?.findings.list() ?? []),
        ...(byHand?.findings.list() ?? []),
      ],
      unless(turnout),
    ),
    conclude('result', counted?.result.list() ?? [], known(counted)),
    conclude('trace', counted?.trace.list() ?? [], known(counted)),
    conclude('signatures', signatures.findings.list(), signatures.missing),
    conclude('files', bundle.findings.list()),
  ];
  if (receipts.length > 0)
    checks.splice(
      -4,
      0,
      conclude('receipts', receiptCheck?.findings.list() ?? [], signed(receiptCheck)),
    );
  const faults = sortFaults(checks.flatMap(({ entries }) => entries));
  const isKeyKnown = asked.key || asked.manifestHash || receipts.length > 0;
  const complete = checks.every(({ ok }) => ok !== null);
  return {
    format: 'pb-report-v1',
    verdict: faults.length > 0 ? 'faults' : complete ? 'sound' : 'incomplete',
    poll: manifest?.poll ?? null,
    title: manifest?.title ?? null,
    manifest: bundle.bytes('manifest.json') && hash,
    ballots: box?.count ?? null,
    checks,
    faults,
    notes: [
      ...(isKeyKnown ? [] : [KEY_NOT_COMPARED]),
      ...(paper?.notes ?? []),
      ...(byHand?.notes ?? []),
      ...(counted?.notes ?? []),
    ],
  };

  function openBox(): Box | null {
    const [ballots, leaves] = [bundle.bytes('ballots.jsonl'), bundle.bytes('leaves.txt')];
    if (!ballots || !leaves) return null;
    const told = (share: number) => progress('ballots', share);
    return checkBox({ ballots, leaves }, edited.castUnder, manifest, told, opened);
  }

  /** null: the poll is not a sealed one, or what it takes is missing (which is a fault). */
  async function openAgain(): Promise<OpenedBox | null> {
    const sealing = manifest?.sealing;
    if (!sealing) return null;
    for (const name of ['sealed.jsonl', 'opening.json'])
      if (!bundle.bytes(name)) bundle.findings.add('file-missing', name);
    const [sealed, leaves] = [bundle.bytes('sealed.jsonl'), bundle.bytes('leaves.txt')];
    const opening = bundle.read('opening.json', readOpening);
    if (!sealed || !leaves || !opening) return null;
    return openSealedBox(
      { sealed, leaves: readLeaves(leaves) },
      opening,
      edited.castUnder,
      { ...manifest, sealing },
      (share) => progress('ballots', share),
    );
  }
}

function allowsPaper(bundle: Bundle): boolean {
  const paper = bundle.read('manifest.json', (value) => new Shape(value).get('paper'));
  return typeof paper === 'string' && paper !== 'none';
}

const KEY_NOT_COMPARED: Words = {
  words:
    'La clé du scrutin a été lue dans le paquet lui-même. Un reçu, ou la clé notée pendant le vote, distinguent seuls ce scrutin d’un autre qui aurait été fabriqué tout entier.',
  words_en:
    'The key of the poll was read in the bundle itself. Only a receipt, or the key noted during the vote, tells this poll from another one made up as a whole.',
};

const unless = (made: unknown): Missing => (made ? null : 'files');

const signed = (made: { checkable: boolean } | null): Missing =>
  made && !made.checkable ? 'signatures' : unless(made);

const known = (made: { known: boolean } | null): Missing =>
  made && !made.known ? 'rule' : unless(made);

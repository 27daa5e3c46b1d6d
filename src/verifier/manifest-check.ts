/**
 * Whether the manifest is the one of the opening. Its hash M is bound into every ballot and named by the
 * table of contents and by the result: whoever edits it would have to change all of them.
 */
import { countMatching } from './box.ts';
import type { NOT_CHECKED } from './check-words.ts';
import type { Manifest } from './manifest.ts';
import { Findings } from './report.ts';
import { countMatchingSealed } from './sealed-box.ts';
import { fromHex } from './sha256.ts';
import { Shape } from './shape.ts';
import type { PublicKey, Signed } from './signature.ts';
import type { Bundle } from './table-of-contents.ts';

/** Ballots that are looked at to know which manifest they were cast under. */
const SAMPLE = 20;

export interface ManifestCheck {
  findings: Findings;
  /** The hash under which the ballots were cast; that of manifest.json where no ballot tells. */
  castUnder: string;
}

/** `hash`: of manifest.json. Given ones come from outside the bundle. */
export function checkManifest(
  bundle: Bundle,
  hash: string,
  given: { key?: string; manifestHash?: string; verifyKey: string | null },
): ManifestCheck {
  const findings = new Findings();
  if (given.key && given.verifyKey !== null && given.key !== given.verifyKey)
    findings.add('key-differs', given.verifyKey);
  const ballots = bundle.bytes('ballots.jsonl');
  const sealed = bundle.bytes('sealed.jsonl');
  const count = (one: string) =>
    sealed
      ? countMatchingSealed(sealed, one, SAMPLE)
      : ballots
        ? countMatching(ballots, one, SAMPLE)
        : 0;
  const inResult = bundle.read('result.json', (value) => new Shape(value).get('manifest'));
  const announced = bundle.contents.manifest;
  const named = [hash, given.manifestHash ?? null, announced, inResult].filter(isHash);
  const best = named
    .map((one) => ({ one, matching: count(one) }))
    .reduce((most, next) => (next.matching > most.matching ? next : most));
  const castUnder = best.one;
  const others = new Map<string, { fr: string[]; en: string[] }>();
  const note = (value: unknown, fr: string, en: string) => {
    if (value === hash || value === null || value === undefined) return;
    const sources = others.get(`${value}`) ?? { fr: [], en: [] };
    sources.fr.push(fr);
    sources.en.push(en);
    others.set(`${value}`, sources);
  };
  note(given.manifestHash, 'vous', 'you');
  note(castUnder, 'les bulletins', 'the ballots');
  note(announced, 'bundle.json', 'bundle.json');
  note(inResult, 'result.json', 'result.json');
  for (const [value, { fr, en }] of others)
    findings.add('manifest-edited', hash, {
      fr: `alors que ${fr.join(', ')} donnent ${value}`,
      en: `whereas ${en.join(', ')} give ${value}`,
    });
  return { findings, castUnder };
}

/** Ballots that all fail, under a manifest whose signature is false, say that the manifest was edited. */
export function blameManifest(
  { findings }: ManifestCheck,
  hash: string,
  box: { ballots: Findings; count: number; matching: number },
): void {
  if (box.count === 0 || box.matching > 0) return;
  box.ballots.drop('ballot-flipped');
  box.ballots.drop('opened-otherwise');
  if (findings.count('manifest-edited') > 0) return;
  const detail = {
    fr: 'et aucun bulletin n’a été déposé sous celui-ci',
    en: 'and no ballot was cast under this one',
  };
  findings.add('manifest-edited', hash, detail);
}

export interface SignatureCheck {
  findings: Findings;
  missing: keyof typeof NOT_CHECKED | null;
  /** Whether the manifest's own signature is false. */
  manifestFalse: boolean;
}

export async function checkSignatures(
  bundle: Bundle,
  manifest: Manifest | null,
  key: PublicKey,
): Promise<SignatureCheck> {
  const findings = new Findings();
  const table = bundle.read('signatures.json', (value) => new Shape(value));
  if (!table || !manifest) return { findings, missing: 'files', manifestFalse: false };
  const check = async (field: string, what: Signed, file: string) => {
    const text = bundle.text(file);
    const signature = table.get(field);
    if (text === null) return null;
    return typeof signature === 'string' ? key.check(what, text, signature) : false;
  };
  const ofManifest = await check('manifest', 'pb-manifest-v1', 'manifest.json');
  const ofBundle = await check('bundle', 'pb-bundle-v1', 'bundle.json');
  if (ofManifest === false) findings.add('manifest-signature', null);
  if (ofBundle === false) findings.add('bundle-signature', null);
  const missing = ofManifest === null || ofBundle === null ? 'signatures' : null;
  return { findings, missing, manifestFalse: ofManifest === false };
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && fromHex(value) !== null;
}

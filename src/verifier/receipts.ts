/** Receipts and tracking codes that voters bring: signed by this poll, and in its box. */
import { Findings } from './report.ts';
import { Shape, writeCanonical } from './shape.ts';
import type { PublicKey } from './signature.ts';
import { readTrackingCode } from './tracking-code.ts';
import { Unusable } from './zip.ts';

/** A line of canonical JSON with its signature inside, or the commitment of a tracking code. */
export type Receipt =
  | { name: string; commitment: string; line: null }
  | { name: string; commitment: string; line: Shape };

/** Throws `Unusable` for what is neither a receipt nor a tracking code. `number` is from 1. */
export function readReceipt(text: string, number: number): Receipt {
  const code = readTrackingCode(text.slice(0, 200));
  if (code) return { name: `${number} (${code.slice(0, 12)}…)`, commitment: code, line: null };
  try {
    const line = new Shape(JSON.parse(text));
    const commitment = line.text('commitment');
    return { name: `${number} (${commitment.slice(0, 12)}…)`, commitment, line };
  } catch {
    throw new Unusable(
      `Le reçu ${number} ne se lit pas : ni ligne signée, ni code de suivi de 52 lettres et chiffres.`,
      `Receipt ${number} cannot be read: neither a signed line nor a tracking code of 52 letters and figures.`,
    );
  }
}

export async function checkReceipts(
  receipts: readonly Receipt[],
  terms: { poll: string; manifestHash: string; key: PublicKey; leaves: ReadonlySet<string> },
): Promise<{ findings: Findings; checkable: boolean }> {
  const findings = new Findings();
  let checkable = true;
  for (const { name, commitment, line } of receipts) {
    const forgery = line ? await findForgery(line, terms) : null;
    if (forgery === 'unknown') checkable = false;
    else if (forgery) findings.add('receipt-forged', name, forgery);
    else if (!terms.leaves.has(commitment)) findings.add('receipt-not-in-box', name);
  }
  return { findings, checkable };
}

async function findForgery(
  line: Shape,
  { poll, manifestHash, key }: { poll: string; manifestHash: string; key: PublicKey },
): Promise<{ fr: string; en: string } | 'unknown' | null> {
  const signature = line.get('signature');
  const stated = Object.fromEntries(
    line.keys().flatMap((name) => (name === 'signature' ? [] : [[name, line.get(name)]])),
  );
  const signed =
    typeof signature === 'string' &&
    (await key.check('pb-receipt-v1', writeCanonical(stated), signature));
  if (signed === null) return 'unknown';
  if (!signed) return { fr: 'sa signature est fausse', en: 'its signature is false' };
  if (line.get('poll') !== poll)
    return { fr: 'il est d’un autre scrutin', en: 'it is of another poll' };
  if (line.get('manifest') !== manifestHash)
    return { fr: 'il nomme un autre manifeste', en: 'it names another manifest' };
  return null;
}

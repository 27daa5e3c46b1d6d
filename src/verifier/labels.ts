/** The labels of the options, each against the hash that the manifest froze. */
import type { Manifest } from './manifest.ts';
import { Findings } from './report.ts';
import { sha256, toHex, utf8 } from './sha256.ts';
import type { Shape } from './shape.ts';

export function checkLabels(manifest: Manifest, labels: Shape): Findings {
  const findings = new Findings();
  for (const { key, labelHash } of manifest.options) {
    const label = labels.get(key);
    if (typeof label !== 'string' || toHex(sha256(utf8(label))) !== labelHash)
      findings.add('label-swapped', key);
  }
  const known = new Set(manifest.options.map(({ key }) => key));
  for (const key of labels.keys()) if (!known.has(key)) findings.add('label-swapped', key);
  return findings;
}

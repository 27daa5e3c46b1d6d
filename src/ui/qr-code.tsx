/** A code that a telephone reads, drawn on the server: a path, no script and no picture file. */
import { create } from 'qrcode';

/** Modules of white around, as the standard asks (ISO/IEC 18004). */
const QUIET = 4;

export interface QrDrawing {
  /** Modules a side, with the white around. */
  units: number;
  /** SVG path of the dark modules, in modules. */
  path: string;
}

/** Correction level M: it is read with a seventh of its surface stained or folded. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      if (!data[row * size + from]) continue;
      let to = from;
      while (to < size && data[row * size + to]) to += 1;
      path += `M${from + QUIET} ${row + QUIET}h${to - from}v1h-${to - from}z`;
      from = to;
    }
  }
  return { units: size + 2 * QUIET, path };
}

/** Dark on light in every colour scheme: a telephone needs it so. `alternative` says what it holds. */
export function QrCode({ text, alternative }: { text: string; alternative: string }) {
  const { units, path } = drawQr(text);
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${units} ${units}`}
      role="img"
      aria-label={alternative}
      shape-rendering="crispEdges"
    >
      <rect width={units} height={units} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

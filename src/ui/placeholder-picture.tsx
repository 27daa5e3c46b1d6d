/** A small drawing by category, for what has no picture of its own. It says nothing: it is decoration. */
import type { VNode } from 'preact';
import type { Tint } from './tag.tsx';
import { writtenOnce } from './written-once.ts';

export type PictureKind =
  | 'nature'
  | 'mobility'
  | 'culture'
  | 'sport'
  | 'youth'
  | 'solidarity'
  | 'heritage'
  | 'town';

export type PlaceholderPictureProps = {
  kind?: PictureKind;
  /** The category's colour; the drawing has its own otherwise, and the town takes the organisation's. */
  tint?: Tint | undefined;
};

const tints: Partial<Record<PictureKind, Tint>> = {
  nature: 1,
  mobility: 2,
  culture: 3,
  sport: 4,
  youth: 5,
  heritage: 5,
  solidarity: 6,
};

/**
 * Flat shapes in three strengths of one colour: `pale`, `mid`, `full`; `line` is drawn with a pen.
 * What matters stands in the middle, so that a square crop keeps it.
 */
export function PlaceholderPicture({ kind = 'town', tint = tints[kind] }: PlaceholderPictureProps) {
  return (
    <svg
      class={tint ? `drawing drawing-${tint}` : 'drawing'}
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect class="sky" width="320" height="180" />
      {writtenOnce(scenes[kind], '', () => scenes[kind])}
    </svg>
  );
}

const Tree = ({ x, y, r }: { x: number; y: number; r: number }) => (
  <>
    <path class="line" d={`M${x} 160V${y}m0 ${r * 0.9}l${r * 0.45} -${r * 0.45}`} />
    <circle class="mid" cx={x} cy={y} r={r} />
  </>
);

const Person = ({ x, y, strength }: { x: number; y: number; strength: string }) => (
  <g class={strength}>
    <circle cx={x} cy={y} r="17" />
    <path d={`M${x - 32} 190V${y + 56}a32 32 0 0 1 64 0V190Z`} />
  </g>
);

const scenes: Record<PictureKind, VNode> = {
  nature: (
    <>
      <circle class="pale" cx="232" cy="52" r="24" />
      <path class="pale" d="M0 136q80-44 160-20t160-16v80H0Z" />
      <Tree x={118} y={78} r={34} />
      <Tree x={182} y={96} r={24} />
      <Tree x={222} y={108} r={16} />
      <path class="full" d="M0 152q90-18 170-6t150-6v40H0Z" />
    </>
  ),
  mobility: (
    <>
      <path class="pale" d="M0 60h70V36h50v34h44V20h40v46h46V44h70v92H0Z" />
      <path class="full" d="M0 150h320v30H0Z" />
      <path class="chalk" d="M14 165h34m24 0h34m24 0h34m24 0h34m24 0h34" />
      <g class="line">
        <circle cx="122" cy="122" r="27" />
        <circle cx="200" cy="122" r="27" />
        <path d="M122 122l24-46h42l12 46M146 76l12 46 30-46M158 122h-36M138 66h18M188 76l-6-18h16" />
      </g>
    </>
  ),
  culture: (
    <>
      <path class="line" d="M0 22q80 40 160 4t160 8" />
      <path class="mid" d="m22 32 24 9-18 20Zm52 14 25-2-11 23Zm54-10 24-10-3 26Z" />
      <path class="full" d="m180 20 26-1-11 24Zm52 2 25 5-16 20Zm50 10 24 5-16 19Z" />
      <path class="mid" d="M92 96q68-58 136 0Z" />
      <path class="line" d="M104 98v52m37-52v52m38-52v52m37-52v52M160 66V54" />
      <path class="full" d="M84 150h152v30H84Z" />
      <path class="pale" d="M0 162h84v18H0Zm236 0h84v18h-84Z" />
    </>
  ),
  sport: (
    <>
      <path class="pale" d="M60 24h200l44 132H16Z" />
      <g class="line">
        <path d="M60 24h200l44 132H16ZM160 24v132M43 74h38l-10 42H29m248-42h-38l10 42h42" />
        <ellipse cx="160" cy="84" rx="34" ry="22" />
      </g>
      <circle class="full" cx="196" cy="116" r="19" />
      <path class="chalk" d="M184 103q12 13 1 29m22-29q-11 12 0 28" />
    </>
  ),
  youth: (
    <>
      <circle class="pale" cx="84" cy="50" r="22" />
      <path class="line" d="M86 150l28-104h92l28 104M114 46l28 104M206 46l-28 104" />
      <path class="line" d="M138 46l-8 66h26l-4-66M176 46l18 58 24-8" />
      <path class="full" d="M126 108h34v9h-34Zm66-6 28-10 3 8-28 10Z" />
      <path class="mid" d="M0 150h320v30H0Z" />
      <path class="pale" d="M250 150V96h34v54Z" />
      <path class="mid" d="M250 96l17-22 17 22Z" />
    </>
  ),
  solidarity: (
    <>
      <circle class="pale" cx="160" cy="78" r="66" />
      <Person x={92} y={86} strength="mid" />
      <Person x={228} y={86} strength="mid" />
      <Person x={160} y={68} strength="full" />
      <path class="heart" d="M160 160l-15-15a10 10 0 0 1 15-13 10 10 0 0 1 15 13Z" />
    </>
  ),
  heritage: (
    <>
      <path class="pale" d="M0 128h320v52H0Z" />
      <path class="full" d="M88 66l72-40 72 40Z" />
      <circle class="hole" cx="160" cy="50" r="8" />
      <path class="mid" d="M94 70h132v10H94Zm-6 68h144v12H88Zm-14 12h172v14H74Z" />
      <path class="line" d="M106 82v54m27-54v54m54-54v54m27-54v54" />
      <path class="full" d="M148 138v-30a12 12 0 0 1 24 0v30Z" />
    </>
  ),
  town: (
    <>
      <circle class="pale" cx="256" cy="46" r="22" />
      <path class="pale" d="M24 110l34-30 34 30v60H24Zm204 6 34-28 34 28v54h-68Z" />
      <path class="mid" d="M74 98l38-32 38 32v72H74Zm106 10 30-26 30 26v62h-60Z" />
      <path class="full" d="M142 74l22-36 22 36v96h-44Z" />
      <circle class="hole" cx="164" cy="84" r="9" />
      <path
        class="hole"
        d="M156 170v-26a8 8 0 0 1 16 0v26Zm-64-54h14v16H92Zm26 0h14v16h-14Zm80 6h14v14h-14Z"
      />
      <path class="full" d="M0 166h320v14H0Z" />
    </>
  ),
};

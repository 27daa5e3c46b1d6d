/** A small drawing by category, for what has no picture of its own. It says nothing: it is decoration. */

export type PictureKind =
  | 'nature'
  | 'mobility'
  | 'culture'
  | 'sport'
  | 'youth'
  | 'solidarity'
  | 'heritage'
  | 'town';

export function PlaceholderPicture({ kind = 'town' }: { kind?: PictureKind }) {
  return (
    <svg
      class={`drawing drawing-${kind}`}
      viewBox="0 0 320 180"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="drawing-sky" width="320" height="180" />
    </svg>
  );
}

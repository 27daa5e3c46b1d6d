/** Stripes that tell an area without its colour; inside an `svg`, filled with `url(#id)`. */
export function Hatch({ id, every, stripe }: { id: string; every: number; stripe: number }) {
  return (
    <defs>
      <pattern
        id={id}
        width={every}
        height={every}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={every} height={every} class="hatch-ground" />
        <rect width={stripe} height={every} class="hatch-line" />
      </pattern>
    </defs>
  );
}

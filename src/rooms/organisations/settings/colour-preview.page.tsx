import * as m from '../../../paraglide/messages.js';
import { type BrandShades, deriveBrand, grounds } from '../../../ui/brand.ts';

/**
 * A button, a link and a soft ground in the colour, by day and by night. Drawn with attributes, not with styles:
 * no page of ours may carry a style of its own, and `colour-preview` sets the same attributes while one types.
 */
export function ColourPreview({ colour, name }: { colour: string; name: string }) {
  const brand = deriveBrand(colour);
  const themes = brand.ok ? [brand.light, brand.dark] : [null, null];
  return (
    <div class="colour-preview">
      <p class="hint" data-part="words">
        {brand.ok ? m.access_colour_good() : m.access_colour_none()}
      </p>
      <svg
        viewBox="0 0 480 108"
        role="img"
        aria-label={m.access_colour_preview()}
        class="colour-preview-drawing"
      >
        <Theme x={0} ground={grounds.light.paper} ink="#1d2321" shades={themes[0]!} name={name} />
        <Theme x={244} ground={grounds.dark.paper} ink="#f2efe6" shades={themes[1]!} name={name} />
      </svg>
    </div>
  );
}

interface ThemeProps {
  x: number;
  ground: string;
  ink: string;
  /** null: a colour that is refused is not shown. */
  shades: BrandShades | null;
  name: string;
}

function Theme({ x, ground, ink, shades, name }: ThemeProps) {
  const shown = shades ?? { brand: ground, strong: ink, soft: ground, line: ink, on: ink };
  const theme = x === 0 ? 'light' : 'dark';
  const short = [...name].slice(0, 22).join('');
  return (
    <g data-theme={theme} transform={`translate(${x} 0)`}>
      <rect width={236} height={108} rx={10} fill={ground} stroke="#d9d4c7" />
      <text x={14} y={30} fill={ink} font-size={16} font-weight={700}>
        {short}
      </text>
      <rect data-part="brand" x={14} y={48} width={96} height={44} rx={8} fill={shown.brand} />
      <text data-part="on" x={62} y={75} text-anchor="middle" fill={shown.on} font-size={15}>
        {m.access_colour_button()}
      </text>
      <rect
        data-part="soft"
        x={122}
        y={48}
        width={100}
        height={44}
        rx={8}
        fill={shown.soft}
        stroke={shown.line}
      />
      <text
        data-part="strong"
        x={172}
        y={75}
        text-anchor="middle"
        fill={shown.strong}
        font-size={15}
      >
        {m.access_colour_link()}
      </text>
    </g>
  );
}

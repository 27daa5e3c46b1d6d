/** Shows a colour as one types it, in the drawing that the server made, and says at once whether words can stand on it. */
import { type BrandShades, deriveBrand } from '../ui/brand.ts';

class ColourPreview extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    input?.addEventListener('input', () => this.show(input.value.trim()));
  }

  private show(typed: string): void {
    const brand = deriveBrand(typed);
    const words = this.querySelector('[data-part="words"]');
    if (words) {
      words.textContent =
        (brand.ok
          ? this.dataset.good
          : brand.refusal === 'not-a-colour'
            ? this.dataset.unreadable
            : this.dataset.pale) ?? '';
    }
    if (!brand.ok) return;
    this.paint('light', brand.light);
    this.paint('dark', brand.dark);
  }

  private paint(theme: 'light' | 'dark', shades: BrandShades): void {
    const drawing = this.querySelector(`[data-theme="${theme}"]`);
    for (const part of ['brand', 'on', 'soft', 'strong'] as const)
      drawing?.querySelector(`[data-part="${part}"]`)?.setAttribute('fill', shades[part]);
    drawing?.querySelector('[data-part="soft"]')?.setAttribute('stroke', shades.line);
  }
}

customElements.define('colour-preview', ColourPreview);

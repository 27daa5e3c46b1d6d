/** Counts down the characters of a text as a person counts them (an emoji is one), and says so politely. */
class CharacterCounter extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const shown = this.querySelector<HTMLElement>('.counter');
    if (!area || !shown) return;
    // Read out only when typing pauses: every keystroke would drown the text itself.
    const heard = document.createElement('p');
    heard.className = 'visually-hidden';
    heard.setAttribute('role', 'status');
    this.append(heard);
    let pause = 0;
    const tell = (): void => {
      const left = Number(this.dataset.limit) - countGraphemes(area.value);
      shown.textContent = this.words(left);
      shown.classList.toggle('counter-over', left < 0);
    };
    area.addEventListener('input', () => {
      tell();
      clearTimeout(pause);
      pause = window.setTimeout(() => {
        heard.textContent = shown.textContent;
      }, 1200);
    });
    tell();
  }

  /** The sentence for this many left, from the templates that the server wrote. */
  private words(left: number): string {
    const language = document.documentElement.lang;
    const amount = Math.abs(left);
    const form = new Intl.PluralRules(language).select(amount) === 'one' ? 'One' : 'Other';
    const template = this.dataset[`${left < 0 ? 'over' : 'left'}${form}`] ?? '#';
    return template.replace('#', new Intl.NumberFormat(language).format(amount));
  }
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined;

/** Line ends count once: a browser sends two characters, the server reads one. */
function countGraphemes(text: string): number {
  if (!segmenter) return [...text].length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

customElements.define('character-counter', CharacterCounter);

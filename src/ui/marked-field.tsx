import * as m from '../paraglide/messages.js';
import type { TextAreaProps } from './field.tsx';
import { FieldFrame, wireField } from './field-frame.tsx';
import { Panel } from './layout.tsx';
import { MarkedText } from './marked-text.tsx';
import type { PictureProps } from './picture.tsx';

export type MarkedFieldProps = Omit<TextAreaProps, 'limit'> & {
  /** Shows under the field what the text becomes. */
  preview: boolean;
  /** Above the toolbar, for who hears it: the language where there are two fields. */
  toolbarLabel: string;
  /** Pictures that the text may place, by number. */
  pictures?: ReadonlyMap<number, PictureProps>;
};

/** Each with what it is called by the script, its word, and the keys that do it. */
const TOOLS = [
  ['title', m.ui_marks_title, undefined],
  ['strong', m.ui_marks_strong, 'Control+B'],
  ['emphasis', m.ui_marks_emphasis, 'Control+I'],
  ['list', m.ui_marks_list, undefined],
  ['link', m.ui_marks_link, 'Control+K'],
  ['quote', m.ui_marks_quote, undefined],
] as const;

/**
 * Text with the marks of `splitMarkup`. Where scripts run, buttons put the marks in, and the preview follows what is
 * typed; the server alone makes it, by the form's own answer to `geste=apercu`.
 */
export function MarkedField(props: MarkedFieldProps) {
  const { control, id } = wireField(props);
  const { preview, value = '', lang } = props;
  return (
    <FieldFrame basics={props}>
      <marked-editor data-link-words={m.ui_marks_link_words()}>
        <template>
          <div
            class="marked-tools"
            role="toolbar"
            aria-label={props.toolbarLabel}
            aria-controls={id}
          >
            {TOOLS.map(([mark, word, keys]) => (
              <button
                key={mark}
                type="button"
                class="button button-quiet button-small"
                data-mark={mark}
                aria-keyshortcuts={keys}
              >
                {word()}
              </button>
            ))}
            {[...(props.pictures ?? [])].map(([number, { alt }]) => (
              <button
                key={number}
                type="button"
                class="button button-quiet button-small"
                data-place={`[image ${number}]`}
                title={alt}
              >
                {m.ui_marks_picture({ number })}
              </button>
            ))}
            <button
              type="button"
              class="button button-quiet button-small"
              data-preview-switch
              aria-pressed="false"
            >
              {m.ui_marks_preview()}
            </button>
          </div>
        </template>
        <textarea
          {...control}
          class="input input-full"
          rows={props.rows ?? 12}
          lang={lang}
          value={value}
        />
        <div data-preview={props.name}>
          {preview && value.trim() !== '' && (
            <section aria-label={m.ui_marks_preview()} class="marked-preview">
              <Panel>
                <MarkedText
                  text={value}
                  {...(lang && { lang })}
                  {...(props.pictures && { pictures: props.pictures })}
                />
              </Panel>
            </section>
          )}
        </div>
      </marked-editor>
    </FieldFrame>
  );
}

/** What can be typed, in words: all there is to know where no script runs. */
export function MarksHelp() {
  const marks: [typed: string, becomes: string][] = [
    [m.guides_mark_title(), m.guides_mark_title_words()],
    [m.guides_mark_list(), m.guides_mark_list_words()],
    [m.guides_mark_steps(), m.guides_mark_steps_words()],
    [m.guides_mark_strong(), m.guides_mark_strong_words()],
    [m.guides_mark_link(), m.guides_mark_link_words()],
    [m.guides_mark_aside(), m.guides_mark_aside_words()],
  ];
  return (
    <details class="marks-help">
      <summary>{m.guides_marks()}</summary>
      <dl class="terms terms-columns">
        {marks.map(([typed, becomes]) => (
          <div key={becomes}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{becomes}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import * as m from '../../paraglide/messages.js';
import { Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatTime } from '../../ui/format.ts';
import { Actions } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { DepositFrame } from './deposit-frame.page.tsx';
import type { Draft } from './draft.ts';
import type { IdeaText } from './idea.ts';
import { IdeaFields } from './idea-fields.page.tsx';

interface Props {
  edition: Edition;
  open: boolean;
  draftId: string;
  text: IdeaText;
  /** null: nothing was saved yet. */
  saved: Pick<Draft, 'savedAt' | 'savedBy'> | null;
  problems: Problems;
}

/** First screen: the idea in words. Saved as one types where scripts run, and on sending everywhere. */
export function DepositTextPage(props: Props) {
  const { edition, draftId, saved, problems } = props;
  const at = { edition: edition.slug, draft: draftId };
  return (
    <DepositFrame
      edition={edition}
      open={props.open}
      step="text"
      lead={m.ideas_text_lead()}
      problems={problems}
      ids={{ category: 'category' }}
    >
      <draft-autosave
        data-address={urls.depositAutosave(at)}
        data-draft={draftId}
        data-saved-at={saved?.savedAt.getTime() ?? 0}
        data-saved-by={saved?.savedBy ?? undefined}
        data-saved={m.ideas_autosave_saved_now()}
        data-offline={m.ideas_autosave_offline()}
        data-signed-out={m.ideas_autosave_signed_out()}
        data-restored={m.ideas_autosave_restored()}
        data-elsewhere={m.ideas_autosave_elsewhere()}
      >
        <Form action={urls.depositText(at)}>
          <IdeaFields edition={edition} text={props.text} problems={problems} />
          <p class="hint" data-autosave role="status">
            {saved && m.ideas_autosave_saved({ time: formatTime(saved.savedAt) })}
          </p>
          <Actions>
            <SubmitButton size="large">{m.ideas_continue()}</SubmitButton>
          </Actions>
        </Form>
      </draft-autosave>
      {saved && (
        <p>
          <a href={urls.depositAbandon(at)}>{m.ideas_abandon()}</a>
        </p>
      )}
    </DepositFrame>
  );
}

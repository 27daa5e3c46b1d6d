import * as m from '../../paraglide/messages.js';
import { Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatTime } from '../../ui/format.ts';
import { Actions } from '../../ui/layout.tsx';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.ts';
import { DepositFrame } from './deposit-frame.page.tsx';
import type { Draft } from './draft.ts';
import type { IdeaText } from './idea.ts';
import { IdeaFields } from './idea-fields.page.tsx';

interface Props {
  board: Board;
  open: boolean;
  draftId: string;
  text: IdeaText;
  /** null: nothing was saved yet. */
  saved: Pick<Draft, 'savedAt' | 'savedBy'> | null;
  problems: Problems;
}

/** First screen: the idea in words. Saved as one types where scripts run, and on sending everywhere. */
export function DepositTextPage(props: Props) {
  const { board, draftId, saved, problems } = props;
  const to = addressesOf(board);
  const at = { draft: draftId };
  return (
    <DepositFrame
      board={board}
      open={props.open}
      step="text"
      lead={m.ideas_text_lead()}
      problems={problems}
      ids={{ category: 'category' }}
    >
      <draft-autosave
        data-address={to.depositAutosave(at)}
        data-draft={draftId}
        data-saved-at={saved?.savedAt.getTime() ?? 0}
        data-saved-by={saved?.savedBy ?? undefined}
        data-saved={m.ideas_autosave_saved_now()}
        data-offline={m.ideas_autosave_offline()}
        data-signed-out={m.ideas_autosave_signed_out()}
        data-restored={m.ideas_autosave_restored()}
        data-elsewhere={m.ideas_autosave_elsewhere()}
      >
        <Form action={to.depositText(at)}>
          <IdeaFields board={board} text={props.text} problems={problems} />
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
          <a href={to.depositAbandon(at)}>{m.ideas_abandon()}</a>
        </p>
      )}
    </DepositFrame>
  );
}

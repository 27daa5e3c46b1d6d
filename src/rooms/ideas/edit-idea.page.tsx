import * as m from '../../paraglide/messages.js';
import { ErrorSummary, Fieldset, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatTime } from '../../ui/format.ts';
import { Actions, Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.ts';
import type { IdeaText } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { IdeaFields } from './idea-fields.page.tsx';
import { PlaceFields, type PlaceFieldsProps } from './place/place-fields.page.tsx';

interface Props {
  board: Board;
  idea: { number: number; title: string };
  text: IdeaText;
  /** null: it can no longer be edited; what was typed is shown so that nothing is lost. */
  until: Date | null;
  problems: Problems;
  /** null: the board does not ask where an idea is. */
  place: PlaceFieldsProps | null;
}

export function EditIdeaPage({ board, idea, text, until, problems, place }: Props) {
  const to = addressesOf(board);
  const at = { idea: ideaSegment(idea) };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.ideas_edit_title()}
        {...(until && { lead: m.ideas_edit_lead({ time: formatTime(until) }) })}
      />
      <Form action={to.editIdea(at)}>
        <IdeaFields board={board} text={text} problems={problems} />
        {place && (
          <Fieldset legend={m.territory_place_title()}>
            <PlaceFields {...place} />
          </Fieldset>
        )}
        <Actions>
          {until && <SubmitButton size="large">{m.ideas_edit_save()}</SubmitButton>}
        </Actions>
      </Form>
      <p>
        <a href={to.idea(at)}>{m.ideas_edit_cancel()}</a>
      </p>
    </Column>
  );
}

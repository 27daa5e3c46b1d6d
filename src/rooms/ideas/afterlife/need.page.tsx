import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Panel, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Board, ComponentBoard } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import type { Idea } from '../idea.ts';
import { ideaSegment } from '../idea-address.ts';

interface Props {
  board: ComponentBoard;
  need: Idea;
  /** Where ideas are taken now. */
  targets: readonly ComponentBoard[];
  /** Id of the draft that this form begins, however often it is sent. */
  draft: string;
  problems: Problems;
}

const placeOf = ({ space, component }: ComponentBoard, { number }: Idea) => ({
  space: space.slug,
  component: component.slug,
  idea: number,
});

/** Where the idea goes that answers a need; it is then written as any other, from the words of the need. */
export function NeedPage({ board, need, targets, draft, problems }: Props) {
  const back = addressesOf(board).idea({ idea: ideaSegment(need) });
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.afterlife_need_title()}
        lead={m.afterlife_need_lead()}
        breadcrumb={[{ label: need.title, href: back }]}
      />
      <Panel title={m.afterlife_need_of({ number: need.number })} tone="quiet">
        <Prose text={need.body} lang={need.lang} />
      </Panel>
      {targets.length === 0 ? (
        <EmptyState icon="calendar" title={m.afterlife_need_none_title()}>
          <p>{m.afterlife_need_none()}</p>
        </EmptyState>
      ) : (
        <Form action={urls.spaceNeedToIdea(placeOf(board, need))}>
          <Hidden name="brouillon" value={draft} />
          {targets.length > 1 && (
            <Radios
              name="composante"
              label={m.afterlife_need_where()}
              required
              options={targets.map(({ id, title }) => ({ value: id, label: title }))}
              problems={problems}
            />
          )}
          <Actions>
            <SubmitButton size="large">{m.afterlife_need_submit()}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Column>
  );
}

/** Beside a need: whoever has an answer proposes it. */
export function NeedPanel({ board, idea }: { board: Board; idea: Idea }) {
  if (board.kind !== 'component' || board.component.kind !== 'needs' || idea.withdrawal)
    return null;
  return (
    <Panel title={m.afterlife_need_panel()}>
      <Stack>
        <p>{m.afterlife_need_panel_words()}</p>
        <ButtonLink kind="secondary" icon="idea" href={urls.spaceNeedToIdea(placeOf(board, idea))}>
          {m.afterlife_need_button()}
        </ButtonLink>
      </Stack>
    </Panel>
  );
}

import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import type { ComponentBoard } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import type { Idea } from '../idea.ts';
import { ideaSegment } from '../idea-address.ts';
import { LONGEST_REASON } from './withdrawal.ts';

interface Props {
  board: ComponentBoard;
  idea: Idea;
  reason: string;
  problems: Problems;
}

/** Asks once more: what is withdrawn stays so. */
export function WithdrawalPage({ board, idea, reason, problems }: Props) {
  const { space, component } = board;
  const at = { space: space.slug, component: component.slug, idea: idea.number };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <ConfirmPage
        question={m.afterlife_withdraw_question()}
        form={
          !problems.form && (
            <Form action={urls.spaceWithdrawIdea(at)}>
              <TextArea
                name="raison"
                label={m.afterlife_reason()}
                hint={m.afterlife_reason_hint()}
                value={reason}
                limit={LONGEST_REASON}
                rows={3}
                problems={problems}
              />
              <SubmitButton kind="danger" size="large">
                {m.afterlife_withdraw_submit()}
              </SubmitButton>
            </Form>
          )
        }
        cancelHref={addressesOf(board).idea({ idea: ideaSegment(idea) })}
        cancelLabel={m.afterlife_withdraw_cancel()}
      >
        <p>
          <strong>
            <bdi>{idea.title}</bdi>
          </strong>
        </p>
        <p>{m.afterlife_withdraw_stays()}</p>
        <p>{m.afterlife_withdraw_ends()}</p>
      </ConfirmPage>
    </Column>
  );
}

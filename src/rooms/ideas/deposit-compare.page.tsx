import * as m from '../../paraglide/messages.js';
import { ButtonForm, Form, SubmitButton } from '../../ui/form.tsx';
import { Actions } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.ts';
import { DepositFrame } from './deposit-frame.page.tsx';
import { isOwn, type SupportRefusal } from './idea.ts';
import { IdeaCard } from './idea-card.page.tsx';
import type { ListedIdea } from './idea-list.ts';
import { supportWords } from './words.page.ts';

interface Props {
  board: Board;
  open: boolean;
  draftId: string;
  similar: readonly ListedIdea[];
  personId: string | null;
  /** Ids of those that the reader supports already. */
  supported: ReadonlySet<string>;
  refusal?: SupportRefusal;
}

/** Second screen: what is already there (R113). One supports it and stops, or goes on. */
export function DepositComparePage(props: Props) {
  const { board, open, draftId, similar, personId, supported, refusal } = props;
  const to = addressesOf(board);
  const at = { draft: draftId };
  return (
    <DepositFrame
      board={board}
      open={open}
      step="compare"
      lead={m.ideas_compare_lead({ count: similar.length })}
      problems={refusal ? { form: supportWords(refusal) } : {}}
      backHref={to.depositText(at)}
    >
      {personId === null && <Notice>{m.ideas_support_sign_in()}</Notice>}
      <List look="cards" label={m.ideas_compare_list()}>
        {similar.map((idea) => (
          <IdeaCard
            key={idea.id}
            board={board}
            idea={idea}
            pictured={false}
            supported={supported.has(idea.id)}
            action={
              isOwn(idea, personId) ? (
                <StateBadge icon="user">{m.ideas_own()}</StateBadge>
              ) : (
                open && (
                  <ButtonForm
                    action={to.depositSupport({ ...at, idea: idea.number })}
                    kind="secondary"
                    size="small"
                    icon="support"
                    about={m.ideas_support_about({ title: idea.title })}
                  >
                    {m.ideas_compare_support()}
                  </ButtonForm>
                )
              )
            }
          />
        ))}
      </List>
      <Form action={to.depositCompare(at)}>
        <Actions>
          <SubmitButton size="large">{m.ideas_compare_different()}</SubmitButton>
        </Actions>
      </Form>
    </DepositFrame>
  );
}

import * as m from '../../paraglide/messages.js';
import { ButtonForm, Form, SubmitButton } from '../../ui/form.tsx';
import { Actions } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { DepositFrame } from './deposit-frame.page.tsx';
import { isOwn, type SupportRefusal } from './idea.ts';
import { IdeaCard } from './idea-card.page.tsx';
import type { ListedIdea } from './idea-list.ts';
import { supportWords } from './words.page.ts';

interface Props {
  edition: Edition;
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
  const { edition, open, draftId, similar, personId, supported, refusal } = props;
  const at = { edition: edition.slug, draft: draftId };
  return (
    <DepositFrame
      edition={edition}
      open={open}
      step="compare"
      lead={m.ideas_compare_lead({ count: similar.length })}
      problems={refusal ? { form: supportWords(refusal) } : {}}
      backHref={urls.depositText(at)}
    >
      {personId === null && <Notice>{m.ideas_support_sign_in()}</Notice>}
      <List look="cards" label={m.ideas_compare_list()}>
        {similar.map((idea) => (
          <IdeaCard
            key={idea.id}
            edition={edition}
            idea={idea}
            pictured={false}
            supported={supported.has(idea.id)}
            action={
              isOwn(idea, personId) ? (
                <StateBadge icon="user">{m.ideas_own()}</StateBadge>
              ) : (
                open && (
                  <ButtonForm
                    action={urls.depositSupport({ ...at, idea: idea.number })}
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
      <Form action={urls.depositCompare(at)}>
        <Actions>
          <SubmitButton size="large">{m.ideas_compare_different()}</SubmitButton>
        </Actions>
      </Form>
    </DepositFrame>
  );
}

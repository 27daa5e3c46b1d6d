import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { Actions, Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { DocumentProps } from './document.page.tsx';
import { ChainWords } from './document-aside.page.tsx';
import { amendmentWords } from './words.page.ts';

/** What a document proposes to change, and what is proposed to be changed in it (R89). */
export function Amendments(props: DocumentProps) {
  const { document, component, space, amended, amendments, mayAmend, mayDecide } = props;
  const deposit = urls.depositDocument(
    { space: space.slug, component: component.slug },
    { amende: document.number },
  );
  return (
    <>
      {amended && (
        <Section title={m.documents_amends()}>
          <p>
            <ChainWords link={amended} />
          </p>
          {mayDecide && document.amendmentState === 'proposed' && (
            <Actions>
              {(['taken', 'not-taken'] as const).map((state) => (
                <ButtonForm
                  key={state}
                  kind="secondary"
                  action={urls.documentDecide({ document: document.number })}
                  values={{ suite: state }}
                >
                  {state === 'taken' ? m.documents_amendment_take() : m.documents_amendment_leave()}
                </ButtonForm>
              ))}
            </Actions>
          )}
        </Section>
      )}
      {(amendments.length > 0 || mayAmend) && (
        <Section
          id="amendements"
          title={m.documents_amendments({ count: amendments.length })}
          {...(mayAmend && {
            action: (
              <ButtonLink kind="secondary" icon="edit" href={deposit}>
                {m.documents_amend()}
              </ButtonLink>
            ),
          })}
        >
          {amendments.length === 0 ? (
            <p class="hint">{m.documents_amendments_none()}</p>
          ) : (
            <List label={m.documents_amendments({ count: amendments.length })}>
              {amendments.map((amendment) => (
                <p key={amendment.number}>
                  <ChainWords link={amendment} />{' '}
                  <StateBadge tone={amendment.state === 'taken' ? 'success' : 'neutral'}>
                    {amendmentWords[amendment.state]()}
                  </StateBadge>
                </p>
              ))}
            </List>
          )}
        </Section>
      )}
    </>
  );
}

import * as m from '../../../paraglide/messages.js';
import { ButtonForm } from '../../../ui/form.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { Column } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Followed } from './follow.store.ts';

interface Thing {
  target: Followed;
  title: string;
  href: string;
}

/** Where somebody comes back to who had to sign in first: nothing is followed before the button is pressed. */
export function FollowPage({ target, title, href }: Thing) {
  const at = { kind: target.kind, target: target.id };
  return (
    <Column>
      <PageHeader title={m.follow_title()} lead={m.follow_lead({ title })} />
      <ButtonForm size="large" icon="bell" action={urls.follow(at)}>
        {m.follow_button()}
      </ButtonForm>
      <p>
        <a href={href}>{m.follow_back({ title })}</a>
      </p>
    </Column>
  );
}

/** What kinds of things are called and marked by; one that has no name here stands without a mark. */
const KINDS: Readonly<Record<string, { words: () => string; icon: IconName }>> = {
  edition: { words: m.follow_kind_edition, icon: 'clock' },
  space: { words: m.follow_kind_space, icon: 'citizens' },
  theme: { words: m.follow_kind_theme, icon: 'citizens' },
  component: { words: m.follow_kind_component, icon: 'citizens' },
  idea: { words: m.follow_kind_idea, icon: 'idea' },
  meeting: { words: m.follow_kind_meeting, icon: 'calendar-days' },
  project: { words: m.follow_kind_project, icon: 'rules' },
  realisation: { words: m.follow_kind_realisation, icon: 'megaphone' },
};

function KindTag({ kind }: Pick<Followed, 'kind'>) {
  const named = KINDS[kind];
  return named ? <Tag icon={named.icon}>{named.words()}</Tag> : null;
}

/** Everything one follows, each with the button that ends it. */
export function FollowsPage({ things }: { things: readonly Thing[] }) {
  return (
    <Column>
      <PageHeader
        title={m.follow_mine()}
        lead={m.follow_mine_lead()}
        breadcrumb={[{ label: m.myspace_title(), href: urls.mySpace() }]}
      />
      {things.length === 0 ? (
        <EmptyState icon="bell" title={m.follow_none_title()}>
          <p>{m.follow_none()}</p>
        </EmptyState>
      ) : (
        <List>
          {things.map(({ target, title, href }) => (
            <div key={target.id}>
              <div>
                <a href={href}>
                  <bdi>{title}</bdi>
                </a>{' '}
                <KindTag kind={target.kind} />
              </div>
              <ButtonForm
                kind="quiet"
                size="small"
                icon="close"
                action={urls.unfollow({ kind: target.kind, target: target.id })}
                values={{ vers: 'mes-suivis' }}
                about={title}
              >
                {m.follow_stop()}
              </ButtonForm>
            </div>
          ))}
        </List>
      )}
      <p>
        <a href={urls.accountLetters()}>{m.follow_rhythm()}</a>
      </p>
    </Column>
  );
}

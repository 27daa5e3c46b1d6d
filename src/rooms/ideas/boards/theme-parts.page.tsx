import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { Card } from '../../../ui/card.tsx';
import { List } from '../../../ui/list.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { Author } from '../author.page.tsx';
import { lookOf } from '../category.page.ts';
import { ideaSegment } from '../idea-address.ts';
import type { ListedIdea } from '../idea-list.ts';
import type { BoardCategory } from './board.ts';

interface Props {
  at: { space: string; component: string };
  ideas: readonly ListedIdea[];
  categories: readonly BoardCategory[];
}

/** The newest ideas of a component on its theme's page: words alone, several components are read one after the other. */
export function NewestIdeas({ at, ideas, categories }: Props) {
  if (ideas.length === 0) return <p class="hint">{m.boards_lead_none()}</p>;
  return (
    <List look="rows">
      {ideas.map((idea) => {
        const lang = idea.lang === getLocale() ? undefined : idea.lang;
        const look = lookOf(categories, idea.categoryId);
        return (
          <Card
            key={idea.id}
            title={idea.title}
            href={urls.spaceIdea({ ...at, idea: ideaSegment(idea) })}
            level={3}
            {...(lang && { lang })}
            {...(look && { category: { label: look.label, icon: look.icon, tint: look.tint } })}
            {...(idea.isWithdrawn && {
              state: <StateBadge icon="refused">{m.afterlife_withdrawn_short()}</StateBadge>,
            })}
            meta={[
              m.ideas_number({ number: idea.number }),
              <Author idea={idea} />,
              <DateText at={idea.publishedAt} shape="day" />,
              m.ideas_supports({ count: idea.supportCount }),
            ]}
          />
        );
      })}
    </List>
  );
}

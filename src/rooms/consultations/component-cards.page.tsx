import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { List } from '../../ui/list.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { componentStateWords, componentWords, countWords } from './component-words.page.ts';
import type { ShownComponent } from './shown.ts';

/** Where each component leads, what it is, and until when something is done in it. */
export function ComponentCards({ components }: { components: readonly ShownComponent[] }) {
  return (
    <List look="cards">
      {components.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          href={one.href}
          category={{ label: componentWords[one.kind].name(), icon: componentWords[one.kind].icon }}
          state={<ComponentStateBadge component={one} />}
          excerpt={one.excerpt}
          meta={one.count === null ? [] : [countWords(one.kind, one.count)]}
        />
      ))}
    </List>
  );
}

function ComponentStateBadge({ component }: { component: ShownComponent }) {
  if (component.isHidden)
    return (
      <StateBadge tone="warning" icon="eye-off">
        {m.participation_hidden()}
      </StateBadge>
    );
  const words = componentStateWords(component.state, component);
  return component.state === 'open' ? (
    <StateBadge tone="now">{words}</StateBadge>
  ) : (
    <StateBadge icon={component.state === 'closed' ? 'archive' : 'clock'}>{words}</StateBadge>
  );
}

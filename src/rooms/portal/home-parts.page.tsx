import type { HomePart } from '../../platform/http/visit.ts';
import { Section } from '../../ui/layout.tsx';

/** What rooms say of themselves on the home page (`Room.homeParts`). */
export function HomeParts({ parts }: { parts: readonly HomePart[] }) {
  return (
    <>
      {parts.map(({ title, lead, action, body }) => (
        <Section
          key={title}
          title={title}
          lead={lead}
          action={action && <a href={action.href}>{action.label}</a>}
        >
          {body}
        </Section>
      ))}
    </>
  );
}

/** Browser modules that the blocks need, each once. */
export const scriptsOf = (parts: readonly HomePart[]): string[] => [
  ...new Set(parts.flatMap(({ scripts }) => scripts ?? [])),
];

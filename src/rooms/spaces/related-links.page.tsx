import * as m from '../../paraglide/messages.js';
import type { RelatedLink } from '../../platform/http/visit.ts';
import { Section } from '../../ui/layout.tsx';
import { DescriptionList } from '../../ui/table.tsx';

/**
 * What became of it, and what it came from: idea ↔ project ↔ realisation, each one click away (R188).
 * Nothing when there is nothing. `links` come from `visit.findRelated`, those of lower rooms before them.
 */
export function RelatedLinks({ links }: { links: readonly RelatedLink[] }) {
  if (links.length === 0) return null;
  return (
    <Section title={m.spaces_related_title()} id="suite">
      <DescriptionList
        items={links.map(({ label, title, href }) => ({
          term: label,
          detail: (
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
          ),
        }))}
      />
    </Section>
  );
}

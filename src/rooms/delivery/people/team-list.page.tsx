import * as m from '../../../paraglide/messages.js';
import { DescriptionList } from '../../../ui/table.tsx';
import { type NamedMember, PARTS } from './team.ts';
import { partWords } from './words.page.ts';

/** The parts that somebody has, and by what name they are known; a part that nobody has is not shown. */
export function TeamList({ team }: { team: readonly NamedMember[] }) {
  return (
    <DescriptionList
      look="stack"
      items={PARTS.flatMap((part) => {
        const own = team.filter((one) => one.part === part);
        if (own.length === 0) return [];
        const names = own.map(({ name }) => name).filter((name) => name !== '');
        return [
          {
            term: partWords[part](),
            detail:
              names.length === 0
                ? m.together_unnamed()
                : names.map((name, at) => (
                    <>
                      {at > 0 && ', '}
                      <bdi>{name}</bdi>
                    </>
                  )),
          },
        ];
      })}
    />
  );
}

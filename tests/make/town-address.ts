import type { Edition } from '../../src/rooms/spaces/index.ts';

/** What stands in the addresses of a town. */
interface Filling {
  collecting: Edition;
  voting: Edition;
  done: Edition;
  preparing: Edition;
  ideaId: string;
  projectId: string;
  /** By name of the part. */
  values: Readonly<Record<string, string>>;
}

/** A real address for a pattern, of the edition where it has something to show. `ids`: with uuids. */
export function fillAddress(
  { collecting, voting, done, preparing, ideaId, projectId, values }: Filling,
  pattern: string,
  { ids = false }: { ids?: boolean } = {},
): string {
  const office = pattern.startsWith('/administration');
  const edition = /resultats|suivi|realisations/.test(pattern)
    ? done
    : /\/(ouvrir|abandonner)$/.test(pattern) && !/scrutin/.test(pattern)
      ? preparing
      : /vote|scrutin|justificatifs/.test(pattern) || (!office && pattern.includes('/projets'))
        ? voting
        : collecting;
  const isComment = pattern.startsWith('/commentaires');
  return pattern.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    if (name === 'edition') return edition.slug;
    if (name === 'project') return office && !pattern.includes('realisations') ? projectId : '1';
    if (name === 'idea' && ids) return ideaId;
    if (name === 'contribution') return ideaId;
    if (name === 'kind' && isComment) return 'idea';
    if (name === 'file' && pattern.startsWith('/couleurs')) return '1B6B3A.css';
    return values[name] ?? 'inconnu';
  });
}

import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Actions, Panel } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { sizeWords } from '../guides/index.page.ts';
import { type ChainLink, type DocumentProps, nameOf, segmentOf } from './document.page.tsx';
import { dayWords, levelWords, periodWords } from './words.page.ts';

/** Beside a document: what is said of it, where it comes from, its versions, and what may be done with it. */
export function Aside(props: DocumentProps) {
  const { document, mayChange } = props;
  const at = { document: segmentOf(document) };
  return (
    <>
      <Details {...props} />
      <Chain {...props} />
      <Versions {...props} />
      {mayChange && (
        <Panel title={m.documents_tend()} tone="quiet">
          <Actions>
            <ButtonLink kind="secondary" icon="upload" href={urls.documentNewVersion(at)}>
              {m.documents_new_version()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="edit" href={urls.documentChange(at)}>
              {m.documents_change()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="delete" href={urls.documentWithdraw(at)}>
              {m.documents_withdraw()}
            </ButtonLink>
          </Actions>
        </Panel>
      )}
    </>
  );
}

function Details({ document, space, component, beside }: DocumentProps) {
  const at = { space: space.slug, component: component.slug };
  const period = periodWords(document);
  const items = [
    { term: m.documents_assembly(), detail: document.assembly },
    { term: m.documents_level(), detail: document.level && levelWords[document.level]() },
    {
      term: document.type === 'statutes' ? m.documents_statutes_on() : m.documents_adopted_on(),
      detail: document.adoptedOn && dayWords(document.adoptedOn),
    },
    { term: m.documents_territory(), detail: document.territory },
    { term: m.documents_period_title(), detail: period },
    { term: m.documents_place(), detail: document.place },
    { term: m.documents_contact(), detail: document.contact },
    { term: m.documents_theme(), detail: document.theme },
    {
      term: m.documents_tags(),
      detail:
        document.tags.length > 0 &&
        document.tags.map((tag) => (
          <>
            <Tag {...(beside && { href: urls.spaceDocuments(at, { etiquette: tag }) })}>
              {tag}
            </Tag>{' '}
          </>
        )),
    },
    {
      term: document.type === 'report' ? m.documents_link_event() : m.documents_link(),
      detail: document.link && (
        <a href={document.link} rel="nofollow noopener">
          <bdi>{document.link}</bdi>
        </a>
      ),
    },
  ].filter(({ detail }) => Boolean(detail));
  return items.length === 0 ? null : (
    <Panel title={m.documents_details()}>
      <DescriptionList look="stack" items={items} />
    </Panel>
  );
}

/** Where it comes from, and what it became: on both pages (R150). */
function Chain({ document, source, copies }: DocumentProps) {
  if (!source && copies.length === 0 && document.reuses === 0) return null;
  const at = { document: segmentOf(document) };
  return (
    <Panel title={m.documents_chain()}>
      {source === 'unseen' && <p>{m.documents_source_unseen()}</p>}
      {source && source !== 'unseen' && (
        <>
          <p>
            {m.documents_adapted_from()} <ChainWords link={source} />
          </p>
          <p>
            <a href={urls.documentDifferences(at)}>{m.documents_see_differences()}</a>
          </p>
        </>
      )}
      {document.reuses > 0 && <p>{m.documents_reuses({ count: document.reuses })}</p>}
      {copies.length > 0 && (
        <ul>
          {copies.map((link) => (
            <li key={link.number}>
              <ChainWords link={link} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function ChainWords({ link }: { link: ChainLink }) {
  return (
    <>
      <a href={urls.document({ document: segmentOf(link) })}>
        <bdi>{link.title}</bdi>
      </a>
      {link.by && (
        <>
          {' '}
          · <bdi>{link.by}</bdi>
        </>
      )}
    </>
  );
}

function Versions({ document, versions, names }: DocumentProps) {
  const segment = segmentOf(document);
  return (
    <Panel title={m.documents_versions({ count: versions.length })}>
      <List>
        {versions.map((version) => (
          <div key={version.number}>
            <p>
              <a
                href={urls.documentVersion({ document: segment, version: String(version.number) })}
              >
                {m.documents_version_number({ number: version.number })}
              </a>
              {version.number === document.latest && <> {m.documents_version_current()}</>}
            </p>
            {version.note && (
              <p>
                <bdi>{version.note}</bdi>
              </p>
            )}
            <p class="hint">
              {m.documents_version_by({
                name: nameOf(names, version.writtenBy) ?? m.documents_by_nobody(),
                date: formatDateTime(version.writtenAt, 'day'),
              })}
              {version.file && (
                <>
                  {' '}
                  <a
                    href={urls.documentFile({ document: segment, version: String(version.number) })}
                    download
                  >
                    <Icon name="download" />{' '}
                    <bdi>
                      {m.documents_file_size({
                        name: version.file.name,
                        size: sizeWords(version.file.bytes),
                      })}
                    </bdi>
                  </a>
                </>
              )}
            </p>
          </div>
        ))}
      </List>
    </Panel>
  );
}

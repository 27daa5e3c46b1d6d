// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as blocks on a phone loses its roles in some browsers.
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
/** Rows and columns of facts, and pairs of term and fact. */
import type { ComponentChildren } from 'preact';

type Column = {
  key: string;
  label: string;
  /** Figures: set to the right, in tabular digits. */
  numeric?: boolean;
  /** Sentences: on a phone they begin under their label, where they are read, instead of being set to the right. */
  sentences?: boolean;
  /** Its cells say the label themselves, as a box to tick does: on a phone it is not said twice. */
  ownWords?: boolean;
};

const lookOf = ({ numeric, sentences }: Column) =>
  numeric ? 'numeric' : sentences ? 'sentences' : undefined;

export type TableProps = {
  /** What the table shows; always present, seen unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  /** The first column heads its rows. */
  columns: Column[];
  /** One record per row: column key → cell. */
  rows: Record<string, ComponentChildren>[];
  /** Record of totals, set apart at the foot. */
  total?: Record<string, ComponentChildren>;
  /** On a phone, `stack` shows each row as a small list, `scroll` keeps the grid and scrolls it. */
  narrow?: 'stack' | 'scroll';
};

export function Table(props: TableProps) {
  const { caption, captionHidden, columns, rows, total, narrow = 'stack' } = props;
  const table = (
    <table class={`table table-${narrow}`} role="table">
      <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" class={lookOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <Row key={index} columns={columns} row={row} />
        ))}
      </tbody>
      {total && (
        <tfoot role="rowgroup">
          <Row columns={columns} row={total} />
        </tfoot>
      )}
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}

function Row({ columns, row }: { columns: Column[]; row: Record<string, ComponentChildren> }) {
  return (
    <tr role="row">
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" role="rowheader">
            {row[column.key]}
          </th>
        ) : (
          <td
            key={column.key}
            role="cell"
            data-label={column.ownWords ? undefined : column.label}
            class={lookOf(column)}
          >
            {row[column.key]}
          </td>
        ),
      )}
    </tr>
  );
}

export type DescriptionListProps = {
  items: readonly { term: string; detail: ComponentChildren }[];
  /** `columns` puts terms beside their details, `stack` above. */
  look?: 'columns' | 'stack';
};

/** Terms and their facts: cost, district, dates. */
export function DescriptionList({ items, look = 'columns' }: DescriptionListProps) {
  return (
    <dl class={`terms terms-${look}`}>
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

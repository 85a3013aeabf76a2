import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: T) => ReactNode;
  /** Name the API sorts by. */
  readonly sort?: string;
}
export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

/** A real table; the first cell of each row is its header and carries the link. Wide ones scroll inside their own box. */
export function Table<T>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  empty,
  cards = false,
  rowId,
}: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  sort?: Sort | undefined;
  onSort?: (field: string) => void;
  empty: ReactNode;
  /** On a narrow screen each row becomes a card with the labels in it, so that nothing that matters lies outside the screen. */
  cards?: boolean;
  /** Makes each row a place that the focus can be sent to. */
  rowId?: (row: T) => string;
}) {
  const { words } = useWords();
  // Said outright: browsers take these roles away from a table laid out as cards.
  const role = (name: string) => (cards ? { role: name } : {});
  if (!rows.length) return <div className="empty">{empty}</div>;
  return (
    // A wide table scrolls inside its box; without the focus, a keyboard could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={cards ? 'table-box table-cards' : 'table-box'} aria-label={caption} tabIndex={0}>
      <table className="table" {...role('table')}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map(({ key, label, sort: field }) => {
              const sorted = field !== undefined && sort?.field === field;
              return (
                <th
                  key={key}
                  scope="col"
                  {...role('columnheader')}
                  aria-sort={sorted ? (sort.order === 'ASC' ? 'ascending' : 'descending') : undefined}
                >
                  {field && onSort ? (
                    <button type="button" className="sort" onClick={() => onSort(field)}>
                      {label} <span aria-hidden="true">{sorted ? (sort.order === 'ASC' ? '▲' : '▼') : '↕'}</span>
                      <span className="visually-hidden"> {words.common.sortBy}</span>
                    </button>
                  ) : (
                    label
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...role('row')} {...(rowId ? { id: rowId(row), tabIndex: -1 } : {})}>
              {columns.map(({ key, label, cell }, at) =>
                at === 0 ? (
                  <th key={key} scope="row" {...role('rowheader')} data-label={label}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} {...role('cell')} data-label={label}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Pager({ page, perPage, total, onPage }: { page: number; perPage: number; total: number; onPage: (page: number) => void }) {
  const { words } = useWords();
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label={words.common.pages}>
      <button type="button" className="btn" aria-disabled={page <= 1 || undefined} onClick={() => page > 1 && onPage(page - 1)}>
        {words.common.previous}
      </button>
      <span aria-live="polite">{words.common.pageOf(page, pages)}</span>
      <button type="button" className="btn" aria-disabled={page >= pages || undefined} onClick={() => page < pages && onPage(page + 1)}>
        {words.common.next}
      </button>
    </nav>
  );
}

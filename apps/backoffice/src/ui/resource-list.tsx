import { useId, useRef, useState, type ReactNode } from 'react';
import { ListBase, useListContext, type RaRecord } from 'react-admin';
import { useWords } from '../i18n/words.ts';
import { Failure, Loading } from './page.tsx';
import { Pager, Table, type Column } from './table.tsx';

const TYPING_PAUSE_MS = 250;

interface Options<T extends RaRecord> {
  resource: string;
  caption: string;
  columns: readonly Column<T>[];
  sort: { field: string; order: 'ASC' | 'DESC' };
  empty: ReactNode;
  /** Label of the search box; absent: no search. */
  search?: string;
  searchHint?: string;
  /** Always applied, besides what is typed. */
  filter?: Record<string, unknown>;
  tools?: ReactNode;
  /** See `Table`. */
  cards?: boolean;
}

/** A list of the API with its search, sorting and pages; its parameters live in memory only, never in the address. */
export function ResourceList<T extends RaRecord>(options: Options<T>) {
  const { resource, sort, filter } = options;
  return (
    <ListBase resource={resource} sort={sort} filter={filter ?? {}} perPage={25} storeKey={false} disableSyncWithLocation>
      <Body {...options} />
    </ListBase>
  );
}

function Body<T extends RaRecord>({ caption, columns, empty, search, searchHint, tools, cards }: Options<T>) {
  const { words } = useWords();
  const list = useListContext<T>();
  const { setFilters } = list;
  const [typed, setTyped] = useState('');
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilters(text.trim() ? { q: text.trim() } : {}, undefined), TYPING_PAUSE_MS);
  };
  return (
    <>
      {search || tools ? (
        <div className="finder">
          {search ? (
            <search className="field">
              <label className="field-label" htmlFor={id}>
                {search}
              </label>
              {searchHint ? (
                <p className="field-hint" id={`${id}-hint`}>
                  {searchHint}
                </p>
              ) : null}
              <input
                id={id}
                type="search"
                className="control"
                autoComplete="off"
                spellCheck={false}
                value={typed}
                onChange={(event) => type(event.target.value)}
                aria-describedby={searchHint ? `${id}-hint` : undefined}
              />
            </search>
          ) : null}
          {tools}
        </div>
      ) : null}
      <output className="visually-hidden">{list.isPending ? '' : words.common.results(list.total ?? 0)}</output>
      {list.error ? <Failure error={list.error} retry={list.refetch} /> : null}
      {list.isPending && !list.error ? <Loading /> : null}
      {list.data ? (
        <>
          <Table<T>
            caption={caption}
            {...(cards ? { cards } : {})}
            columns={columns}
            rows={list.data}
            rowKey={({ id: key }) => String(key)}
            sort={{ field: list.sort.field, order: list.sort.order === 'DESC' ? 'DESC' : 'ASC' }}
            onSort={(field) => list.setSort({ field, order: list.sort.field === field && list.sort.order === 'ASC' ? 'DESC' : 'ASC' })}
            empty={empty}
          />
          <Pager page={list.page} perPage={list.perPage} total={list.total ?? 0} onPage={list.setPage} />
        </>
      ) : null}
    </>
  );
}

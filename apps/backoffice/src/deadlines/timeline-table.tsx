import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay, shortMoment, today } from '../ui/days.ts';
import { Badge, type Tone } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { useLeft } from './left.tsx';
import { useLaneWords } from './timeline.tsx';
import type { Lane, LaneState, MarkKind } from './timeline-model.ts';

const COLUMNS = ['received', 'opens', 'term', 'prudent', 'last'] as const satisfies readonly MarkKind[];
const TONE: Record<LaneState, Tone> = { open: 'info', done: 'good', cancelled: 'quiet', superseded: 'quiet', event: 'quiet' };

/** The facts of the drawing, one line each, under the same numbers. */
export function TimelineTable({ lanes, id }: { lanes: readonly Lane[]; id: string }) {
  const { words, locale } = useWords();
  const t = words.deadlines;
  const nameOf = useLaneWords();
  const day = (lane: Lane, kind: MarkKind): string => {
    if (kind === 'last' && lane.deadline?.expiresAt) return shortMoment(lane.deadline.expiresAt, locale);
    const on = lane.event && kind === 'received' ? lane.event.on : lane.marks.find((mark) => mark.kind === kind)?.on;
    return on ? shortDay(on, locale) : '—';
  };
  return (
    <details className="explained" open>
      <summary>{t.clock.table}</summary>
      <Table<Lane>
        caption={t.clock.table}
        cards
        rows={lanes}
        rowKey={(lane) => lane.id}
        rowId={(lane) => `${id}-${lane.number}`}
        empty={null}
        columns={[
          { key: 'what', label: t.what, cell: (lane) => `${lane.number}. ${nameOf(lane)}` },
          ...COLUMNS.map((kind) => ({
            key: kind,
            label: kind === 'last' ? t.clock.lastOrHour : kind === 'received' ? t.clock.receivedOrHappened : t.clock.marks[kind],
            cell: (lane: Lane) => <span className="nowrap">{day(lane, kind)}</span>,
          })),
          { key: 'standing', label: t.clock.standing, cell: (lane) => <Standing lane={lane} /> },
        ]}
      />
    </details>
  );
}

function Standing({ lane: { deadline, state, from } }: { lane: Lane }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const left = useLeft();
  const t = words.deadlines;
  if (!deadline) return from <= today() ? t.clock.happened : t.clock.toCome;
  return (
    <>
      <Badge tone={TONE[state]}>{t.states[deadline.state]}</Badge> {state === 'open' ? left(deadline) : null}
      {deadline.doneOn ? shortDay(deadline.doneOn, locale) : null}
      {deadline.retiredBecause ? t.because[deadline.retiredBecause] : null}
      {state === 'open' && deadline.running !== 'normal' ? ` · ${rules.clockWord(`running:${deadline.running}`)}` : null}
    </>
  );
}

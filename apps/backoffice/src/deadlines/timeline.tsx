import type { Deadline, Decision, Filing } from '@permanence/contracts';
import { isoDate } from '@permanence/rules';
import { useId, useState } from 'react';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { dayText, monthName, shortDay, today } from '../ui/days.ts';
import { Section } from '../ui/page.tsx';
import { useWidth } from '../ui/use-width.ts';
import { TimelineTable } from './timeline-table.tsx';
import { Cross, MarkShape, OutsideArrow } from './timeline-marks.tsx';
import { MARKS, lanesOf, placeOf, spanOf, ticksOf, type Lane, type Span } from './timeline-model.ts';

/** A group and no image: each line inside is a link, with its days in words. */
const GROUP = { role: 'group' };
const HEAD = 52;
const LANE = 72;
/** Room left and right of the scale, so that a mark at its end is whole. */
const PAD = 14;
/** Limits replaced and drawn: the others are in the table. */
const BEHIND_SHOWN = 4;
const LETTER_POINTS = 7.6;

const cut = (text: string, points: number): string => {
  const most = Math.max(12, Math.floor(points / LETTER_POINTS));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
};

/** What a lane is about, in words. */
export function useLaneWords(): (lane: Lane) => string {
  const { words } = useWords();
  const rules = useRulesWords();
  return ({ deadline, event }) => {
    if (deadline) return rules.clock(deadline.ruleId);
    if (!event) return '';
    if (event.kind === 'decision') return words.deadlines.papers[event.paper];
    return event.kind === 'filed' ? words.dossiers.filingKinds[event.filing] : words.deadlines.clock.events[event.kind];
  };
}
/** All of its days, for whoever cannot see the drawing. */
const laneSaid = (lane: Lane, name: string, words: Words, locale: 'fr' | 'en'): string => {
  const t = words.deadlines;
  const state = lane.deadline ? `${t.states[lane.deadline.state]}. ` : '';
  const days = lane.marks.map(({ kind, on }) => `${lane.event ? '' : `${t.clock.marks[kind]} : `}${dayText(on, locale)}`);
  return `${lane.number}. ${name}. ${state}${days.join(', ')}. ${t.clock.toTable}`;
};

/** The clock of one dossier: a drawing, and the same facts in a table beneath it. */
export function Timeline({
  deadlines,
  decisions,
  filings,
}: {
  deadlines: readonly Deadline[];
  decisions: readonly Decision[];
  filings: readonly Filing[];
}) {
  const { words } = useWords();
  const t = words.deadlines.clock;
  const id = useId();
  const [whole, setWhole] = useState(false);
  const lanes = lanesOf(deadlines, decisions, filings);
  if (!lanes.length)
    return (
      <Section title={t.title}>
        <p className="empty">{t.none}</p>
      </Section>
    );
  const behind = lanes.filter(({ state }) => state === 'superseded' || state === 'cancelled');
  const hidden = whole ? [] : behind.slice(BEHIND_SHOWN);
  const drawn = lanes.filter((lane) => !hidden.includes(lane));
  return (
    <Section title={t.title}>
      <p className="quiet">{t.intro}</p>
      <Drawing lanes={drawn} tableId={id} />
      <Legend />
      {hidden.length ? (
        <button type="button" className="btn btn-quiet" onClick={() => setWhole(true)}>
          {t.showBehind(hidden.length)}
        </button>
      ) : null}
      <TimelineTable lanes={lanes} id={id} />
    </Section>
  );
}

function Drawing({ lanes, tableId }: { lanes: readonly Lane[]; tableId: string }) {
  const { words, locale } = useWords();
  const t = words.deadlines.clock;
  const [box, width] = useWidth(320);
  const span = spanOf(lanes, today());
  const inner = width - 2 * PAD;
  const x = (on: string): number => PAD + placeOf(isoDate(on), span).at * inner;
  const height = HEAD + lanes.length * LANE + 6;
  const now = x(today());
  const nowWords = `${t.today} ${shortDay(today(), locale)}`;
  const anchor = now > width - 90 ? 'end' : now < 90 ? 'start' : 'middle';
  return (
    <div ref={box} className="clock-box">
      <svg className="clock" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={t.drawing} {...GROUP}>
        <g aria-hidden="true">
          {ticksOf(span, inner).map((tick) => (
            <g key={tick}>
              <line className="clock-tick" x1={x(tick)} x2={x(tick)} y1={HEAD - 10} y2={height} />
              <text className="clock-scale" x={x(tick) + 3} y={HEAD - 14}>
                {`${monthName(Number(tick.slice(5, 7)), locale, 'short')} ${tick.slice(2, 4)}`}
              </text>
            </g>
          ))}
        </g>
        {lanes.map((lane, at) => (
          <LaneLine key={lane.id} lane={lane} top={HEAD + at * LANE} width={width} span={span} x={x} tableId={tableId} />
        ))}
        <g aria-hidden="true" className="clock-now">
          <line x1={now} x2={now} y1={22} y2={height} />
          <text x={now} y={15} textAnchor={anchor}>
            {nowWords}
          </text>
        </g>
      </svg>
    </div>
  );
}

function LaneLine({
  lane,
  top,
  width,
  span,
  x,
  tableId,
}: {
  lane: Lane;
  top: number;
  width: number;
  span: Span;
  x: (on: string) => number;
  tableId: string;
}) {
  const { words, locale } = useWords();
  const t = words.deadlines;
  const name = useLaneWords()(lane);
  const y = top + 42;
  const [left, right] = [x(lane.from), x(lane.to)];
  const gone = lane.state === 'superseded' || lane.state === 'cancelled';
  const state = lane.deadline && lane.state !== 'open' ? `${t.states[lane.deadline.state]} — ` : '';
  const target = lane.marks.find(({ kind }) => kind === 'ends' || kind === 'prudent') ?? lane.marks.at(-1)!;
  const outside = [lane.from, lane.to].map((on) => placeOf(on, span).outside);
  const label = shortDay(target.on, locale);
  const labelX = x(target.on);
  return (
    <a
      href={`#${tableId}-${lane.number}`}
      className={`lane lane-${lane.state}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(`${tableId}-${lane.number}`)?.focus();
      }}
    >
      <title>{laneSaid(lane, name, words, locale)}</title>
      <rect className="lane-frame" x={1.5} y={top + 2} width={width - 3} height={LANE - 4} rx={6} />
      <text aria-hidden="true" className="lane-name" x={8} y={top + 21}>
        {cut(`${lane.number}. ${state}${name}`, width - 16)}
      </text>
      {lane.bar ? (
        <rect className="lane-window" x={Math.min(x(lane.marks.find((m) => m.kind === 'opens')?.on ?? lane.from), right)} y={y - 6} width={Math.max(3, right - x(lane.marks.find((m) => m.kind === 'opens')?.on ?? lane.from))} height={12} /> // prettier-ignore
      ) : null}
      <line className="lane-line" x1={left} x2={right} y1={y} y2={y} />
      {lane.marks.map((mark) =>
        placeOf(mark.on, span).outside ? null : <MarkShape key={mark.kind} kind={mark.kind} x={x(mark.on)} y={y} />,
      )}
      {outside.map((to, at) => (to ? <OutsideArrow key={`${to}-${at}`} x={to === 'before' ? 6 : width - 6} y={y} to={to} /> : null))}
      {gone ? <Cross x={Math.min(right + 16, width - 10)} y={y} /> : null}
      <text
        aria-hidden="true"
        className="lane-day"
        x={labelX}
        y={top + LANE - 6}
        textAnchor={labelX > width - 60 ? 'end' : labelX < 60 ? 'start' : 'middle'}
      >
        {label}
      </text>
    </a>
  );
}

function Legend() {
  const { words } = useWords();
  const t = words.deadlines.clock;
  return (
    <ul className="clock-legend" aria-label={t.legend}>
      {MARKS.map((kind) => (
        <li key={kind}>
          <svg width={24} height={24} aria-hidden="true">
            <MarkShape kind={kind} x={12} y={12} />
          </svg>
          {t.marks[kind]}
        </li>
      ))}
      <li>
        <svg width={34} height={24} aria-hidden="true">
          <rect className="lane-window" x={2} y={6} width={30} height={12} />
        </svg>
        {t.window}
      </li>
      <li>
        <svg width={44} height={24} aria-hidden="true" className="lane-superseded">
          <line className="lane-line" x1={0} x2={26} y1={12} y2={12} />
          <Cross x={34} y={12} />
        </svg>
        {t.gone}
      </li>
    </ul>
  );
}

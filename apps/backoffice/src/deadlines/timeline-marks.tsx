import type { MarkKind } from './timeline-model.ts';

const SIZE = 7;
const points = (list: [number, number][]): string => list.map(([x, y]) => `${x},${y}`).join(' ');

/** Each kind of day has a shape of its own: none is told apart by its colour. */
export function MarkShape({ kind, x, y }: { kind: MarkKind; x: number; y: number }) {
  const s = SIZE;
  switch (kind) {
    case 'event':
      return <rect className="mark mark-received" x={x - 5} y={y - 5} width={10} height={10} />;
    case 'received':
      return <polygon className="mark mark-received" points={points([[x - s, y - s], [x + s, y - s], [x, y + s]])} />; // prettier-ignore
    case 'opens':
      return <path className="mark-line" d={`M ${x + 5} ${y - s - 2} H ${x} V ${y + s + 2} H ${x + 5}`} />;
    case 'term':
      return <circle className="mark mark-term" cx={x} cy={y} r={s - 1.5} />;
    case 'prudent':
      return <polygon className="mark mark-prudent" points={points([[x, y - s - 2], [x + s + 2, y], [x, y + s + 2], [x - s - 2, y]])} />; // prettier-ignore
    case 'last':
      return <rect className="mark mark-last" x={x - 3} y={y - s - 4} width={6} height={2 * s + 8} />;
    case 'ends':
      return <polygon className="mark mark-last" points={points([[x - s, y - s - 2], [x + s, y - s - 2], [x - s, y + s + 2], [x + s, y + s + 2]])} />; // prettier-ignore
    case 'done':
      return <path className="mark-line mark-done" d={`M ${x - s} ${y} L ${x - 2} ${y + s - 1} L ${x + s} ${y - s}`} />;
  }
}
/** A limit cancelled or replaced ends in a cross. */
export const Cross = ({ x, y }: { x: number; y: number }) => (
  <path
    className="mark-line"
    d={`M ${x - SIZE} ${y - SIZE} L ${x + SIZE} ${y + SIZE} M ${x - SIZE} ${y + SIZE} L ${x + SIZE} ${y - SIZE}`}
  />
);
export const OutsideArrow = ({ x, y, to }: { x: number; y: number; to: 'before' | 'after' }) => {
  const d = to === 'before' ? SIZE : -SIZE;
  return <path className="mark-line" d={`M ${x + d} ${y - SIZE} L ${x} ${y} L ${x + d} ${y + SIZE}`} />;
};

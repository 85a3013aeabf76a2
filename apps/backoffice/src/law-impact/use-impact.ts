import type { LawImpactAnswer, LawImpactRequest, LawImpactRow } from '@permanence/contracts';
import { useRef, useState } from 'react';
import { api } from '../api/http.ts';

export interface Impact {
  running: boolean;
  stopped: boolean;
  done: number;
  total: number;
  unweighed: number;
  rows: readonly LawImpactRow[];
}
const NOTHING: Impact = { running: true, stopped: false, done: 0, total: 0, unweighed: 0, rows: [] };

/** Goes through the open dossiers part by part, telling how far it is; may be stopped between two parts. */
export function useImpact() {
  const [impact, setImpact] = useState<Impact | null>(null);
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
    setImpact((before) => before && { ...before, running: false, stopped: true });
  };
  /** @throws ApiProblem */
  const run = async (request: LawImpactRequest): Promise<void> => {
    const mine = ++turn.current;
    let now = NOTHING;
    setImpact(now);
    let after: string | null = null;
    try {
      do {
        // One part after the other: the next begins where the last one ended.
        // oxlint-disable-next-line no-await-in-loop
        const part: LawImpactAnswer = await api.post('coordination/law-impact', { ...request, after });
        if (turn.current !== mine) return;
        after = part.next;
        now = {
          running: after !== null,
          stopped: false,
          done: now.done + part.examined,
          total: part.total,
          unweighed: now.unweighed + part.unweighed,
          rows: [...now.rows, ...part.rows],
        };
        setImpact(now);
      } while (after);
    } catch (error) {
      if (turn.current === mine) setImpact(null);
      throw error;
    }
  };
  return { impact, run, stop };
}

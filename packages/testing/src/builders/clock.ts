import { clockAt, type Clock } from '@permanence/application';

export interface MovingClock extends Clock {
  /** ISO instant. */
  set(instant: string): void;
}
/** A clock that stands still until it is set. */
export function movingClock(start: string): MovingClock {
  let clock = clockAt(start);
  return {
    now: () => clock.now(),
    today: (timeZone) => clock.today(timeZone),
    set: (instant) => {
      clock = clockAt(instant);
    },
  };
}

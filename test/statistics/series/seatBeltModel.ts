import {DRIVERS_KILLED, SEAT_BELT_LAW} from './driversKilled.ts';

/** Level, law, trend and two harmonics of the calendar month. */
export const SEAT_BELT_MODEL: {readonly y: readonly number[]; readonly x: readonly (readonly number[])[]} = {
  y: DRIVERS_KILLED,
  x: DRIVERS_KILLED.map((_, i) => {
    const angle = (2 * Math.PI * ((i % 12) + 1)) / 12;
    return [
      1,
      i >= SEAT_BELT_LAW ? 1 : 0,
      i + 1,
      Math.sin(angle),
      Math.cos(angle),
      Math.sin(2 * angle),
      Math.cos(2 * angle)
    ];
  })
};

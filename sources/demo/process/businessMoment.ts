import type {Company} from './company.ts';
import {DAY, HOUR, type LocalTime, startOfDay} from './localTime.ts';
import type {RandomStream} from './randomStream.ts';

/** The moment itself within business hours, otherwise some time in the first hour and a half of the next ones. */
export function businessMoment({profile}: Company, at: LocalTime, stream: RandomStream): LocalTime {
  const {open, close} = profile.business_hours;
  const hour = (at - startOfDay(at)) / HOUR;
  const delay = stream.uniform() * 1.5 * HOUR;
  if (hour >= open && hour < close) return wholeSecond(at);
  const day = hour < open ? startOfDay(at) : startOfDay(at) + DAY;
  return wholeSecond(day + open * HOUR + delay);
}

export function wholeSecond(at: LocalTime): LocalTime {
  return Math.floor(at / 1000) * 1000;
}

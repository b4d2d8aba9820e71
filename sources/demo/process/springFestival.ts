import {DAY, type LocalTime} from './localTime.ts';

const lunarDay = new Intl.DateTimeFormat('en-u-ca-chinese', {month: 'numeric', day: 'numeric', timeZone: 'UTC'});
const known = new Map<number, LocalTime>();

/** The first day of the lunar year that begins in a calendar year, from the calendar that comes with Node. */
export function springFestival(year: number): LocalTime {
  const found = known.get(year) ?? search(year);
  known.set(year, found);
  return found;
}

function search(year: number): LocalTime {
  for (let day = Date.UTC(year, 0, 20); day <= Date.UTC(year, 1, 22); day += DAY) {
    if (lunarDay.format(day) === '1/1') return day;
  }
  throw new Error(`spring festival of ${year}: no first lunar day between 20 January and 22 February`);
}

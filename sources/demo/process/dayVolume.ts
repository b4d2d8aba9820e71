import type {Company} from './company.ts';
import {calendarMonth, DAY, dateText, type LocalTime, monthOf, yearOf} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {springFestival} from './springFestival.ts';

/** How many cases a day brings on average: by year, weekday, holidays, weather and the seasons of the services. */
export function dayVolume(company: Company, day: LocalTime): number {
  const {volume} = company.profile;
  return (
    volume.cases_per_day *
    yearFactor(company, day) *
    (volume.weekday[new Date(day).getUTCDay()] ?? 1) *
    fixedHolidayFactor(company, day) *
    springFestivalFactor(company, day) *
    stormFactor(company, day) *
    seasonFactor(company, day)
  );
}

function yearFactor({profile}: Company, day: LocalTime): number {
  const stream = new RandomStream(profile.seed, 'year', yearOf(monthOf(day)));
  return 1 + profile.volume.year_spread * (2 * stream.uniform() - 1);
}

function fixedHolidayFactor({profile}: Company, day: LocalTime): number {
  const monthDay = dateText(day).slice(5);
  const holiday = profile.volume.fixed_holidays.find(({from, to}) => from <= monthDay && monthDay <= to);
  return holiday?.factor ?? 1;
}

function springFestivalFactor({profile}: Company, day: LocalTime): number {
  const distance = Math.round((day - springFestival(yearOf(monthOf(day)))) / DAY);
  return profile.volume.spring_festival.find(({from, to}) => from <= distance && distance <= to)?.factor ?? 1;
}

function stormFactor({profile}: Company, day: LocalTime): number {
  const {storms} = profile.volume;
  if (!storms?.months.includes(calendarMonth(monthOf(day)))) return 1;
  return new RandomStream(profile.seed, 'storm', dateText(day)).chance(storms.share_of_days) ? storms.factor : 1;
}

/** How much the services of the season bring, against an even year. */
export function seasonFactor({services}: Company, day: LocalTime): number {
  const month = monthOf(day) % 12;
  let seasonal = 0;
  let plain = 0;
  for (const {weight, months} of Object.values(services)) {
    seasonal += weight * (months[month] ?? 1);
    plain += weight;
  }
  return seasonal / plain;
}

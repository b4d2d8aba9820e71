import fc from 'fast-check';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];

export type DateKind = 'usual' | 'london' | 'american' | 'short' | 'zoned' | 'clerk';

/** Mostly a whole number in a range, now and then one just outside of it. */
const within = (min: number, max: number) =>
  fc.oneof({weight: 15, arbitrary: fc.integer({min, max})}, fc.constantFrom(min - 1, max + 1));

const parts = fc.record({
  year: fc.oneof(
    {weight: 6, arbitrary: fc.integer({min: 1968, max: 2110})},
    {weight: 1, arbitrary: fc.integer({min: 0, max: 9999})},
    {weight: 1, arbitrary: fc.constantFrom(0, 1582, 1899, 1900, 1969, 1970, 2037, 2038, 2199, 2200, 9999)}
  ),
  month: within(1, 12),
  day: fc.oneof({weight: 5, arbitrary: within(1, 28)}, fc.integer({min: 28, max: 32})),
  hour: within(0, 23).map(Math.abs),
  minute: within(0, 59).map(Math.abs),
  second: within(0, 59).map(Math.abs),
  fraction: fc.stringMatching(/^[0-9]{1,10}$/),
  half: fc.constantFrom('AM', 'PM', 'am', 'Pm', 'A.M.', '上午'),
  offset: fc.constantFrom(
    'Z',
    'z',
    '+08:00',
    '-0530',
    '-00:00',
    '+14:00',
    '+1400',
    '+15:00',
    '+08',
    '-12:60',
    ' +08:00',
    '+8:00'
  ),
  digits: fc.constantFrom(1, 2, 2, 2)
});

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

function templates({fraction, half, offset, digits, ...numbers}: Parts): Record<DateKind, string[]> {
  const two = (value: number) => String(value).padStart(digits, '0');
  const [m, d, hour, minute, second] = [numbers.month, numbers.day, numbers.hour, numbers.minute, numbers.second].map(
    two
  );
  const year = String(numbers.year).padStart(4, '0');
  const short = year.slice(2);
  const time = `${hour}:${minute}:${second}`;
  const [named, long] = [MONTHS[numbers.month - 1] ?? 'Mai', LONG_MONTHS[numbers.month - 1] ?? 'DECEMBER'];
  return {
    usual: [
      `${year}-${m}-${d}`,
      `${year}-${m}-${d} ${time}`,
      `${year}-${m}-${d} ${hour}:${minute}`,
      `${year}-${m}-${d}T${time}.${fraction}`,
      `${year}-${m}-${d}T${time}${offset}`,
      `${year}-${m}-${d}T${hour}:${minute}${offset}`,
      `${year}-${m}-${d}T${hour}:${minute}`,
      `${year}-${m}-${d} ${time}.${fraction}${offset}`,
      `${year}/${m}/${d}`,
      `${year}/${m}/${d} ${hour}:${minute}`,
      `${year}年${m}月${d}日`,
      `${year}年${m}月${d}日 ${hour}:${minute}`,
      `${year}年${m}月${d}日 ${time}`,
      `${year}年${m}月${d}日${hour}时${minute}分`,
      `${year}.${m}.${d}`,
      `${year}-${m}-${d} BC`,
      `${short}-${m}-${d}`
    ],
    london: [`${d}/${m}/${year} ${hour}:${minute}`, `${d}/${m}/${year}`, `${year}-${m}-${d} ${time}.${fraction}`],
    american: [`${m}/${d}/${year} ${time} ${half}`, `${m}/${d}/${year} ${hour}:${minute} ${half}`, `${m}/${d}/${year}`],
    short: [
      `${d}-${named}-${short}`,
      `${long} ${d}, ${year}`,
      `${short}${m}${d}`,
      `${d}.${m}.${short} ${hour}:${minute}`,
      `${named}.${d}.${year} ${hour}%${minute}`
    ],
    clerk: [
      `${m}月${d}日`,
      `${m}/${d}`,
      `${m}月${d}日 ${hour}:${minute}`,
      `${named} ${d}`,
      `${46_000 + numbers.month * 31 + numbers.day}`,
      `${numbers.year * 12}.${fraction}`,
      `${numbers.year * 55}.${fraction}${year}`,
      `${25_568 + numbers.hour}.999${second}${fraction}`
    ],
    zoned: [
      `${year}-${m}-${d}T${time}${offset}`,
      `${year}-${m}-${d}T${time}.${fraction.slice(0, 6)}${offset}`,
      `${d}/${m}/${year} ${hour}:${minute} ${offset.trim()}`
    ]
  };
}

/** Hours that a change to or from summer time leaps over or repeats, by the zone of the column. */
const CHANGES = [
  '2024-03-10 02', // America/New_York leaps over 02:00 to 03:00
  '2024-11-03 01', // and repeats 01:00 to 02:00
  '2045-03-12 02',
  '2024-03-31 01', // Europe/London
  '2024-10-27 01',
  '1968-10-27 01', // British Standard Time: nothing changed that day
  '1971-10-31 02',
  '2024-10-06 02', // Australia/Lord_Howe leaps over half an hour
  '2024-04-07 01',
  '1986-05-04 02', // China's six summers
  '1991-09-15 01',
  '1990-04-15 02'
];

const aroundChanges = (kind: DateKind) =>
  fc.tuple(fc.constantFrom(...CHANGES), fc.constantFrom('00:00', '29:59', '30:00', '59:59')).map(([change, rest]) => {
    const [year, month, day] = change.slice(0, 10).split('-');
    const time = `${change.slice(11)}:${rest}`;
    if (kind === 'london') return `${day}/${month}/${year} ${time.slice(0, 5)}`;
    if (kind === 'american') return `${month}/${day}/${year} ${time} AM`;
    if (kind === 'clerk') return `${month}月${day}日 ${time.slice(0, 5)}`;
    if (kind === 'short') return `${day}.${month}.${year!.slice(2)} ${time.slice(0, 5)}`;
    return `${change.slice(0, 10)}${kind === 'zoned' ? 'T' : ' '}${time}${kind === 'zoned' ? '-05:00' : ''}`;
  });

const words = fc.constantFrom(
  '1900-01-01',
  '0000-00-00',
  '1970-01-01',
  '2199-12-31 23:59:59.999999',
  'now',
  'today',
  'epoch',
  'infinity',
  '-infinity',
  '44927',
  '25568.999999',
  '25569',
  '109574.99999',
  '109574.999999',
  '109575',
  '46086.3753472222',
  '46086.99999',
  '46086.999999',
  '46086.0000057870',
  '46086.50000578704',
  '2月29日',
  '2/29',
  '２０２４-０１-０２'
);

/** Dates as people write them: mostly in a form that the column reads, on days and at hours that may not exist. */
export function writtenDate(kind: DateKind): fc.Arbitrary<string> {
  const ofKind = parts.chain((one) => fc.constantFrom(...templates(one)[kind]));
  const ofAny = parts.chain((one) => fc.constantFrom(...Object.values(templates(one)).flat()));
  return fc.oneof(
    {weight: 10, arbitrary: ofKind},
    {weight: 3, arbitrary: aroundChanges(kind)},
    {weight: 2, arbitrary: ofAny},
    {weight: 1, arbitrary: words}
  );
}

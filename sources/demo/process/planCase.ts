import {causeOf} from './cause.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {customerAt, placeOfCustomer} from './customer.ts';
import {HOUR, type LocalTime, monthOf} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {staffOf} from './staff.ts';

type Outbreak = Company['truths']['cause_outbreaks'][number];

/** The case that comes in on a day under a key; an outbreak decides its service, category and cause. */
export function planCase(company: Company, day: LocalTime, key: string, outbreak?: Outbreak): ComplaintCase {
  const {profile, services, categories, truths} = company;
  const stream = new RandomStream(profile.seed, 'case', key);
  const hour = stream.weightedIndex(profile.volume.hour);
  const receivedAt = day + hour * HOUR + stream.integer(0, 3599) * 1000;
  const customerPlace = placeOfCustomer(company, stream);
  const customer = customerAt(company, customerPlace);
  const calendarMonth = monthOf(day) % 12;
  const drawnService = stream.pickByWeight(
    Object.keys(services),
    (name) => (services[name]?.weight ?? 0) * (services[name]?.months[calendarMonth] ?? 0)
  );
  const service = outbreak?.service ?? drawnService;
  const department = departmentFor(company, service, customer.district);
  const mix = truths.hard_case_mix.department === department ? truths.hard_case_mix : undefined;
  const category = outbreak?.category ?? drawn(stream, mix?.categories, categories);
  const severity = drawn(stream, mix?.severities, profile.severities);
  const kindWord = stream.weighted(profile.kinds);
  const kind = outbreak ? 'complaint' : (company.registers.get('complaint')?.wordOf('kind', kindWord) ?? kindWord);
  return {
    key,
    receivedAt,
    kind,
    kindWord: outbreak ? (Object.keys(profile.kinds)[0] ?? kindWord) : kindWord,
    channel: stream.weighted(profile.channels),
    customerPlace,
    customer,
    service,
    category,
    subcategory: stream.weighted(categories[category]?.subcategories ?? {}),
    severity,
    risk: stream.weighted(profile.risks[severity] ?? {}),
    department,
    handler: stream.pick(staffOf(company, department, receivedAt)),
    cause: causeOf(company, category, stream, outbreak?.root),
    isOfOutbreak: outbreak !== undefined
  };
}

/** The department that answers for a service in a district: the service's own, or else the district's. */
export function departmentFor({services, departments}: Company, service: string, district: string): string {
  return services[service]?.department ?? departments.districts[district]?.department ?? '';
}

type Weights = Readonly<Record<string, number>>;

/** One of the members, by the weights of the department's own case mix or by those that all have. */
function drawn(
  stream: RandomStream,
  own: Weights | undefined,
  members: Readonly<Record<string, {weight: number}>>
): string {
  return own ? stream.weighted(own) : stream.pickByWeight(Object.keys(members), (name) => members[name]?.weight ?? 0);
}

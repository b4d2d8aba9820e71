import {businessMoment, wholeSecond} from './businessMoment.ts';
import type {Company} from './company.ts';
import {customerAt, type Customer} from './customer.ts';
import {dayVolume} from './dayVolume.ts';
import {DAY, dateText, HOUR, type LocalTime, MINUTE, monthOf, type Month, startOfMonth} from './localTime.ts';
import {departmentFor} from './planCase.ts';
import {RandomStream} from './randomStream.ts';
import {staffOf} from './staff.ts';
import type {logNormal} from './schemaParts.ts';
import type {z} from 'zod';

export type OrderSettings = NonNullable<Company['service_orders']>;

/** A sheet of work at the customer's, with its whole way, whether that lies in the future or not. */
export interface ServiceOrder {
  readonly key: string;
  readonly kind: string;
  readonly vehiclePlace: number;
  readonly customer: Customer;
  readonly model: string;
  readonly department: string;
  readonly handler: string;
  readonly terminal: string;
  readonly newTerminal?: string;
  readonly partner?: string;
  readonly isEmergency: boolean;
  readonly requestedAt: LocalTime;
  readonly approvedAt: LocalTime;
  readonly dispatchedAt: LocalTime;
  readonly arrivedAt?: LocalTime;
  readonly partsMissingFrom?: LocalTime;
  readonly partsArrivedAt?: LocalTime;
  readonly completedAt?: LocalTime;
}

export interface NumberedOrder extends ServiceOrder {
  readonly number: string;
}

/** A repair that comes back comes back within this many months. */
const MONTHS_OF_CHAIN = 4;
const known = new WeakMap<Company, Map<Month, readonly ServiceOrder[]>>();

/** The orders that were asked for in a month, in their order, with their numbers. */
export function ordersOf(company: Company, month: Month): NumberedOrder[] {
  const {service_orders: settings} = company;
  if (!settings) return [];
  const orders: ServiceOrder[] = [];
  for (let begun = month - MONTHS_OF_CHAIN; begun <= month; begun++) {
    orders.push(...ordersBegunIn(company, settings, begun).filter(({requestedAt}) => monthOf(requestedAt) === month));
  }
  orders.sort((a, b) => a.requestedAt - b.requestedAt || (a.key < b.key ? -1 : 1));
  const counts = new Map<string, number>();
  return orders.map((order) => {
    const date = dateText(order.requestedAt).replaceAll('-', '');
    const count = (counts.get(date) ?? 0) + 1;
    counts.set(date, count);
    return {...order, number: `${settings.prefix}${date}${String(count).padStart(3, '0')}`};
  });
}

/** The orders of a month that follow from no other, each with those that follow from it. */
function ordersBegunIn(company: Company, settings: OrderSettings, month: Month): readonly ServiceOrder[] {
  const months = known.get(company) ?? new Map<Month, readonly ServiceOrder[]>();
  known.set(company, months);
  const orders = months.get(month) ?? [...begunIn(company, settings, month)];
  months.set(month, orders);
  return orders;
}

function* begunIn(company: Company, settings: OrderSettings, month: Month): Iterable<ServiceOrder> {
  const {seed, volume} = company.profile;
  for (let day = startOfMonth(month); day < startOfMonth(month + 1); day += DAY) {
    const mean = (settings.per_day * dayVolume(company, day)) / volume.cases_per_day;
    const count = new RandomStream(seed, 'orders', dateText(day)).poisson(mean);
    for (let i = 0; i < count; i++) yield* chainOf(company, settings, firstOrder(company, settings, day, i));
  }
}

/** An order and the repairs of the same vehicle that it did not spare. */
function* chainOf(company: Company, settings: OrderSettings, first: ServiceOrder): Iterable<ServiceOrder> {
  let order = first;
  yield order;
  for (let i = 0; i < 2; i++) {
    const stream = new RandomStream(company.profile.seed, 'order again', order.key);
    const isRepair = order.kind === 'repair' || order.kind === 'replacement';
    if (!isRepair || order.completedAt === undefined || !stream.chance(settings.repeat.share)) return;
    const days = Math.min(drawn(settings.repeat.days, stream), 45);
    const requestedAt = businessMoment(company, order.completedAt + days * DAY, stream);
    order = wayOf(company, settings, {
      key: `${order.key}+`,
      kind: stream.chance(0.85) ? 'repair' : 'replacement',
      vehiclePlace: order.vehiclePlace,
      customer: order.customer,
      model: order.model,
      terminal: order.newTerminal ?? order.terminal,
      isEmergency: stream.chance(settings.share_emergency),
      requestedAt
    });
    yield order;
  }
}

type Request = Pick<
  ServiceOrder,
  'key' | 'kind' | 'vehiclePlace' | 'customer' | 'model' | 'terminal' | 'isEmergency' | 'requestedAt'
>;

function firstOrder(company: Company, settings: OrderSettings, day: LocalTime, i: number): ServiceOrder {
  const {profile, services} = company;
  const key = `${dateText(day)}/${i}`;
  const stream = new RandomStream(profile.seed, 'order', key);
  const kind = stream.pickByWeight(Object.keys(settings.kinds), (name) => settings.kinds[name]?.weight ?? 0);
  const hour = stream.weightedIndex(profile.volume.hour);
  const vehiclePlace = stream.integer(0, settings.vehicles - 1);
  const models = Object.keys(services);
  return wayOf(company, settings, {
    key,
    kind,
    vehiclePlace,
    customer: customerAt(company, vehiclePlace % profile.customers.count),
    model: stream.pickByWeight(models, (name) => services[name]?.weight ?? 0),
    terminal: terminalNumber(company, vehiclePlace, 'first'),
    isEmergency: kind !== 'installation' && stream.chance(settings.share_emergency),
    requestedAt: day + hour * HOUR + stream.integer(0, 3599) * 1000
  });
}

/** What becomes of a request. */
function wayOf(company: Company, settings: OrderSettings, request: Request): ServiceOrder {
  const {profile, truths} = company;
  const {key, kind, requestedAt, isEmergency} = request;
  const stream = new RandomStream(profile.seed, 'order way', key);
  const kindSettings = settings.kinds[kind];
  if (!kindSettings) throw new Error(`service_orders.yaml, kinds: there is no "${kind}"`);
  const department = departmentFor(company, request.model, request.customer.district);
  const slow = department === truths.slow_department.department ? truths.slow_department.factor : 1;
  const haste = isEmergency ? settings.emergency_factor : 1;
  const moment = (at: LocalTime) => (isEmergency ? wholeSecond(at) : businessMoment(company, at, stream));
  const hoursAfter = (at: LocalTime, time: z.infer<typeof logNormal>, factor: number) =>
    moment(at + Math.min(drawn(time, stream) * factor, 240) * HOUR);

  const approvedAt = moment(requestedAt + drawn(settings.approve_minutes, stream) * haste * MINUTE);
  const sentAt = moment(approvedAt + drawn(settings.dispatch_minutes, stream) * haste * MINUTE);
  const isSentFirst = stream.chance(settings.share_sent_before_approval);
  const dispatchedAt = isSentFirst ? wholeSecond(requestedAt + 0.6 * (approvedAt - requestedAt)) : sentAt;
  const isPartner = stream.chance(isEmergency ? settings.share_partner_emergency : settings.share_partner);
  const partner = stream.pick(settings.partners);
  const arrivedAt = hoursAfter(Math.max(sentAt, dispatchedAt), kindSettings.arrive_hours, haste * slow);
  const isMissing = stream.chance(kindSettings.share_parts_missing);
  const partsArrivedAt = moment(arrivedAt + Math.min(drawn(settings.parts_days, stream), 30) * DAY);
  const completedAt = wholeSecond(
    (isMissing ? partsArrivedAt : arrivedAt) + Math.min(drawn(kindSettings.work_hours, stream), 10) * HOUR
  );
  const isCancelled = stream.chance(settings.share_cancelled);
  const newTerminal = terminalNumber(company, request.vehiclePlace, key);
  return {
    ...request,
    department,
    handler: stream.pick(staffOf(company, department, requestedAt)),
    approvedAt,
    dispatchedAt,
    ...(isPartner && {partner}),
    ...(kind === 'replacement' && {newTerminal}),
    ...(!isCancelled && {arrivedAt, completedAt, ...(isMissing && {partsMissingFrom: arrivedAt, partsArrivedAt})})
  };
}

function terminalNumber({profile}: Company, vehiclePlace: number, which: string): string {
  return `HT${new RandomStream(profile.seed, 'terminal', vehiclePlace, which).digits(10)}`;
}

function drawn({median, spread}: z.infer<typeof logNormal>, stream: RandomStream): number {
  return stream.logNormal(median, spread);
}

import {businessMoment} from './businessMoment.ts';
import type {Company} from './company.ts';
import {landline, mobile, plate} from './customer.ts';
import {DAY, dateText, dateTimeText, knownTime, type LocalTime, MINUTE, type Month} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry, Row} from './row.ts';
import {type NumberedOrder, type OrderSettings, ordersOf} from './serviceOrder.ts';
import {slotted} from './slotted.ts';

/** The sheets of the work that was asked for in a month, as they stand. */
export function serviceOrderEntries(company: Company, month: Month, until: LocalTime): Entry[] {
  const {service_orders: settings} = company;
  if (!settings) return [];
  return ordersOf(company, month)
    .filter(({requestedAt}) => requestedAt <= until)
    .map((order): Entry => {
      const row = (asOf: LocalTime): Row =>
        Object.assign(
          asRequested(company, settings, order),
          asWorkedOn(company, settings, order, asOf),
          asPaid(company, settings, order, asOf)
        );
      return {kind: 'service_order', at: order.requestedAt, order: order.number, row};
    });
}

/** What was written down when the customer asked; some leave fields empty. */
function asRequested(company: Company, settings: OrderSettings, order: NumberedOrder): Row {
  const {customer} = order;
  const stream = new RandomStream(company.profile.seed, 'order row', order.key);
  const vehicle = new RandomStream(company.profile.seed, 'vehicle', order.vehiclePlace);
  const faults = company.services[order.model]?.faults ?? [''];
  const isFaulty = order.kind === 'repair' || order.kind === 'replacement';
  const texts = {
    fault: stream.pick(faults),
    phone: customer.mobile,
    landline: landline(company, stream),
    other_phone: mobile(company, stream),
    address: customer.address,
    model: order.model,
    plate: plate(company, vehicle)
  };
  const contact = customer.name.slice(0, 1) + stream.pick(settings.contacts);
  const bought = order.requestedAt - vehicle.integer(30, 1500) * DAY;
  const description = slotted(stream.pick(settings.descriptions[order.kind] ?? ['']), texts);
  const recorded = (field: string, text: string | null) =>
    stream.chance(settings.share_recorded[field] ?? 1) ? text : null;
  return {
    order_id: order.number,
    requested_at: dateTimeText(order.requestedAt),
    kind: order.kind,
    is_emergency: String(order.isEmergency),
    customer_id: customer.number,
    customer_name: recorded('customer_name', customer.name),
    customer_phone: recorded('customer_phone', customer.mobile),
    customer_address: recorded('customer_address', customer.address),
    contact_name: recorded('contact_name', contact),
    purchased_at: recorded('purchased_at', dateText(order.kind === 'installation' ? order.requestedAt : bought)),
    fault: recorded('fault', isFaulty ? texts.fault : null),
    vehicle: texts.plate,
    terminal_number: order.terminal,
    sim_number: `1440${vehicle.digits(9)}`,
    product: order.model,
    description,
    region: customer.district,
    department: order.department
  };
}

function asWorkedOn(company: Company, settings: OrderSettings, order: NumberedOrder, asOf: LocalTime): Row {
  const stream = new RandomStream(company.profile.seed, 'order work', order.key);
  const isDispatched = order.dispatchedAt <= asOf;
  const isDone = order.completedAt !== undefined && order.completedAt <= asOf;
  const newSim = `1440${stream.digits(9)}`;
  const isApproved = order.approvedAt <= asOf;
  const approver = stream.pick(settings.approvers);
  const isRecorded = (field: string) => isDone && stream.chance(settings.share_recorded[field] ?? 1);
  return {
    approved_at: knownTime(order.approvedAt, asOf),
    approved_by: isApproved ? approver : null,
    dispatched_at: knownTime(order.dispatchedAt, asOf),
    arrived_at: knownTime(order.arrivedAt, asOf),
    completed_at: knownTime(order.completedAt, asOf),
    parts_missing_from: knownTime(order.partsMissingFrom, asOf),
    parts_arrived_at: knownTime(order.partsArrivedAt, asOf),
    handler: isDispatched && order.partner === undefined ? order.handler : null,
    partner: isDispatched ? (order.partner ?? null) : null,
    new_terminal_number: isRecorded('new_terminal_number') ? (order.newTerminal ?? null) : null,
    new_sim_number: order.kind === 'sim_change' && isRecorded('new_sim_number') ? newSim : null
  };
}

/** What the customer paid on the spot, and when the money was handed in. */
function asPaid(company: Company, settings: OrderSettings, order: NumberedOrder, asOf: LocalTime): Row {
  const stream = new RandomStream(company.profile.seed, 'order payment', order.key);
  const kind = settings.kinds[order.kind];
  const isPaid = stream.chance(kind?.share_paid ?? 0);
  const charge = Math.round(stream.logNormal(kind?.charge.median ?? 1, kind?.charge.spread ?? 0) / 5) * 5;
  const paidAt = order.completedAt === undefined ? undefined : order.completedAt + stream.integer(3, 40) * MINUTE;
  const days = Math.min(stream.logNormal(settings.hand_in_days.median, settings.hand_in_days.spread), 20);
  const handedInAt = paidAt === undefined ? undefined : businessMoment(company, paidAt + days * DAY, stream);
  const isKnown = isPaid && paidAt !== undefined && paidAt <= asOf;
  const isRecorded = (field: string) => isKnown && stream.chance(settings.share_recorded[field] ?? 1);
  const invoice = `FP${stream.digits(8)}`;
  return {
    is_paid: String(isPaid),
    charge_amount: isRecorded('charge_amount') ? charge.toFixed(2) : null,
    invoice_number: isRecorded('invoice_number') ? invoice : null,
    paid_at: isKnown ? knownTime(paidAt, asOf) : null,
    handed_in_at: isKnown && isRecorded('handed_in_at') ? knownTime(handedInAt, asOf) : null
  };
}

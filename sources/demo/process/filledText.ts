import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {landline, mobile, plate} from './customer.ts';
import {DAY} from './localTime.ts';
import type {RandomStream} from './randomStream.ts';

/** A text with its {slots} filled by the case's circumstances and the customer's data. Throws for an unknown slot. */
export function filled(company: Company, each: ComplaintCase, text: string, stream: RandomStream): string {
  const amount = stream.integer(6, 90) * 10;
  return text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const fill = circumstance(company, each, slot, amount, stream) ?? personalDatum(company, each, slot, stream);
    if (fill === undefined) throw new Error(`narrative.yaml: unknown slot {${slot}} in "${text}"`);
    return String(fill);
  });
}

/** Slots that tell nothing about a person. */
function circumstance(company: Company, each: ComplaintCase, slot: string, amount: number, stream: RandomStream) {
  const service = company.services[each.service];
  switch (slot) {
    case 'service':
      return each.service;
    case 'worker':
      return service?.worker;
    case 'handler':
      return each.handler;
    case 'workdays':
      return company.profile.severities[each.severity]?.due_workdays;
    case 'direct':
      return each.cause.direct;
    case 'indirect':
      return each.cause.indirect;
    case 'measure':
      return each.cause.measure;
    case 'order':
      return `PO-${stream.digits(6)}`;
    case 'pieces':
      return stream.integer(1, 40) * 6;
    case 'fault':
      return stream.pick(service?.faults ?? ['']);
    case 'when': {
      const when = new Date(each.receivedAt - stream.integer(1, 9) * DAY);
      return `${when.getUTCMonth() + 1}月${when.getUTCDate()}日`;
    }
    case 'days':
      return stream.integer(3, 30);
    case 'hours':
      return stream.integer(1, 5);
    case 'times':
      return stream.pick(['两', '三', '四', '五']);
    case 'amount':
      return amount;
    case 'amount_more':
      return amount + stream.integer(5, 40) * 10;
    case 'amount_small':
      return Math.round(amount / 3);
    case 'refund':
      return stream.integer(3, 60) * 10;
    default:
      return undefined;
  }
}

/** Slots that must be redacted. */
function personalDatum(company: Company, {customer}: ComplaintCase, slot: string, stream: RandomStream) {
  switch (slot) {
    case 'name':
      return customer.name;
    case 'phone':
      return customer.mobile;
    case 'phone_spaced':
      return grouped(customer.mobile, ' ');
    case 'phone_hyphenated':
      return grouped(customer.mobile, '-');
    case 'landline':
      return customer.landline;
    case 'email':
      return customer.email;
    case 'address':
      return customer.address;
    case 'identity_card':
      return customer.identityCard;
    case 'bank_card':
      return customer.bankCard;
    case 'plate':
      return customer.plate;
    case 'other_phone':
      return mobile(company, stream);
    case 'other_landline':
      return landline(company, stream);
    case 'other_plate':
      return plate(company, stream);
    default:
      return undefined;
  }
}

function grouped(digits: string, separator: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(separator);
}

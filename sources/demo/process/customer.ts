import type {Company} from './company.ts';
import {bankCard} from './bankCard.ts';
import {identityCard} from './identityCard.ts';
import {RandomStream} from './randomStream.ts';
import {slotted} from './slotted.ts';

export interface Customer {
  readonly number: string;
  readonly name: string;
  readonly mobile: string;
  readonly landline: string;
  readonly email: string;
  readonly segment: string;
  readonly district: string;
  readonly address: string;
  readonly identityCard: string;
  readonly bankCard: string;
  readonly plate: string;
}

/** The customer who has a place in the company's files: the same place is always the same person. */
export function customerAt(company: Company, place: number): Customer {
  const {people, profile, departments} = company;
  const stream = new RandomStream(profile.seed, 'customer', place);
  const district = districtOf(company, place);
  return {
    number: customerNumber(company, place),
    name: slotted(people.name, {surname: stream.weighted(people.surnames), given: stream.pick(people.given_names)}),
    mobile: customerPhone(company, stream),
    landline: landline(company, stream),
    email: `${stream.pick(people.email_names)}${stream.digits(6)}@${stream.pick(people.email_domains)}`,
    segment: stream.weighted(profile.segments),
    district,
    address: address(company, district, stream),
    identityCard: identityCard(departments.districts[district]?.code ?? '', stream),
    bankCard: bankCard(stream.pick(people.bank_prefixes), stream),
    plate: plate(company, stream)
  };
}

export function customerNumber({profile}: Company, place: number): string {
  return `${profile.customer_number_prefix}${100_000 + place}`;
}

/** The district in which the customer with a place in the files lives. */
export function districtOf({departments, profile}: Company, place: number): string {
  const stream = new RandomStream(profile.seed, 'district', place);
  const {districts} = departments;
  return stream.pickByWeight(Object.keys(districts), (name) => districts[name]?.weight ?? 0);
}

function address({people}: Company, district: string, stream: RandomStream): string {
  return slotted(people.address, {
    district,
    road: stream.pick(people.roads),
    number: stream.integer(1, 899),
    community: stream.pick(people.communities),
    building: stream.integer(1, 36),
    unit: stream.integer(1, 3),
    floor: stream.integer(1, 28),
    door: stream.integer(1, 4)
  });
}

/** Where in the files the customer of a new case stands; a few regulars come often. */
export function placeOfCustomer({profile}: Company, stream: RandomStream): number {
  const {count, regulars, share_of_regulars} = profile.customers;
  return stream.chance(share_of_regulars) ? stream.integer(0, regulars - 1) : stream.integer(regulars, count - 1);
}

function customerPhone(company: Company, stream: RandomStream): string {
  const {customer_phone: phone} = company.people;
  return phone ? stream.pick(phone.prefixes) + stream.digits(phone.digits) : mobile(company, stream);
}

export function mobile({people}: Company, stream: RandomStream): string {
  return stream.pick(people.mobile_prefixes) + stream.digits(8);
}

export function landline({people}: Company, stream: RandomStream): string {
  return `${people.area_code}-8${stream.digits(7)}`;
}

/** A number plate as people write it: with the dot, without it, or the longer one of an electric car. */
export function plate({people}: Company, stream: RandomStream): string {
  const letter = 'ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(stream.integer(0, 23));
  const form = stream.pick(['', '·', 'D']);
  return form === 'D'
    ? `${people.plate_prefix}D${stream.digits(5)}`
    : `${people.plate_prefix}${form}${letter}${stream.digits(4)}`;
}

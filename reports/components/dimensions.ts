import {z} from 'zod';
import type {Report} from './component.ts';
import {say} from '../words/locale.ts';
import {memberTitle} from '../words/memberTitle.ts';

/** The dimensions that a page may compare by. People are not among them: they are never set side by side. */
export const comparableDimension = z.enum([
  'department',
  'category',
  'subcategory',
  'severity',
  'risk',
  'channel',
  'segment',
  'product',
  'region',
  'cause_direct',
  'cause_indirect',
  'cause_root'
]);

/** The name of a dimension in the page's language; its id where the data does not hold it. */
export function dimensionName({figures, locale}: Report, id: string): string {
  const title = figures.data.dimensions.find((dimension) => dimension.id === id)?.title[locale] ?? id;
  return locale === 'en' ? title.toLowerCase() : title;
}

/** The name of a dimension as the head of a column. */
export function dimensionHead(report: Report, id: string): string {
  const name = dimensionName(report, id);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a member of a dimension is called, by the policy or the contracts; a missing one is told as such. */
export function memberName({figures, locale}: Report, dimension: string, member: string): string {
  return member === '' ? say(locale, 'not_given') : memberTitle(figures.data.policy, dimension, member, locale);
}

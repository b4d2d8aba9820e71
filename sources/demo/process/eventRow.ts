import type {CaseEvent} from './caseEvents.ts';
import {dateTimeText} from './localTime.ts';

/** The columns of the process log. */
export const EVENT_COLUMNS = ['投诉编号', '时间', '环节', '部门', '经办人', '备注'] as const;

/** One line of the process log as it is exported. */
export function eventRow(event: CaseEvent): Record<(typeof EVENT_COLUMNS)[number], string | null> {
  return {
    投诉编号: event.caseNumber,
    时间: dateTimeText(event.at),
    环节: event.step,
    部门: event.department,
    经办人: event.handler,
    备注: event.note
  };
}

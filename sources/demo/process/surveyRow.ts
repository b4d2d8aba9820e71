import {dateTimeText} from './localTime.ts';
import type {SurveyAnswer} from './surveyAnswer.ts';

/** The columns of the survey export: one row per question. */
export const SURVEY_COLUMNS = [
  ...['答卷编号', '调查名称', '调查项目', '得分', '最低分', '最高分', '推荐意愿'],
  ...['填写时间', '方式', '投诉编号', '客户编号', '责任部门', '服务项目', '意见']
];

/** One answer as it is exported. */
export function surveyRow(answer: SurveyAnswer): Record<string, string | null> {
  const {score, likelihood} = answer;
  return {
    答卷编号: answer.number,
    调查名称: answer.survey,
    调查项目: answer.item,
    得分: score === undefined ? null : String(score),
    最低分: score === undefined ? null : '1',
    最高分: score === undefined ? null : '5',
    推荐意愿: likelihood === undefined ? null : String(likelihood),
    填写时间: dateTimeText(answer.at),
    方式: answer.method,
    投诉编号: answer.caseNumber ?? null,
    客户编号: answer.customerNumber ?? null,
    责任部门: answer.department,
    服务项目: answer.service,
    意见: answer.comment ?? null
  };
}

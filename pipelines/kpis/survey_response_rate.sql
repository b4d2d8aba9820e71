/*---
title: {zh-CN: 调查回收率, en: Survey response rate}
kind: ratio
of: survey_invitation
unit: percent
better: higher
counts:
  zh-CN: 发出的调查邀请，按发出日期计入
  en: invitations that were sent, on the day of sending
numerator:
  zh-CN: 已收到答卷的
  en: those that were answered
guards: [csat]
minimum: 10
---*/
select invitation_id as record_id, sent_at as at, (answered_at is not null)::int as numerator, 1 as denominator
from core.survey_invitations
where exists (
  select 1 from config.told
  where (record = 'survey_invitation' and field = 'returned_at') or (record = 'survey_response' and field = 'invitation_id')
)

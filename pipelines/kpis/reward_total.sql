/*---
title: {zh-CN: 建议奖励总额, en: Rewards for suggestions}
kind: sum
of: complaint
unit: money
better: neither
counts:
  zh-CN: 发给建议人的奖励，按决定日期计入
  en: what customers were given for their suggestions, on the day of the decision
guards: [suggestion_adoption_rate]
---*/
select complaint_id as record_id, decided_at as at, reward_amount as numerator
from core.complaints
cross join config.run
where kind = 'suggestion' and decided_at <= as_of and reward_amount is not null

/*---
title: {zh-CN: 编号连续率, en: Sheet numbers without gaps}
kind: ratio
of: sheet
unit: percent
better: higher
counts:
  zh-CN: 各编号系列从最小号到最大号应有的号码，按受理日期计入；缺号按其后首个号码的日期计入
  en: the numbers of each series from its lowest to its highest, on the day of receipt; a missing one on the day of the next that is there
numerator:
  zh-CN: 恰好使用一次的
  en: those that are there exactly once
minimum: 10
---*/
select sheet_id as record_id, received_at as at, (copies = 1)::int as numerator, last_number - first_number + 1 as denominator
from core.sheets

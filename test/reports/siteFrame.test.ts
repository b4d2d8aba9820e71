import {expect, test} from 'vitest';
import {siteFooter, siteHeader} from '../../reports/siteFrame.ts';
import {exampleSite} from '../publish/exampleSite.ts';
import {plainText} from './exampleReport.ts';

test('every page names its data, its run and the notices of the run', () => {
  const data = exampleSite({locale: 'en', months: 1});
  data.run.notices = [{'zh-CN': '日历暂缺', en: 'The calendar of 2027 is missing.'}];
  expect(plainText(siteFooter(data).text)).toBe(
    'Data as of 2026-11-05 06:00 Run 20261105T060000-4f2a Policy: Complaints policy, services Intervals are 95% confidence intervals'
  );
  expect(plainText(siteHeader(data, '/leadership/2026').text)).toBe(
    'Yunling Trading Reports Analysis Performance Policy Definitions Runs The calendar of 2027 is missing.'
  );
});

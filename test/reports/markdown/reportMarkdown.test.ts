import MarkdownIt from 'markdown-it';
import {expect, test} from 'vitest';
import {COMPONENTS} from '../../../reports/components/registry.ts';
import {reportMarkdown} from '../../../reports/markdown/reportMarkdown.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport} from '../exampleReport.ts';

const {figures} = exampleReport([exampleValue({kpi: 'complaints', value: 4, numerator: 4})], {intake: []});

function render(text: string, {isSealed}: {isSealed: boolean}, period?: string): string {
  const site = {root: 'reports', locale: 'zh-CN' as const, figures, components: COMPONENTS, isSealed};
  const environment = {path: `/leadership/${period ?? 'index'}`, params: period === undefined ? {} : {period}};
  return reportMarkdown(new MarkdownIt({html: true}), site).render(text, environment);
}

test('headings are said in the language of the site, with the period and an anchor of their own', () => {
  const text =
    '# {zh-CN: "{period}{report}", en: "{report}, {period}"}\n\n## {zh-CN: 一、数量, en: 1. Volume} {#volume}\n';
  expect(render(text, {isSealed: false}, '2026-Q3')).toContain(
    '<h1>2026年第三季度季报</h1>\n<h2 id="volume">一、数量</h2>'
  );
  expect(render(text, {isSealed: false})).toContain('<h1>2026年10月月报</h1>');
});

test('fences of other kinds are left alone', () => {
  expect(render('```sql\nselect 1\n```\n', {isSealed: false})).toContain(
    '<code class="language-sql">select 1\n</code>'
  );
});

test('components and frame are sealed where a site is published, and plain in a preview', () => {
  const text = '```report intake\n```\n';
  const plain = render(text, {isSealed: false});
  expect(plain).toMatch(/^<p class="muted">本次运行没有读入任何记录。<\/p><header [\s\S]*<footer /);
  const sealed = render(text, {isSealed: true});
  expect(sealed).toMatch(/^<!--sealed here:<p class="muted">[^<]*<\/p>--><!--sealed head:[\s\S]*<!--sealed header:/);
});

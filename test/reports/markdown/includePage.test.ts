import {expect, test} from 'vitest';
import {includePages} from '../../../reports/markdown/includePage.ts';

const text = '# a\n\n```report include\npage: b.md\nwithout_data: |\n  nothing\n```\n\nc\n';
const source = {read: (page: string) => `<${page}>`, hasData: true, place: 'a.md'};

test('another page stands in the place of the fence', () => {
  expect(includePages(text, source)).toBe('# a\n\n<b.md>\n\nc\n');
});

test('without data the page says what it was given to say', () => {
  expect(includePages(text, {...source, hasData: false})).toBe('# a\n\nnothing\n\n\nc\n');
});

test('a fence without its options is an error that names the page', () => {
  expect(() => includePages('```report include\npage: b.md\n```\n', source)).toThrow('a.md, report include: ');
});

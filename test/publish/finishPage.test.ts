import {expect, test} from 'vitest';
import {finishPage} from '../../src/publish/finishPage.ts';

const page = (script: string) => `<!DOCTYPE html>
<html>
<head>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<link rel="modulepreload" href="./_observablehq/client.1f.js">
<script type="module">${script}</script>
</head>
<body><main></main></body>
</html>
`;

test('a page without code of its own loses its script, gains its language and can be zoomed', () => {
  const {html, hasScript} = finishPage(page('\n\nimport "./_observablehq/client.1f.js";\n\n'), 'zh-CN');
  expect(hasScript).toBe(false);
  expect(html).toBe(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body><main></main></body>
</html>
`);
});

test('a page with code keeps its script', () => {
  const script = 'import {define} from "./_observablehq/client.1f.js";\ndefine({id: "a"});';
  const {html, hasScript} = finishPage(page(script), 'en');
  expect(hasScript).toBe(true);
  expect(html).toContain(script);
  expect(html).toContain('modulepreload');
});

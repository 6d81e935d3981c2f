import { readFileSync } from 'node:fs';

test('the example of docs/api.md is the test that runs beside this one', () => {
  const examples = readFileSync('docs/api.md', 'utf8')
    .split('```ts\n')
    .slice(1)
    .map((block) => block.split('```')[0]);
  expect(examples[0]).toBe(readFileSync('test/api/example.test.ts', 'utf8'));
});

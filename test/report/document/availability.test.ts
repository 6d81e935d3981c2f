import { architecture } from 'stanchion';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import balanced from '../cases/balanced.js';
import measured from '../cases/measured.js';
import { auditOf, documentOf } from '../support.js';

function wholeOf(site: unknown): string {
  return toMarkdown(documentOf(auditOf(site, [])));
}

function section(site: unknown, title = 'Availability'): string {
  return (
    wholeOf(site)
      .split(/^## /m)
      .find((part) => part.startsWith(`${title}\n`)) ?? ''
  );
}

describe('the availability in the report', () => {
  // 1 - (1 - 0.002) · (1 - 0.01²) · (1 - 0.001) = 0.003 097 7…
  const text = section(measured({ balancer: 0.002 }));

  test('tells each journey against its objective', () => {
    expect(text).toContain('| buy (writing) | 99.69 % | 27 hours | 99.90 % | **missed** | exactly |');
  });

  test('tells what to fix first, the costliest first', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| **'));
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual([
      '**lb**',
      '**db**',
      '**app on server-1**',
      '**app on server-2**',
    ]);
    expect(rows[0]).toContain('| 64 % | buy (writing) | 1052 minutes a year |');
  });

  test('says that parts without a figure make it a best case', () => {
    expect(section(measured())).toContain('At best');
    expect(section(measured({ objective: 0.99 }))).toContain('| met at best |');
  });

  test('asks for figures where none is told, and claims nothing', () => {
    const untold = section(balanced());
    expect(untold).toContain('Nothing is told of how often anything fails, so nothing is said.');
    expect(untold).not.toMatch(/\d %/);
  });

  test('is left out where there is no journey', () => {
    expect(section(architecture('empty'))).toBe('');
  });
});

test('single points stand in the order of what they cost, where that is known', () => {
  const rows = section(measured({ balancer: 0.0001 }), 'Single points of failure')
    .split('\n')
    .filter((line) => line.startsWith('| **'));
  expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(['**db**', '**lb**']);
  expect(rows[0]).toContain('| 83 % |');
});

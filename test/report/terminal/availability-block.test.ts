import { availabilityBlock } from '../../../src/report/terminal/availability-block.js';
import { mixStyle } from '../../../src/report/terminal/mix-style.js';
import balanced from '../cases/balanced.js';
import measured from '../cases/measured.js';
import { groundOf } from '../failure/play.js';

async function block(site: unknown): Promise<string> {
  const style = await mixStyle({ colour: false, width: 100, sourceLines: () => undefined });
  return availabilityBlock(groundOf(site), style).join('\n');
}

test('each journey has a line: how much of the time it works, how long it fails in a year, its objective', async () => {
  const text = await block(measured({ balancer: 0.002 }));
  expect(text).toContain('AVAILABILITY  in the long run, without maintenance and human error');
  expect(text).toMatch(/'buy' \(writing\)\s+99\.69 %\s+27 hours\s+99\.90 %: missed\s+exactly/);
});

test('parts that tell no figure are named', async () => {
  expect(await block(measured())).toMatch(/At best: \d+ elements tell no figure and never fail here: .*'lb'/);
});

test('without figures it says what is missing, and no number', async () => {
  const text = await block(balanced());
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Nothing is told of how often anything fails, so nothing is said. Tell mtbf and mttr',
  );
  expect(text).not.toMatch(/\d %/);
});
